/**
 * The posts of a blog by year and month.
 * @module
 */
import type { FacetCount, SearchQuery, SearchResult } from '../domain/search.js';

/** @returns the question how many posts each year and month has of those that another question asks for, and for no post */
export const toArchiveQuery = (query: SearchQuery): SearchQuery => ({
  ...query,
  limit: 0,
  facets: ['years', 'months'],
  facetLimit: Infinity,
  facetContains: '',
});

/** A year, and those of its months that have posts; each the newest first. */
export interface ArchiveYear extends FacetCount {
  readonly months: readonly FacetCount[];
}

/** @param facets of the answer to what {@link toArchiveQuery} asks */
export const toArchive = ({ years = [], months = [] }: SearchResult['facets']): readonly ArchiveYear[] =>
  years.map((year) => ({
    ...year,
    months: months.filter(({ value }) => value.startsWith(`${year.value}-`)),
  }));
