/**
 * What a document scores, as MiniSearch adds up words of which any may be there: their sum, times how many of them are.
 * @module
 */
import type { AnalyzedQuery } from '../../analysis/analyze-query.js';
import type { Explanation } from '../../domain/explanation.js';
import type { FoundWord } from './find-word.js';

/** A word that a document has, and what it is worth there. */
interface WordOfDocument {
  readonly text: string;
  readonly weight: number;
  readonly score: number;
}

const wordsOf = (
  { words }: AnalyzedQuery,
  found: readonly FoundWord[],
  ordinal: number,
): readonly WordOfDocument[] =>
  words.flatMap(({ text, weight, excluded }, number) => {
    const score = found[number]?.scores.get(ordinal);
    return score === undefined || excluded ? [] : [{ text, weight, score: weight * score }];
  });

/** A word that weighs little is little of a word. */
const countOf = (words: readonly WordOfDocument[]): number =>
  words.reduce((sum, { weight }) => sum + weight, 0);

/** @returns 0 for a document that has none of the words */
export const scoreOf = (query: AnalyzedQuery, found: readonly FoundWord[], ordinal: number): number => {
  const words = wordsOf(query, found, ordinal);
  return countOf(words) * words.reduce((sum, { score }) => sum + score, 0);
};

/** A part a word. */
export const explain = (query: AnalyzedQuery, found: readonly FoundWord[], ordinal: number): Explanation => {
  const words = wordsOf(query, found, ordinal);
  const count = countOf(words);
  return {
    score: scoreOf(query, found, ordinal),
    parts: words.map(({ text, score }) => ({ what: 'word', word: text, score: count * score })),
    factors: [],
    pinned: false,
  };
};
