/**
 * Which passage of a document answers best.
 * @module
 */
import type { SearchOptions } from '../domain/search.js';
import { findMatches } from './highlight.js';
import type { AnalyzedShard, ShardMatches } from './match-shard.js';
import type { MatchedTerm, PassageTerms, Place } from './shard.js';

/** Each word of the question counts once, by its most telling term. */
export const weighTerms = (terms: Iterable<MatchedTerm>): number => {
  const best = new Map<number, number>();
  for (const { words, weight } of terms) {
    for (const word of words) best.set(word, Math.max(best.get(word) ?? 0, weight));
  }
  let sum = 0;
  for (const weight of best.values()) sum += weight;
  return sum;
};

/** The passage whose terms weigh most, of equals the earliest; the first if none holds any. */
const heaviest = (passages: readonly PassageTerms[]): number => {
  let best = 0;
  let most = 0;
  for (const { passage, terms } of passages) {
    const weight = weighTerms(terms);
    if (weight <= most) continue;
    best = passage;
    most = weight;
  }
  return best;
};

/** For engines that do not know which passage holds a term: reads them all. */
const readPassageTerms = async (
  { store, analyzer }: AnalyzedShard,
  terms: ShardMatches['terms'],
  ordinal: number,
  count: number,
  options: SearchOptions,
): Promise<readonly PassageTerms[]> => {
  const places = Array.from({ length: count }, (_, passage) => ({ ordinal, passage }));
  const passages = await store.passages(places, options);
  return passages.map(({ text }, passage) => ({
    passage,
    terms: findMatches(text, analyzer, terms).map(({ term }) => term),
  }));
};

/** A passage and how many its document has. */
export interface FoundPassage extends Place {
  readonly count: number;
}

/** @returns the best passage of each document, in the order of `ordinals` */
export const findBestPassages = async (
  { shard, terms, passages }: ShardMatches,
  ordinals: readonly number[],
  options: SearchOptions,
): Promise<readonly FoundPassage[]> => {
  const counts = await shard.store.passageCounts(ordinals, options);
  return Promise.all(
    ordinals.map(async (ordinal, at) => {
      const count = counts[at] ?? 1;
      if (count === 1 || terms.size === 0) return { ordinal, passage: 0, count };
      const known = passages?.(ordinal) ?? (await readPassageTerms(shard, terms, ordinal, count, options));
      return { ordinal, passage: Math.min(heaviest(known), count - 1), count };
    }),
  );
};
