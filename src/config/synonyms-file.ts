/**
 * `lookback.synonyms.txt`: words that mean the same, said by the author. A line each: `k8s = kubernetes` both ways, `js > javascript`
 * for who asks for `js` only; each side one word or several. `[de]` begins what is for posts in German only, `[*]` what is for all.
 * `#` begins a comment.
 * @module
 */
import { LookbackError } from '../domain/errors.js';
import type { Synonym } from '../domain/synonym.js';
import { ForeignFileError, readForeignText } from '../files/read-foreign-file.js';

export const synonymsFileName = 'lookback.synonyms.txt';

/** All of them are in the manifest, which every search page loads first. */
const maxLines = 1_000;
/** UTF-16 units of one side. */
const maxSideLength = 100;

export interface OwnSynonym extends Synonym {
  /** BCP 47; `pt` also means `pt-BR`. Absent: every language. */
  readonly language?: string;
}

const section = /^\[\s*(\*|[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,5})\s*\]$/;
const letterOrDigit = /[\p{L}\p{N}]/u;

/** A `#` inside of a word begins none. */
const comment = /(?<!\S)#/;
const withoutComment = (line: string): string => {
  const at = line.search(comment);
  return at < 0 ? line : line.slice(0, at);
};

/** @returns what is wrong, or the pairs that the line says */
const parseLine = (line: string): string | readonly Synonym[] => {
  const isOneWay = line.includes('>');
  if (isOneWay && line.includes('=')) return 'has both = and >';
  const sides = line.split(isOneWay ? '>' : '=').map((side) => side.trim());
  if (sides.length < 2) return 'has neither = nor >';
  if (isOneWay && sides.length > 2) return 'has more than one >';
  if (!sides.every((side) => letterOrDigit.test(side))) return 'has a side without a word';
  if (sides.some(({ length }) => length > maxSideLength)) return `has more than ${maxSideLength} characters`;
  const [first = '', second = ''] = sides;
  if (isOneWay) return [{ from: first, to: second }];
  return sides.flatMap((from) => sides.filter((to) => to !== from).map((to) => ({ from, to })));
};

const read = async (file: string): Promise<string> => {
  try {
    return await readForeignText(file);
  } catch (cause) {
    if (!(cause instanceof ForeignFileError)) throw cause;
    throw new LookbackError('config-unreadable', `${file} ${cause.message}`, { file, cause });
  }
};

/** @throws LookbackError `config-unreadable`, or `synonyms-invalid` with every line that is wrong in one message */
export const readSynonymsFile = async (file: string): Promise<readonly OwnSynonym[]> => {
  const synonyms: OwnSynonym[] = [];
  const problems: { readonly line: number; readonly what: string }[] = [];
  let language: string | undefined;
  const lines = (await read(file)).split(/\r\n?|\n/);
  if (lines.length > maxLines) problems.push({ line: maxLines + 1, what: `is one of more than ${maxLines}` });
  for (const [at, written] of lines.slice(0, maxLines).entries()) {
    const text = withoutComment(written).trim();
    const named = section.exec(text)?.[1];
    if (named !== undefined) {
      language = named === '*' ? undefined : named;
    } else if (text !== '') {
      const said = parseLine(text);
      if (typeof said === 'string') problems.push({ line: at + 1, what: said });
      else synonyms.push(...said.map((pair) => ({ ...pair, ...(language !== undefined && { language }) })));
    }
  }
  const [first] = problems;
  if (first === undefined) return synonyms;
  throw new LookbackError('synonyms-invalid', `${file} is wrong:`, {
    file,
    line: first.line,
    problems: problems.map(({ line, what }) => `${file}:${line} ${what}`),
  });
};
