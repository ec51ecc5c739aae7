/**
 * A word of a question, and the forms in which a post may say it.
 * @module
 */
import type { FieldName } from '../domain/fields.js';
import { gramSizeOf, isGram } from './split-script-runs.js';

/**
 * One term. `prefix`: whether it also stands for longer terms that it begins: `never`; `scarce`, only where the word itself finds
 * little; `always`. `maxEdits`: where the word itself finds little, terms within so many edits (insert, delete, substitute, swap
 * neighbours), first letter unchanged. `relatives`: whether terms of the same stem are as good, see `AnalyzedQuery.stem`.
 */
export interface TermForm {
  readonly kind: 'term';
  readonly term: string;
  /** What an occurrence counts compared to one of the word as it was typed, in (0, 1]. */
  readonly weight: number;
  readonly prefix: 'never' | 'scarce' | 'always';
  readonly maxEdits: number;
  readonly relatives: boolean;
}

/** Terms that stand so far from the first of them: `offsets` in words, from 0. Just as they are. */
interface SequenceForm {
  readonly kind: 'sequence';
  readonly terms: readonly string[];
  readonly offsets: readonly number[];
  /** As that of a term. */
  readonly weight: number;
}

export type Form = TermForm | SequenceForm;

/** One thing that is asked for, already analyzed: a word, a phrase, an identifier. */
export interface QueryWord {
  /** As it was typed. */
  readonly text: string;
  /** A document has the word if it has one of these; at least one, that which was typed first. At most {@link maxForms}. */
  readonly forms: readonly Form[];
  /**
   * How much it counts compared to other words, in (0, 1]: stop words {@link stopWordWeight}, unless there are only such; what is only a
   * part of an identifier that was typed {@link partWeight}, and so on.
   */
  readonly weight: number;
  /** Only where it stands in this field; in any where absent. */
  readonly field?: FieldName;
  /** True for a word that is asked not to be there: it adds to no score and is not highlighted. */
  readonly excluded?: true;
}

/** Further ways to say a word are left out. */
export const maxForms = 16;
/** From 0.05 to 0.1 nothing that was measured changes; at 0 a stop word would not be told from one that is missing. */
export const stopWordWeight = 0.1;
/**
 * Measured, nDCG@10 of scifact, anchor-optech-topics and xquad-de: parts that count in full, without the whole, .687 .866 .943; the
 * whole alone .689 .851 .938; both .695 .862 .941.
 */
export const partWeight = 0.7;
/**
 * Of a character in a pair, where both are terms: nDCG@10 of xquad-zh is .963 without, .968 at 0.3, .967 at 0.5 and at 1.
 */
export const characterWeight = 0.3;
/** Of a word without the accents that were typed: it finds what there is, and changes no order. */
export const foldedWeight = 0.1;

const minPrefixLength = 2;
const oneEditFrom = 4;
const twoEditsFrom = 8;

/** Whether a term has neither digits nor signs in it. */
export const isOnlyLetters = (term: string): boolean => /^[\p{L}\p{M}]+$/u.test(term);

/** Numbers, versions and names with signs are right or wrong; an n-gram is no word that could be misspelt. */
export const maxEditsOf = (term: string): number => {
  if (!isOnlyLetters(term) || isGram(term)) return 0;
  const length = [...term].length;
  if (length < oneEditFrom) return 0;
  return length < twoEditsFrom ? 1 : 2;
};

/** In scripts without spaces, what is shorter than an n-gram is completed to those that start with it. */
export const isCompletable = (term: string): boolean =>
  isGram(term)
    ? [...term.replace(/\p{M}/gu, '')].length < gramSizeOf(term)
    : [...term].length >= minPrefixLength;
