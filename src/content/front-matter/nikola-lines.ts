/**
 * Nikola's metadata: `.. title: A post` lines above the first blank one, bare or in a comment. `NikolaMetadata` of its
 * `metadata_extractors.py`, and `post.py`.
 * @module
 */
import { countLines, maxFrontMatterLength } from './fences.js';
import { type FrontMatter, type FrontMatterEntry, toKey } from './front-matter.js';

const pair = /^[ \t]*\.\. ([^:]{1,80}): (.*)$/;

/** A tag may say what the status says elsewhere. */
const byTags = (entries: FrontMatter): FrontMatter =>
  entries
    .filter(({ key }) => key === 'tags')
    .flatMap((entry) =>
      String(entry.value)
        .split(',')
        .map((tag) => tag.trim().toLowerCase())
        .filter((tag) => tag === 'draft' || tag === 'private')
        .map((value) => ({ ...entry, key: 'status', value })),
    );

/** @returns `undefined` if the first line, or the first of the comment, is none. */
export function findNikolaLines(
  source: string,
): { readonly frontMatter: FrontMatter; readonly body: string; readonly bodyLine: number } | undefined {
  const head = source.slice(0, maxFrontMatterLength);
  const start = /^<!--[ \t]*\n/.exec(head)?.[0].length ?? 0;
  const paragraph = head.split('\n\n', 1)[0] ?? '';
  const lines = paragraph.slice(start).split('\n');
  if (!pair.test(lines[0] ?? '')) return undefined;
  const first = 1 + countLines(head.slice(0, start));
  const entries = lines.flatMap((text, index): FrontMatterEntry[] => {
    const [, name, value] = pair.exec(text) ?? [];
    return name === undefined || value === undefined
      ? []
      : [{ name, key: toKey(name), value: value.trim(), line: first + index }];
  });
  const close = start === 0 ? -1 : source.indexOf('-->', start);
  const end = close === -1 ? paragraph.length : close + '-->'.length;
  return {
    frontMatter: [...entries, ...byTags(entries)],
    body: source.slice(end),
    bodyLine: 1 + countLines(source.slice(0, end)),
  };
}
