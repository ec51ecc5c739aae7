/**
 * The questions that the links of the page ask: the present one with one thing changed, from the first hit on.
 * @module
 */
import type { SearchFilters, SearchQuery, SortOrder } from '../domain/search.js';

/** The filters that hold lists of alternatives. */
export type NameFilter = 'tags' | 'categories';

type Groups = readonly (readonly string[])[];

export function withSort(query: SearchQuery, sort: SortOrder): SearchQuery {
  return { ...query, sort, offset: 0 };
}

export function withOffset(query: SearchQuery, offset: number): SearchQuery {
  return { ...query, offset };
}

export function withoutFilters(query: SearchQuery): SearchQuery {
  return withFilters(query, {});
}

export function hasName(query: SearchQuery, filter: NameFilter, name: string): boolean {
  return (query.filters[filter] ?? []).some((group) => group.some((member) => isSame(member, name)));
}

/** Asks for posts that have this name as well; or, if it is asked for already, no longer. */
export function toggleName(query: SearchQuery, filter: NameFilter, name: string): SearchQuery {
  const groups: Groups = query.filters[filter] ?? [];
  const changed = hasName(query, filter, name)
    ? groups
        .map((group) => group.filter((member) => !isSame(member, name)))
        .filter((group) => group.length > 0)
    : [...groups, [name]];
  return withFilters(query, { ...query.filters, [filter]: changed });
}

/** Drops a whole list of alternatives. */
export function withoutGroup(query: SearchQuery, filter: NameFilter, group: readonly string[]): SearchQuery {
  const groups: Groups = query.filters[filter] ?? [];
  return withFilters(query, { ...query.filters, [filter]: groups.filter((other) => other !== group) });
}

export function hasLanguage(query: SearchQuery, language: string): boolean {
  return (query.filters.languages ?? []).some((other) => isSame(other, language));
}

export function toggleLanguage(query: SearchQuery, language: string): SearchQuery {
  const languages = query.filters.languages ?? [];
  return withFilters(query, {
    ...query.filters,
    languages: hasLanguage(query, language)
      ? languages.filter((other) => !isSame(other, language))
      : [...languages, language],
  });
}

export function hasYear({ filters }: SearchQuery, year: string): boolean {
  return filters.from === `${year}-01-01` && filters.to === `${year}-12-31`;
}

export function toggleYear(query: SearchQuery, year: string): SearchQuery {
  return hasYear(query, year)
    ? withoutDates(query)
    : withFilters(query, { ...query.filters, from: `${year}-01-01`, to: `${year}-12-31` });
}

export function withoutDates(query: SearchQuery): SearchQuery {
  const { from: _from, to: _to, ...others } = query.filters;
  return withFilters(query, others);
}

function withFilters(query: SearchQuery, filters: SearchFilters): SearchQuery {
  return { ...query, filters, offset: 0 };
}

/** Names are compared ignoring case, as the engines do. */
function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
