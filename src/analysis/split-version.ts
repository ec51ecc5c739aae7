/**
 * The beginnings of a version: who asks for 5 or 5.0 means 5.0.0 too.
 * @module
 */
import type { Span } from '../domain/post.js';

/** More numbers than this are no version; all that is made of one is bounded by it. */
const maxNumbers = 4;
const version = /^[vV]?(?=[0-9])((?:[0-9]+\.)*[0-9]+)(?![0-9])/;

/**
 * `v5.0.1` -> 5.0.1, 5.0, 5; `5.0.0rc1` -> 5.0.0, 5.0, 5; the longest first, never the whole.
 * @returns no spans where the word begins with no version, or one of too many numbers
 */
export const splitVersion = (word: string): readonly Span[] => {
  const [whole = '', numbers = ''] = version.exec(word) ?? [];
  const start = whole.length - numbers.length;
  const ends = [...numbers.matchAll(/\.|$/g)].map(({ index }) => start + index);
  // `2nd` is no version: it has neither sign.
  const isVersion =
    start > 0 ? whole === word || ends.length > 1 : ends.length > 1 || word.charAt(whole.length) === '.';
  if (!isVersion || ends.length > maxNumbers) return [];
  return ends
    .map((end) => ({ start, end }))
    .filter((span) => span.end - span.start < word.length)
    .reverse();
};
