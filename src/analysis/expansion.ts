/**
 * What a term of the index may be to a term that is asked for, how many such terms count, and how much. An engine finds them in its own
 * way, and is held to the plain one of `test/analysis/expand-word.ts`.
 *
 * They count one tier after the other: the term itself and its relatives; where these find little, what the term begins, if it may be
 * unfinished; where that finds little too, what it may be a misspelling of. A document of a later tier never comes before one of an
 * earlier.
 * @module
 */
import { maxEditsOf } from './query-words.js';

/**
 * What a term is: `exact`, the one that is asked for; `relative`, one with its stem; `completion`, a longer one that it begins;
 * `misspelling`, one that it may be a misspelling of, or a relative of such a one.
 */
export type ExpansionKind = 'exact' | 'relative' | 'completion' | 'misspelling';

/** A term of the index that stands for one that is asked for. */
export interface Expansion {
  /** Ordinal among all terms in ascending order of UTF-16 units. */
  readonly index: number;
  readonly term: string;
  readonly kind: ExpansionKind;
  /** Edits between the two, or between the term and the stem of the one asked for; 0 but for a misspelling. */
  readonly edits: number;
  /** How much the term counts compared to the one asked for, in (0, 1]. */
  readonly weight: number;
}

/** What an occurrence of a relative counts: so much less that the word as it was typed comes first. */
export const relativeWeight = 0.95;
/** UTF-16 units of a term that has relatives, at least: what begins like a shorter one is too much. */
export const minRelativeLength = 3;
/** Terms that are looked at for relatives: the first in order of those that begin as both the term and its stem do. */
export const maxRelativeScan = 4_096;
/** Relatives of a term: the first in order of those found. */
export const maxRelatives = 32;

/** Terms that a prefix stands for: the shortest, then the first in order, of those looked at. */
export const maxPrefixTerms = 256;
/** Terms with a prefix that are looked at, the first in order. */
export const maxPrefixScan = 4_096;
/** Terms that a word may be a misspelling of: of the fewest edits, the first in order. */
export const maxEditTerms = 64;
/** Those of them that count, with their relatives: the likeliest, see {@link byLikelihood}. */
export const maxMisspellings = 8;

/** For `length` of the term found and what it has `more` than the prefix. */
export const prefixWeight = (length: number, more: number): number => length / (length + 0.3 * more);
/** For `length` of the term found. */
export const editWeight = (length: number, edits: number): number => length / (length + edits);

/** In more documents than so many a word finds enough. */
export const few = 2;
const farMore = 10;

/**
 * A word that is nowhere, and near no term, may be an inflection of a misspelt one: terms near its stem count in their stead. `serching`
 * is two edits and an ending away from `search`, and `serch` is one edit away.
 * @param maxEdits of the word
 * @returns how near to the stem
 */
export const maxEditsOfStem = (stem: string, maxEdits: number): number =>
  Math.min(maxEdits, maxEditsOf(stem));

/** Whether a word is another but for two neighbours that changed places: the likeliest of all single edits. */
const isSwapped = (word: string, other: string): boolean => {
  let at = 0;
  while (at < word.length && word[at] === other[at]) at += 1;
  return (
    at + 1 < word.length &&
    word[at] === other[at + 1] &&
    word[at + 1] === other[at] &&
    word.slice(at + 2) === other.slice(at + 2)
  );
};

/** A term that a word may be a misspelling of. */
interface Likely {
  readonly term: string;
  readonly documents: number;
}

/** Of terms as many edits away the likelier first: those with two letters swapped, then the more frequent. */
export const byLikelihood =
  (word: string) =>
  (a: Likely, b: Likely): number =>
    Number(isSwapped(word, b.term)) - Number(isSwapped(word, a.term)) || b.documents - a.documents;

/** Whether what so many documents have finds so little that a term of a later tier counts, which so many `others` have. */
export const isScarce = (documents: number, others: number): boolean =>
  documents <= few && others > 0 && others >= farMore * documents;

/** Likelier words that are told of one that finds little. */
export const maxCorrections = 3;

/** How far, of the least score that a word has in an earlier tier, the best of a later one is. */
export const belowTier = 0.9;

/** Letters of each half, at least, of a word that may be two run together. */
export const minHalf = 3;
/** Ways to cut such a word that count: those of which the shorter half is longest, then the first. */
export const maxCuts = 2;
/** What an occurrence of the two side by side counts. */
export const cutWeight = 0.8;
