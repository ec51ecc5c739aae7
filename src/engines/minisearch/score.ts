/**
 * What a document scores, as MiniSearch adds up words of which any may be there: their sum, times how many of them are.
 * @module
 */
import type { QueryWord } from '../../analysis/query-words.js';
import type { Explanation } from '../../domain/explanation.js';
import type { FoundWord } from './find-word.js';

/** A question and what was found of each of its words. */
export interface FoundQuery {
  readonly words: readonly QueryWord[];
  readonly found: readonly FoundWord[];
  /** How telling each word is, its own weight included. */
  readonly weights: readonly number[];
  /** How telling each word is in all shards, compared to its own: MiniSearch knows of its own documents only. */
  readonly rarities: readonly number[];
}

/** A word that a document has, and what it is worth there. */
interface WordOfDocument extends Pick<QueryWord, 'text' | 'weight'> {
  readonly idf: number;
  readonly score: number;
}

const wordsOf = (
  { words, found, weights, rarities }: FoundQuery,
  ordinal: number,
): readonly WordOfDocument[] =>
  words.flatMap(({ text, weight, excluded }, number) => {
    const score = found[number]?.scores.get(ordinal);
    const rarity = rarities[number] ?? 1;
    const idf = rarity * (weights[number] ?? 0);
    return score === undefined || excluded ? [] : [{ text, weight, idf, score: rarity * weight * score }];
  });

/** A word that weighs little is little of a word. */
const countOf = (words: readonly WordOfDocument[]): number =>
  words.reduce((sum, { weight }) => sum + weight, 0);

/** @returns 0 for a document that has none of the words */
export const scoreOf = (query: FoundQuery, ordinal: number): number => {
  const words = wordsOf(query, ordinal);
  return countOf(words) * words.reduce((sum, { score }) => sum + score, 0);
};

/** A part a word. */
export const explain = (query: FoundQuery, ordinal: number): Explanation => {
  const words = wordsOf(query, ordinal);
  const count = countOf(words);
  return {
    score: scoreOf(query, ordinal),
    parts: words.map(({ text, idf, score }) => ({ what: 'word', word: text, idf, score: count * score })),
    factors: [],
    pinned: false,
  };
};
