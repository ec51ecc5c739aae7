/**
 * Which documents of a shard may answer where a question selects some, and which ones the counts of a facet look at.
 * @module
 */
import type { ValueColumn } from '../documents/columns.js';
import { OrdinalSet } from '../documents/ordinal-set.js';
import { type FacetName, valueFacets } from '../domain/facets.js';
import type { NameGroups, SearchFilters, SearchOptions, SearchQuery } from '../domain/search.js';
import type { Allowed } from './allowed-documents.js';
import { isLanguageAsked } from './asked-languages.js';
import { type DayRange, toDayRange, withAnyName, withinDays } from './passing-documents.js';
import type { Shard } from './shard.js';

/** What is selected of facets, and the documents that it lets pass. */
interface Selection {
  /** Those whose own counts it does not shrink. */
  readonly facets: readonly FacetName[];
  readonly passing: OrdinalSet;
}

const withNames = (size: number, column: ValueColumn, groups: NameGroups): OrdinalSet => {
  const found = OrdinalSet.full(size);
  for (const names of groups) found.intersect(withAnyName(size, column, names));
  return found;
};

/** `2024` and `2024-03` from before their first day to after their last, whichever these are. */
const toPeriodRange = (period: string): DayRange => {
  const digits = period.replace('-', '');
  return [Number(digits.padEnd(8, '0')), Number(digits.padEnd(8, '9'))];
};

/** What is selected of time; a document passes within both, the days and any of the periods. */
const selectDays = async (
  { store }: Shard,
  { from, to, periods = [] }: SearchFilters,
  options: SearchOptions,
): Promise<readonly Selection[]> => {
  const hasDays = from !== undefined || to !== undefined;
  if (!hasDays && periods.length === 0) return [];
  const { days } = await store.columns(['days'], options);
  const passing = withinDays(days, [
    toDayRange({ ...(from !== undefined && { from }), ...(to !== undefined && { to }) }),
  ]);
  if (periods.length > 0) passing.intersect(withinDays(days, periods.map(toPeriodRange)));
  return [{ facets: ['years', 'months'], passing }];
};

/** Reads the columns of the facets that anything is selected of, and no others. */
const readSelections = async (
  shard: Shard,
  filters: SearchFilters,
  options: SearchOptions,
): Promise<readonly Selection[]> => {
  const { store, language } = shard;
  const { documentCount } = store;
  const { languages = [] } = filters;
  const named = valueFacets.map(async ({ name }): Promise<readonly Selection[]> => {
    const groups = (filters[name] ?? []).filter((names) => names.length > 0);
    if (groups.length === 0) return [];
    const columns = await store.columns([name], options);
    return [{ facets: [name], passing: withNames(documentCount, columns[name], groups) }];
  });
  const selections = await Promise.all([...named, selectDays(shard, filters, options)]);
  const ofLanguages = (): Selection => ({
    facets: ['languages'],
    passing: isLanguageAsked(language, languages)
      ? OrdinalSet.full(documentCount)
      : new OrdinalSet(documentCount),
  });
  return [...selections.flat(), ...(languages.length > 0 ? [ofLanguages()] : [])];
};

/**
 * Reads the columns that the filters need.
 * @param visible the documents of the shard that may be seen at all
 */
export const filterDocuments = async (
  shard: Shard,
  { filters, facets }: Pick<SearchQuery, 'filters' | 'facets'>,
  visible: OrdinalSet,
  options: SearchOptions,
): Promise<Allowed> => {
  const selections = await readSelections(shard, filters, options);
  const passing = (but?: FacetName): OrdinalSet => {
    const allowed = visible.copy();
    for (const selection of selections) {
      if (but === undefined || !selection.facets.includes(but)) allowed.intersect(selection.passing);
    }
    return allowed;
  };
  const answers = passing();
  const counted = selections.flatMap((selection) =>
    selection.facets.filter((facet) => facets.includes(facet)),
  );
  const beside = new Map(counted.map((facet) => [facet, passing(facet)]));
  const any = passing();
  for (const allowed of beside.values()) any.unite(allowed);
  return { answers, beside, any };
};
