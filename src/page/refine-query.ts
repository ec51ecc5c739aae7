/**
 * The questions that the links of the page ask: the present one with one thing changed, from the first hit on.
 * @module
 */
import type { ValueFacetName } from '../domain/facets.js';
import type { NameGroups, SearchFilters, SearchQuery, SortOrder } from '../domain/search.js';

export const withSort = (query: SearchQuery, sort: SortOrder): SearchQuery => ({ ...query, sort, offset: 0 });

export const withOffset = (query: SearchQuery, offset: number): SearchQuery => ({ ...query, offset });

export const withoutFilters = (query: SearchQuery): SearchQuery => withFilters(query, {});

export const hasName = (query: SearchQuery, facet: ValueFacetName, name: string): boolean =>
  (query.filters[facet] ?? []).some((group) => group.some((member) => isSame(member, name)));

/** Asks for posts that have this name as well; or, if it is asked for already, no longer. */
export const toggleName = (query: SearchQuery, facet: ValueFacetName, name: string): SearchQuery => {
  const groups: NameGroups = query.filters[facet] ?? [];
  const changed = hasName(query, facet, name)
    ? groups
        .map((group) => group.filter((member) => !isSame(member, name)))
        .filter((group) => group.length > 0)
    : [...groups, [name]];
  return withFilters(query, { ...query.filters, [facet]: changed });
};

/** Drops a whole list of alternatives. */
export const withoutGroup = (
  query: SearchQuery,
  facet: ValueFacetName,
  group: readonly string[],
): SearchQuery => {
  const groups: NameGroups = query.filters[facet] ?? [];
  return withFilters(query, { ...query.filters, [facet]: groups.filter((other) => other !== group) });
};

export const hasLanguage = (query: SearchQuery, language: string): boolean =>
  (query.filters.languages ?? []).some((other) => isSame(other, language));

export const toggleLanguage = (query: SearchQuery, language: string): SearchQuery => {
  const languages = query.filters.languages ?? [];
  return withFilters(query, {
    ...query.filters,
    languages: hasLanguage(query, language)
      ? languages.filter((other) => !isSame(other, language))
      : [...languages, language],
  });
};

export const hasYear = ({ filters }: SearchQuery, year: string): boolean =>
  filters.from === `${year}-01-01` && filters.to === `${year}-12-31`;

export const toggleYear = (query: SearchQuery, year: string): SearchQuery =>
  hasYear(query, year)
    ? withoutDates(query)
    : withFilters(query, { ...query.filters, from: `${year}-01-01`, to: `${year}-12-31` });

export const withoutDates = (query: SearchQuery): SearchQuery => {
  const { from: _from, to: _to, ...others } = query.filters;
  return withFilters(query, others);
};

const withFilters = (query: SearchQuery, filters: SearchFilters): SearchQuery => ({
  ...query,
  filters,
  offset: 0,
});

/** Names are compared as the engines do: ignoring case and Unicode form. */
const isSame = (one: string, other: string): boolean => toKey(one) === toKey(other);

const toKey = (name: string): string => name.normalize('NFC').toLowerCase();
