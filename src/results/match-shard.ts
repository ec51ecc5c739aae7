/**
 * The documents of one shard that answer a question, with their scores.
 * @module
 */
import { type Analyzer, createAnalyzer } from '../analysis/analyzer.js';
import { queryWords } from '../analysis/query-words.js';
import type { SearchOptions, SearchQuery } from '../domain/search.js';
import type { BitSet } from './bit-set.js';
import { filterDocuments } from './filter-documents.js';
import type { MatchedTerm, Matches, Shard } from './shard.js';

/** A shard with the analyzer of its language. */
export interface AnalyzedShard extends Shard {
  readonly analyzer: Analyzer;
}

export const toAnalyzedShard = (shard: Shard): AnalyzedShard => ({
  ...shard,
  analyzer: createAnalyzer(shard.language),
});

export interface ShardMatches {
  readonly shard: AnalyzedShard;
  /** Ascending. */
  readonly ordinals: Uint32Array;
  /** Parallel to `ordinals`; 0 where no words were asked for. */
  readonly scores: Float64Array;
  readonly terms: ReadonlyMap<string, MatchedTerm>;
}

const keepAllowed = (shard: AnalyzedShard, { ordinals, scores, terms }: Matches, allowed: BitSet): ShardMatches => {
  const isAllowed = (_: number, at: number): boolean => allowed.has(ordinals[at] ?? 0);
  return { shard, ordinals: ordinals.filter(isAllowed), scores: scores.filter(isAllowed), terms };
};

const takeAll = (shard: AnalyzedShard, allowed: BitSet): ShardMatches => {
  const ordinals = allowed.toOrdinals();
  return { shard, ordinals, scores: new Float64Array(ordinals.length), terms: new Map() };
};

/**
 * A blank text asks for every document that passes the filters; a text without a single word in it (`?!`) for none.
 * @param now seconds since the epoch
 */
export const matchShard = async (
  shard: AnalyzedShard,
  { text, filters }: SearchQuery,
  now: number,
  options: SearchOptions,
): Promise<ShardMatches> => {
  if (text.trim() === '') return takeAll(shard, await filterDocuments(shard.store, filters, now, options));
  const words = queryWords(text, shard.analyzer);
  if (words.length === 0) {
    return { shard, ordinals: new Uint32Array(), scores: new Float64Array(), terms: new Map() };
  }
  const [matches, allowed] = await Promise.all([
    shard.matcher.match(words, options),
    filterDocuments(shard.store, filters, now, options),
  ]);
  return keepAllowed(shard, matches, allowed);
};
