/**
 * The words inside an identifier.
 * @module
 */
import type { Span } from '../domain/post.js';

/** What a text is: in code a capital begins a word, in prose it may begin the second half of a name. */
export type TextKind = 'prose' | 'code';

const startsLower = /^[a-z][a-z0-9]*[A-Z]/;
const startsUpper = /^[A-Z][A-Za-z0-9]*$/;
/** `API` of `APIServer`. */
const acronym = /^[A-Z]{2}[A-Z0-9]*$/;
const lowerOrDigit = /[a-z0-9]/;
const upper = /[A-Z]/;
const lower = /[a-z]/;

const isBoundary = (word: string, at: number): boolean => {
  if (!upper.test(word.charAt(at))) return false;
  if (lowerOrDigit.test(word.charAt(at - 1))) return true;
  // The last capital of HTMLString belongs to the word after it; that of APIs is one of its own.
  return lower.test(word.charAt(at + 1)) && word.slice(at + 1) !== 's';
};

const splitHumps = (word: string): readonly Span[] => {
  const spans: Span[] = [];
  let start = 0;
  for (let at = 1; at < word.length; at += 1) {
    if (!isBoundary(word, at)) continue;
    spans.push({ start, end: at });
    start = at;
  }
  spans.push({ start, end: word.length });
  return spans;
};

/** In prose, three words and more are no name (PodSecurityPolicy), but for LaTeX; nor are an acronym and a word (APIServer). */
const isWords = (word: string, humps: readonly Span[]): boolean => {
  const [first, second] = humps;
  const last = humps.at(-1);
  if (first === undefined || second === undefined || last === undefined) return false;
  if (last.end - last.start < 2) return false;
  return humps.length > 2 || acronym.test(word.slice(first.start, first.end));
};

/**
 * `getUserName` -> get, User, Name; so are `PodSecurityPolicy` and `APIServer` split. A capital first and one inside are mostly a name,
 * and who asks for Java does not mean JavaScript: `HashMap` is split in code only. What is split in prose is split in code.
 * @returns no spans where there is nothing to split
 */
export const splitIdentifier = (word: string, kind: TextKind): readonly Span[] => {
  if (startsLower.test(word)) return splitHumps(word);
  if (!startsUpper.test(word)) return [];
  const humps = splitHumps(word);
  if (humps.length < 2) return [];
  return kind === 'code' || isWords(word, humps) ? humps : [];
};
