/**
 * The words of a question, and how freely each may be read.
 * @module
 */
import type { Analyzer, Token } from './analyzer.js';
import { isPaired } from './split-script-runs.js';

/** One word of the question, already analyzed. */
export interface QueryWord {
  readonly term: string;
  /** Also take terms that start with it. */
  readonly prefix: boolean;
  /** Also take terms within so many edits (insert, delete, substitute, swap neighbours), first letter unchanged. */
  readonly maxEdits: number;
}

/** What comes after so many different words does not change what is found, only what it costs. */
export const maxQueryWords = 32;
const minPrefixLength = 2;
const oneEditFrom = 4;
const twoEditsFrom = 8;

const onlyLetters = /^[\p{L}\p{M}]+$/u;

/** Numbers, versions and names with signs are right or wrong; a pair of characters is no word that could be misspelt. */
const maxEditsOf = (term: string): number => {
  if (!onlyLetters.test(term) || isPaired(term)) return 0;
  const length = [...term].length;
  if (length < oneEditFrom) return 0;
  return length < twoEditsFrom ? 1 : 2;
};

/** A single character of a script without spaces is completed to the pairs that start with it. */
const isCompletable = (term: string): boolean =>
  isPaired(term) ? [...term].length === 1 : [...term].length >= minPrefixLength;

const toQueryWord = ({ term, end }: Token, textEnd: number): QueryWord => ({
  term,
  prefix: end === textEnd && isCompletable(term),
  maxEdits: maxEditsOf(term),
});

/**
 * Every word counts once, the last one may be unfinished, and at most the first {@link maxQueryWords} are taken.
 * @returns empty if the text has no words
 */
export const queryWords = (text: string, analyzer: Analyzer): readonly QueryWord[] => {
  const tokens = analyzer.tokens(text);
  const textEnd = tokens.at(-1)?.end ?? 0;
  const words = new Map<string, QueryWord>();
  for (const token of tokens) {
    if (words.size === maxQueryWords && !words.has(token.term)) break;
    // A word keeps its place and is read as where it comes last: only there it may be unfinished.
    words.set(token.term, toQueryWord(token, textEnd));
  }
  return [...words.values()];
};
