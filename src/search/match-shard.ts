/**
 * The documents of one shard that answer a question, with their scores.
 * @module
 */

import { analyzeQuery } from '../analysis/analyze-query.js';
import { type Analyzer, createAnalyzer } from '../analysis/analyzer.js';
import type { OrdinalSet } from '../documents/ordinal-set.js';
import type { FacetName } from '../domain/facets.js';
import type { SearchOptions, SearchQuery } from '../domain/search.js';
import type { Matches } from '../engines/matcher.js';
import { parseText } from '../query/parse-text.js';
import { type Allowed, filterDocuments } from './filter-documents.js';
import type { Shard } from './shard.js';

/** A shard with the analyzer of its language. */
export interface AnalyzedShard extends Shard {
  readonly analyzer: Analyzer;
}

export const toAnalyzedShard = (shard: Shard): AnalyzedShard => ({
  ...shard,
  analyzer: createAnalyzer(shard.language),
});

/** Documents in order of ordinal, with their scores side by side; 0 where no words were asked for. */
type Answers = Pick<Matches, 'ordinals' | 'scores'>;

/** What one shard answers. */
export interface ShardMatches {
  readonly shard: AnalyzedShard;
  /** What the matcher gave, and takes to locate its terms: the answers, and what else the facets count. */
  readonly matches: Matches;
  readonly answers: Answers;
  /** The documents that the counts of a facet look at, where they are others than the answers. */
  readonly beside: ReadonlyMap<FacetName, Uint32Array>;
}

const nothing: Matches = {
  ordinals: new Uint32Array(),
  scores: new Float64Array(),
  terms: new Map(),
  words: [],
};

const takeAll = (within: OrdinalSet): Matches => {
  const ordinals = within.toOrdinals();
  return { ordinals, scores: new Float64Array(ordinals.length), terms: new Map(), words: [] };
};

const keep = ({ ordinals, scores }: Matches, within: OrdinalSet): Answers => ({
  ordinals: ordinals.filter((ordinal) => within.has(ordinal)),
  scores: scores.filter((_, at) => within.has(ordinals[at] ?? 0)),
});

/** The matcher was asked once, for all that is needed; each takes its own. */
const divide = (
  shard: AnalyzedShard,
  matches: Matches,
  { answers, beside }: Pick<Allowed, 'answers' | 'beside'>,
): ShardMatches => ({
  shard,
  matches,
  answers: beside.size === 0 ? matches : keep(matches, answers),
  beside: new Map([...beside].map(([facet, within]) => [facet, keep(matches, within).ordinals])),
});

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
  if (isBlank(query)) {
    const allowed = await filterDocuments(shard, query, now, options);
    return divide(shard, takeAll(allowed.any), allowed);
  }
  const asked = analyzeQuery(parseText(query.text), shard.analyzer, { words: await shard.words() });
  if (asked.words.length === 0) return { shard, matches: nothing, answers: nothing, beside: new Map() };
  const filtering = filterDocuments(shard, query, now, options);
  const [matches, allowed] = await Promise.all([
    shard.matcher.match(asked, { ...options, within: filtering.then(({ any }) => any) }),
    filtering,
  ]);
  return divide(shard, matches, allowed);
};
