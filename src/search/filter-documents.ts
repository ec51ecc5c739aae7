/**
 * Which documents of a shard may answer, and which ones the counts of a facet look at.
 * @module
 */
import type { ValueColumn } from '../documents/columns.js';
import { OrdinalSet } from '../documents/ordinal-set.js';
import { type FacetName, valueFacets } from '../domain/facets.js';
import type { NameGroups, SearchFilters, SearchOptions, SearchQuery } from '../domain/search.js';
import { findPassing, isLanguageAsked, withAnyName } from './passing-documents.js';
import type { Shard } from './shard.js';

/** What is selected of one facet, and the documents that it lets pass. */
interface Selection {
  readonly facet: FacetName;
  readonly passing: OrdinalSet;
}

const withNames = (size: number, column: ValueColumn, groups: NameGroups): OrdinalSet => {
  const found = OrdinalSet.full(size);
  for (const names of groups) found.intersect(withAnyName(size, column, names));
  return found;
};

/** Reads the columns of the facets that anything is selected of, and no others. */
const readSelections = async (
  shard: Shard,
  filters: SearchFilters,
  options: SearchOptions,
): Promise<readonly Selection[]> => {
  const { store, language } = shard;
  const { documentCount } = store;
  const { languages = [], from, to } = filters;
  const named = valueFacets.flatMap(({ name }) => {
    const groups = (filters[name] ?? []).filter((names) => names.length > 0);
    return groups.length > 0 ? [{ name, groups }] : [];
  });
  const selections = named.map(async ({ name, groups }): Promise<Selection> => {
    const columns = await store.columns([name], options);
    return { facet: name, passing: withNames(documentCount, columns[name], groups) };
  });
  if (from !== undefined || to !== undefined) {
    const days = {
      by: 'days',
      ...(from !== undefined && { from }),
      ...(to !== undefined && { to }),
    } as const;
    selections.push(findPassing(shard, days, options).then((passing) => ({ facet: 'years', passing })));
  }
  if (languages.length > 0) {
    const isAsked = isLanguageAsked(language, languages);
    const passing = isAsked ? OrdinalSet.full(documentCount) : new OrdinalSet(documentCount);
    selections.push(Promise.resolve({ facet: 'languages', passing }));
  }
  return Promise.all(selections);
};

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

/**
 * Reads the columns that the filters need, and always that of expiry.
 * @param now seconds since the epoch
 */
export const filterDocuments = async (
  shard: Shard,
  { filters, facets }: Pick<SearchQuery, 'filters' | 'facets'>,
  now: number,
  options: SearchOptions,
): Promise<Allowed> => {
  const [{ expires }, selections] = await Promise.all([
    shard.store.columns(['expires'], options),
    readSelections(shard, filters, options),
  ]);
  // Not before there is a column: the number of documents is a promise until there are bytes for it.
  const visible = OrdinalSet.full(shard.store.documentCount);
  expires.forEach((end, ordinal) => {
    if (end <= now) visible.delete(ordinal);
  });
  const passing = (but?: FacetName): OrdinalSet => {
    const allowed = OrdinalSet.full(visible.size);
    allowed.intersect(visible);
    for (const selection of selections) if (selection.facet !== but) allowed.intersect(selection.passing);
    return allowed;
  };
  const answers = passing();
  const counted = selections.map(({ facet }) => facet).filter((facet) => facets.includes(facet));
  const beside = new Map(counted.map((facet) => [facet, passing(facet)]));
  const any = passing();
  for (const allowed of beside.values()) any.unite(allowed);
  return { answers, beside, any };
};
