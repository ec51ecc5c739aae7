/**
 * The words of a question, as typed -> a query tree.
 * @module
 */
import type { QueryTree } from '../domain/query-tree.js';

/** Something that an analyzer could make a term of. */
const letterOrDigit = /[\p{L}\p{N}]/u;

/**
 * Any of the words, of which the last may be unfinished. Every text has a tree: there is nothing to get wrong.
 * @returns without branches if the text has no words
 */
export const parseText = (text: string): QueryTree => {
  const words = text.split(/\s+/).filter((word) => letterOrDigit.test(word));
  return {
    kind: 'any',
    of: words.map((word, at) => ({ kind: at === words.length - 1 ? 'prefix' : 'term', text: word })),
  };
};
