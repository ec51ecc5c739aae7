/**
 * The engine-neutral half of a search: asks each shard, then filters, counts, sorts and joins.
 * @module
 */

import { compareText } from '../domain/compare-text.js';
import type {
  Hit,
  SearchEngine,
  SearchOptions,
  SearchQuery,
  SearchResult,
  StoredPost,
} from '../domain/search.js';
import { findBestPassages } from './best-passage.js';
import { countFacets } from './count-facets.js';
import { isLanguageAsked } from './filter-documents.js';
import {
  type AnalyzedShard,
  isBlank,
  matchShard,
  type ShardMatches,
  toAnalyzedShard,
} from './match-shard.js';
import { type Ranked, rank } from './rank.js';
import type { Shard } from './shard.js';
import { toHit, toStoredPost } from './to-hit.js';

export interface SearchEngineOptions {
  /** Milliseconds since the epoch, like `Date.now`; asked once a search, to drop what has expired. */
  readonly now: () => number;
}

/** Reads the best passage of those of the page that are in a shard. */
const joinShard = async (
  matches: ShardMatches,
  page: readonly Ranked[],
  options: SearchOptions,
): Promise<ReadonlyMap<Ranked, Hit>> => {
  const own = page.filter(({ from }) => from === matches);
  if (own.length === 0) return new Map();
  const places = await findBestPassages(
    matches,
    own.map(({ ordinal }) => ordinal),
    options,
  );
  const passages = await matches.shard.store.passages(places, options);
  return new Map(
    own.flatMap((ranked, at) => {
      const place = places[at];
      return place ? [[ranked, toHit(ranked, place, passages[at])] as const] : [];
    }),
  );
};

const joinHits = async (
  matches: readonly ShardMatches[],
  page: readonly Ranked[],
  options: SearchOptions,
): Promise<readonly Hit[]> => {
  const joined = await Promise.all(matches.map((ofShard) => joinShard(ofShard, page, options)));
  return page.flatMap((ranked) => joined.flatMap((hits) => hits.get(ranked) ?? []));
};

const findPost = async (
  { store, language }: AnalyzedShard,
  id: string,
  now: number,
  options: SearchOptions,
): Promise<StoredPost | undefined> => {
  const ordinal = await store.ordinalOf(id, options);
  if (ordinal === undefined) return undefined;
  const { expires } = await store.columns(['expires'], options);
  if ((expires[ordinal] ?? Infinity) <= now) return undefined;
  const [count = 1] = await store.passageCounts([ordinal], options);
  const places = Array.from({ length: count }, (_, passage) => ({ ordinal, passage }));
  return toStoredPost(await store.passages(places, options), language);
};

/**
 * The same question and index give the same answer. Scores of different shards are put in one order although each comes
 * from the statistics of its own language. A language that no shard has matches nothing.
 */
export const createSearchEngine = (shards: readonly Shard[], { now }: SearchEngineOptions): SearchEngine => {
  const analyzed = shards.toSorted((a, b) => compareText(a.language, b.language)).map(toAnalyzedShard);
  const seconds = (): number => now() / 1_000;

  const ask = async (query: SearchQuery, options: SearchOptions = {}): Promise<SearchResult> => {
    options.signal?.throwIfAborted();
    const at = seconds();
    // What is selected of a facet does not shrink its own counts: to count languages, all of them are asked.
    const languages = query.facets.includes('languages') ? [] : query.filters.languages;
    const asked = analyzed.filter(({ language }) => isLanguageAsked(language, languages));
    const matches = await Promise.all(asked.map((shard) => matchShard(shard, query, at, options)));
    options.signal?.throwIfAborted();
    const wanted = query.limit === 0 ? 0 : query.offset + query.limit;
    const [facets, ranked] = await Promise.all([
      countFacets(query.facets, matches, options),
      rank(matches, isBlank(query) && query.sort === 'relevance' ? 'date' : query.sort, wanted, options),
    ]);
    const hits = await joinHits(matches, ranked.slice(query.offset), options);
    options.signal?.throwIfAborted();
    const total = matches.reduce((sum, { answers }) => sum + answers.ordinals.length, 0);
    return { total, hits, facets, understood: { text: query.text.trim(), dropped: [] } };
  };

  return {
    documentCount: analyzed.reduce((sum, { store }) => sum + store.documentCount, 0),
    languages: analyzed.map(({ language }) => language),
    ask,
    async post(id, options = {}) {
      options.signal?.throwIfAborted();
      const at = seconds();
      const found = await Promise.all(analyzed.map((shard) => findPost(shard, id, at, options)));
      return found.find((post) => post !== undefined);
    },
  };
};
