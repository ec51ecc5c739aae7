/**
 * How freely a word of a question may be read.
 * @module
 */
import type { FieldName } from '../domain/fields.js';
import { isPaired } from './split-script-runs.js';

/** One word of the question, already analyzed. */
export interface QueryWord {
  readonly term: string;
  /** Also take terms that start with it. */
  readonly prefix: boolean;
  /** Also take terms within so many edits (insert, delete, substitute, swap neighbours), first letter unchanged. */
  readonly maxEdits: number;
  /** Only where it stands in this field; in any where absent. */
  readonly field?: FieldName;
  /** True for a word that is asked not to be there: it adds to no score and is not highlighted. */
  readonly excluded?: true;
}

const minPrefixLength = 2;
const oneEditFrom = 4;
const twoEditsFrom = 8;

const onlyLetters = /^[\p{L}\p{M}]+$/u;

/** Numbers, versions and names with signs are right or wrong; a pair of characters is no word that could be misspelt. */
export const maxEditsOf = (term: string): number => {
  if (!onlyLetters.test(term) || isPaired(term)) return 0;
  const length = [...term].length;
  if (length < oneEditFrom) return 0;
  return length < twoEditsFrom ? 1 : 2;
};

/** A single character of a script without spaces is completed to the pairs that start with it. */
export const isCompletable = (term: string): boolean =>
  isPaired(term) ? [...term].length === 1 : [...term].length >= minPrefixLength;
