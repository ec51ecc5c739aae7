/**
 * The documents of one shard that answer a question, with their scores.
 * @module
 */
import { type Analyzer, createAnalyzer } from '../analysis/analyzer.js';
import { queryWords } from '../analysis/query-words.js';
import type { SearchOptions, SearchQuery } from '../domain/search.js';
import type { BitSet } from './bit-set.js';
import { filterDocuments } from './filter-documents.js';
import type { Matches, Shard } from './shard.js';

/** A shard with the analyzer of its language. */
export interface AnalyzedShard extends Shard {
  readonly analyzer: Analyzer;
}

export const toAnalyzedShard = (shard: Shard): AnalyzedShard => ({
  ...shard,
  analyzer: createAnalyzer(shard.language),
});

/** Scores are 0 where no words were asked for. */
export interface ShardMatches extends Matches {
  readonly shard: AnalyzedShard;
}

const keepAllowed = (shard: AnalyzedShard, matches: Matches, allowed: BitSet): ShardMatches => {
  const { ordinals, scores } = matches;
  const isAllowed = (_: number, at: number): boolean => allowed.has(ordinals[at] ?? 0);
  return { ...matches, shard, ordinals: ordinals.filter(isAllowed), scores: scores.filter(isAllowed) };
};

const takeAll = (shard: AnalyzedShard, allowed: BitSet): ShardMatches => {
  const ordinals = allowed.toOrdinals();
  return { shard, ordinals, scores: new Float64Array(ordinals.length), terms: new Map() };
};

/** Whether every document that passes the filters is asked for. */
export const isBlank = ({ text }: Pick<SearchQuery, 'text'>): boolean => text.trim() === '';

/**
 * A blank text asks for every document that passes the filters; a text without a single word in it (`?!`) for none.
 * @param now seconds since the epoch
 */
export const matchShard = async (
  shard: AnalyzedShard,
  query: SearchQuery,
  now: number,
  options: SearchOptions,
): Promise<ShardMatches> => {
  const { text, filters } = query;
  if (isBlank(query)) return takeAll(shard, await filterDocuments(shard.store, filters, now, options));
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
