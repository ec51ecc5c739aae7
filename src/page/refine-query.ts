/**
 * The questions that the links of the page ask: the present one with one thing changed, from the first hit on. What a link gives
 * is what the counts say: of the values of one facet any will do, and each facet narrows what the others leave.
 * @module
 */
import type { ValueFacetName } from '../domain/facets.js';
import type { NameGroups, SearchFilters, SearchQuery } from '../domain/search.js';

export const withText = (query: SearchQuery, text: string): SearchQuery => ({ ...query, text, offset: 0 });

export const withOffset = (query: SearchQuery, offset: number): SearchQuery => ({ ...query, offset });

export const withoutFilters = (query: SearchQuery): SearchQuery => withFilters(query, {});

export const hasName = (query: SearchQuery, facet: ValueFacetName, name: string): boolean =>
  groupsOf(query, facet).some((group) => group.some((member) => isSame(member, name)));

/**
 * Asks for posts that have this name or another one that is asked for; or, if it is asked for already, no longer for this one.
 * Where an address asks for several groups, all of them, it joins the last.
 */
export const toggleName = (query: SearchQuery, facet: ValueFacetName, name: string): SearchQuery => {
  const groups = groupsOf(query, facet);
  if (hasName(query, facet, name)) {
    const others = groups.map((group) => group.filter((member) => !isSame(member, name)));
    return withGroups(query, facet, others);
  }
  return withGroups(query, facet, [...groups.slice(0, -1), [...(groups.at(-1) ?? []), name]]);
};

/** Asks for posts that have this name, whatever other one of the facet was asked for. */
export const withOnlyName = (query: SearchQuery, facet: ValueFacetName, name: string): SearchQuery =>
  withGroups(query, facet, [[name]]);

/** Drops a whole list of alternatives. */
export const withoutGroup = (
  query: SearchQuery,
  facet: ValueFacetName,
  group: readonly string[],
): SearchQuery =>
  withGroups(
    query,
    facet,
    groupsOf(query, facet).filter((other) => other !== group),
  );

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

/** The year of a year (`2019`) or a month (`2019-03`). */
const yearOf = (period: string): string => period.slice(0, 4);

const periodsOf = ({ filters }: SearchQuery): readonly string[] => filters.periods ?? [];

/** The year that all periods in force are of, or that is in force itself, if there is only one. */
export const openYear = (query: SearchQuery): string | undefined => {
  const years = new Set(periodsOf(query).map(yearOf));
  const [year] = years;
  return years.size === 1 ? year : undefined;
};

/** Whether posts of a month, or some of a year, are asked for. */
export const hasPeriod = (query: SearchQuery, period: string): boolean =>
  periodsOf(query).some((other) => other === period || yearOf(other) === period);

/**
 * Asks for posts of this period too; or no longer, if it was asked for. A month takes the place of its year, which comes back with
 * its last month.
 */
export const togglePeriod = (query: SearchQuery, period: string): SearchQuery => {
  if (hasPeriod(query, period)) return withoutPeriod(query, period);
  const others = periodsOf(query).filter((other) => other !== yearOf(period));
  return withPeriods(query, [...others, period]);
};

export const withoutPeriod = (query: SearchQuery, period: string): SearchQuery => {
  const others = periodsOf(query).filter((other) => other !== period && yearOf(other) !== period);
  const year = yearOf(period);
  const isLastMonth = period !== year && !others.some((other) => yearOf(other) === year);
  return withPeriods(query, isLastMonth ? [...others, year] : others);
};

const withPeriods = (query: SearchQuery, periods: readonly string[]): SearchQuery =>
  withFilters(query, { ...query.filters, periods: periods.toSorted() });

export const withoutDates = (query: SearchQuery): SearchQuery => {
  const { from: _from, to: _to, ...others } = query.filters;
  return withFilters(query, others);
};

const groupsOf = (query: SearchQuery, facet: ValueFacetName): NameGroups => query.filters[facet] ?? [];

const withGroups = (query: SearchQuery, facet: ValueFacetName, groups: NameGroups): SearchQuery =>
  withFilters(query, { ...query.filters, [facet]: groups.filter((group) => group.length > 0) });

const withFilters = (query: SearchQuery, filters: SearchFilters): SearchQuery => ({
  ...query,
  filters,
  offset: 0,
});

/** Names are compared as the engines do: ignoring case and Unicode form. */
const isSame = (one: string, other: string): boolean => toKey(one) === toKey(other);

const toKey = (name: string): string => name.normalize('NFC').toLowerCase();
