/**
 * What an MDX file exports of itself instead of front matter, or beside it: `export const metadata = {…}`, as Next.js and
 * its like read it. The file is a program and is never run; literals are read.
 * @module
 */
import { isObject } from '../../domain/is-object.js';
import { unknownNames, unknownValue } from '../programs/script-expressions.js';
import { readExportedNames } from '../programs/script-values.js';
import { closingBrace } from '../text/jsx-syntax.js';
import { closesFence, type FenceMark, parseFence } from '../text/line-marks.js';
import { type FrontMatter, FrontMatterError, toEntries } from './front-matter.js';
import type { ParsedSource } from './parse-front-matter.js';

const exported = /^export\s+const\s+(metadata|frontmatter|meta|attributes)\b[^={]{0,200}=\s*\{/i;
/** More of a file than this is not looked at for the beginning of the object. */
const longestStart = 400;

/** Where the objects begin, outside of code. */
const findStarts = (body: string): readonly { readonly at: number; readonly line: number }[] => {
  const starts: { readonly at: number; readonly line: number }[] = [];
  let fence: FenceMark | undefined;
  let at = 0;
  let line = 1;
  for (const text of body.split('\n')) {
    const mark = parseFence(text);
    if (fence !== undefined) fence = closesFence(mark, fence) ? undefined : fence;
    else if (mark !== undefined) fence = mark;
    else if (text.startsWith('export') && exported.test(body.slice(at, at + longestStart)))
      starts.push({ at, line });
    at += text.length + 1;
    line += 1;
  }
  return starts;
};

const readObject = (body: string, at: number): unknown => {
  const [written = '', name = ''] = exported.exec(body.slice(at, at + longestStart)) ?? [];
  const end = closingBrace(body, at + written.length - 1);
  return end < 0 ? unknownValue : readExportedNames(body.slice(at, end))[name];
};

/**
 * Front matter with what the body exports beneath it.
 * @param canHide whether a value of this name may hide a post
 * @throws FrontMatterError where that is something only the program knows, and may hide the post.
 */
export function withExportedMetadata(source: ParsedSource, canHide: (name: string) => boolean): ParsedSource {
  const entries = findStarts(source.body).flatMap(({ at, line }): FrontMatter => {
    const place = line + source.bodyLine - 1;
    const value = readObject(source.body, at);
    const written = isObject(value) ? Object.entries(value) : [[unknownNames, unknownValue] as const];
    const doubtful = written.find(
      ([name, inner]) => inner === unknownValue && (name === unknownNames || canHide(name)),
    );
    if (doubtful !== undefined)
      throw new FrontMatterError('exports metadata that is a program, which is never run', {
        line: place,
        hint: 'Write its values out.',
      });
    const known = Object.fromEntries(written.filter(([, inner]) => inner !== unknownValue));
    return toEntries(known).map((entry) => ({ ...entry, line: place }));
  });
  if (entries.length === 0) return source;
  const own = source.frontMatter ?? [];
  const beneath = (above: FrontMatter, below: FrontMatter): FrontMatter => {
    const named = new Set(above.map(({ key }) => key));
    return [...above, ...below.filter(({ key }) => !named.has(key))];
  };
  return {
    ...source,
    frontMatter: beneath(own, entries),
    // Which of the two a site goes by is its own matter: what either hides is hidden.
    otherReadings: [...source.otherReadings, ...(own.length > 0 ? [beneath(entries, own)] : [])],
  };
}
