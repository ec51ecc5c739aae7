/**
 * Which posts are about the same, as a file that a site generator or a script renders: what the index itself answers of each post.
 * @module
 */
import { compareText } from '../domain/compare-text.js';
import { LookbackError } from '../domain/errors.js';
import type { IndexSource } from '../domain/index-source.js';
import type { PostMetadata } from '../domain/post.js';
import { manifestPath, relatedBeginning, relatedPath } from '../index-store/layout.js';
import type { ContentFile } from '../index-store/write-index.js';
import { openAllParts, openIndex } from '../reader/open-index.js';
import type { CreatedIndex } from './create-index.js';

/** Of what never expires the index is asked at a time when all else has: when a build runs must not show. */
const afterAll = Number.MAX_VALUE;

const toSource = ({ files, manifest }: CreatedIndex): IndexSource => {
  const byPath = new Map(files.map(({ path, bytes }) => [path, bytes]));
  byPath.set(manifestPath, manifest);
  return {
    async read(path) {
      const bytes = byPath.get(path);
      if (bytes === undefined) throw new LookbackError('index-missing', `There is no ${path}.`);
      return bytes;
    },
  };
};

/**
 * `{"format": "lookback-related", "posts": {<url>: [{"url", "title"}]}}`, a post a line, sorted by URL; of each post so many as
 * `SearchEngine.related` gives. Posts that expire have no list and are in none: the file would outlive them.
 */
export const createRelated = async (
  index: CreatedIndex,
  posts: readonly PostMetadata[],
): Promise<ContentFile> => {
  const engine = await openIndex(toSource(index), { openMatcher: openAllParts, now: () => afterAll });
  const lines: string[] = [];
  for (const { id, url } of posts.toSorted((a, b) => compareText(a.url, b.url))) {
    const related = await engine.related(id, undefined);
    if (related === undefined) continue;
    const shown = related.map((post) => ({ url: post.url, title: post.title }));
    lines.push(`${JSON.stringify(url)}:${JSON.stringify(shown)}`);
  }
  const text = `${relatedBeginning},"posts":{\n${lines.join(',\n')}\n}}\n`;
  return { path: relatedPath, bytes: new TextEncoder().encode(text) };
};
