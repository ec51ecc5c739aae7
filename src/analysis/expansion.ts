/**
 * What a term may be to a word of a question: itself, a longer word that it begins, or one that it may be a misspelling of. How
 * many of them count, and how much. An engine finds them in its own way, and is held to the plain one of `test/analysis/expand-word.ts`.
 * @module
 */

/** A term that a word stands for. */
export interface Expansion {
  /** Ordinal among all terms in ascending order of UTF-16 units. */
  readonly index: number;
  readonly term: string;
  /** What the word is to the term. One that is both begun and misspelt counts as begun. */
  readonly kind: 'exact' | 'prefix' | 'edit';
  /** Edits between the word and the term; 0 for the word itself and for what it begins. */
  readonly edits: number;
  /** How much the term counts compared to the word itself, in (0, 1]. */
  readonly weight: number;
}

/** Terms that a prefix stands for: the shortest, then the first in order, of those looked at. */
export const maxPrefixTerms = 256;
/** Terms with a prefix that are looked at, the first in order. */
export const maxPrefixScan = 4_096;
/** Terms that a misspelling stands for: fewest edits first, then in order. */
export const maxEditTerms = 64;

/** MiniSearch's weights, for `length` of the term found and what it has more than the prefix. */
export const prefixWeight = (length: number, more: number): number =>
  (0.375 * length) / (length + 0.3 * more);
/** MiniSearch's weights, for `length` of the term found. */
export const editWeight = (length: number, edits: number): number => (0.45 * length) / (length + edits);

/** A relative counts a little less than the word as it was typed. */
export const relativeWeight = 0.9;
/** Likelier words that are told of one that finds little. */
export const maxCorrections = 3;
const few = 2;
const farMore = 10;

/** Whether a word that so many documents have finds so little that others count, which so many have. */
export const isScarce = (documents: number, others: number): boolean =>
  documents === 0 || (documents <= few && others >= farMore * documents);
