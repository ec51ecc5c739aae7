/**
 * Plain words, as most people type: what can be read without the language of questions, which a page need not load then.
 * @module
 */
import type { ReadText } from './read-text.js';

/** Nothing in it could be an operator, nor make two words of one. */
const plainWord = /^[\p{L}\p{N}][\p{L}\p{M}\p{N}]*$/u;
/** More are left to the parser, which counts them. */
const maxWords = 32;

/** @returns just what `readText` says; nothing where a text has more in it than words */
export const readPlainText = (text: string): ReadText | undefined => {
  const words = text.split(/\s+/).filter((word) => word !== '');
  const isPlain = words.every((word) => plainWord.test(word) && word !== 'OR' && word !== 'AND');
  if (!isPlain || words.length > maxWords) return undefined;
  const leaves = words.map(
    (word, at) => ({ kind: at < words.length - 1 ? 'term' : 'prefix', text: word }) as const,
  );
  const [first] = leaves;
  const understood = words.join(' ');
  if (first === undefined) return { tree: { kind: 'all', of: [] }, understood };
  return { tree: leaves.length === 1 ? first : { kind: 'most', of: leaves }, understood };
};
