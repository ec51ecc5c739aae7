/**
 * The words inside an identifier.
 * @module
 */
import type { Span } from '../domain/post.js';

const startsLower = /^[a-z][a-z0-9]*[A-Z]/;
const lowerOrDigit = /[a-z0-9]/;
const upper = /[A-Z]/;
const lower = /[a-z]/;

const isBoundary = (word: string, at: number): boolean => {
  if (!upper.test(word.charAt(at))) return false;
  if (lowerOrDigit.test(word.charAt(at - 1))) return true;
  // The last capital of HTMLString belongs to the word after it.
  return lower.test(word.charAt(at + 1));
};

/**
 * `getUserName` -> get, User, Name. Only words that begin with a small letter are split: with a capital first it is
 * mostly a name, and who asks for Java does not mean JavaScript.
 * @returns no spans where there is nothing to split
 */
export const splitIdentifier = (word: string): readonly Span[] => {
  if (!startsLower.test(word)) return [];
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
