/**
 * The documents of one shard that answer a question, with their scores.
 * @module
 */

import { analyzeQuery } from '../analysis/analyze-query.js';
import { type Analyzer, createAnalyzer } from '../analysis/analyzer.js';
import type { OrdinalSet } from '../documents/ordinal-set.js';
import type { SearchOptions, SearchQuery } from '../domain/search.js';
import type { Matches } from '../engines/matcher.js';
import { parseText } from '../query/parse-text.js';
import { filterDocuments } from './filter-documents.js';
import type { Shard } from './shard.js';

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

const takeAll = (shard: AnalyzedShard, allowed: OrdinalSet): ShardMatches => {
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
  const asked = analyzeQuery(parseText(text), shard.analyzer);
  if (asked.words.length === 0) {
    return { shard, ordinals: new Uint32Array(), scores: new Float64Array(), terms: new Map() };
  }
  const within = filterDocuments(shard.store, filters, now, options);
  return Object.assign(await shard.matcher.match(asked, { ...options, within }), { shard });
};
