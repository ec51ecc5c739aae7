/**
 * Which documents of a shard a question is asked of, before their words are looked at.
 * @module
 */
import { OrdinalSet } from '../documents/ordinal-set.js';
import type { FacetName } from '../domain/facets.js';
import type { SearchFilters, SearchOptions, SearchQuery } from '../domain/search.js';
import { isLanguageAsked } from './asked-languages.js';
import { loadRefinements } from './load-refinements.js';
import type { Shard } from './shard.js';

/** Documents of a shard, before their words are looked at. */
export interface Allowed {
  /** Those that may answer: they pass all filters. */
  readonly answers: OrdinalSet;
  /**
   * For each facet to count that anything is selected of, those that pass all other filters: what is selected of a facet does
   * not shrink its own counts. For other facets, the counts are those of the answers.
   */
  readonly beside: ReadonlyMap<FacetName, OrdinalSet>;
  /** All of these together. */
  readonly any: OrdinalSet;
}

/** Reads the column of expiry. */
const findVisible = async ({ store }: Shard, now: number, options: SearchOptions): Promise<OrdinalSet> => {
  const { expires } = await store.columns(['expires'], options);
  // Not before there is a column: the number of documents is a promise until there are bytes for it.
  const visible = OrdinalSet.full(store.documentCount);
  for (let ordinal = 0; ordinal < expires.length; ordinal += 1) {
    if ((expires[ordinal] ?? Infinity) <= now) visible.delete(ordinal);
  }
  return visible;
};

/** Whether a shard is asked of all its documents: of a language that is asked for, without another filter. */
const asksAll = ({ languages, ...others }: SearchFilters, { language }: Shard): boolean =>
  Object.keys(others).length === 0 && isLanguageAsked(language, languages);

/**
 * Reads the columns that the filters need, and always that of expiry.
 * @param now seconds since the epoch
 */
export const allowDocuments = async (
  shard: Shard,
  query: Pick<SearchQuery, 'filters' | 'facets'>,
  now: number,
  options: SearchOptions,
): Promise<Allowed> => {
  const isAll = asksAll(query.filters, shard);
  const [visible, refinements] = await Promise.all([
    findVisible(shard, now, options),
    isAll ? undefined : loadRefinements(),
  ]);
  return refinements === undefined
    ? { answers: visible, beside: new Map(), any: visible }
    : refinements.filterDocuments(shard, query, visible, options);
};
