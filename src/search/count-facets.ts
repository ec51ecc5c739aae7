/**
 * How many of the matching documents have each value of a facet.
 * @module
 */
import { foldLetters } from '../analysis/fold-letters.js';
import type { ValueColumn } from '../documents/columns.js';
import { OrdinalSet } from '../documents/ordinal-set.js';
import { compareText } from '../domain/compare-text.js';
import { type FacetName, mapValueFacets, type ValueFacetName, valueFacets } from '../domain/facets.js';
import { toNameKey } from '../domain/name-key.js';
import type { FacetCount, SearchOptions, SearchQuery } from '../domain/search.js';
import { isLanguageAsked } from './asked-languages.js';
import type { CountRepeated } from './count-translations.js';
import type { ShardMatches } from './match-shard.js';
import { ValueNumbers } from './value-numbers.js';

type FacetsAsked = Pick<SearchQuery, 'facets' | 'facetLimit' | 'facetContains'>;

/**
 * Counts what a question asks to be counted.
 * @param countRepeated of several shards: a post counts once for a value, in however many languages it is there
 */
export type FacetCounter = (
  asked: FacetsAsked,
  matches: readonly ShardMatches[],
  countRepeated: CountRepeated | undefined,
  options: SearchOptions,
) => Promise<Partial<Record<FacetName, readonly FacetCount[]>>>;

/** What the counts of a shard are made of. */
interface Counting {
  readonly language: string;
  readonly documentCount: number;
  readonly columns: Partial<Record<ValueFacetName, ValueColumn>> & { readonly days?: Uint32Array };
  /** The documents that a facet is counted over, ascending; and as a set, which is made when it is needed. */
  readonly ordinalsOf: (facet: FacetName) => Uint32Array;
  readonly matchingOf: (facet: FacetName) => OrdinalSet;
}

const columnOf = (facet: FacetName): ValueFacetName | 'days' | undefined =>
  facet === 'years' || facet === 'months' ? 'days' : valueFacets.find(({ name }) => name === facet)?.name;

/** Reads the columns of the facets asked for and no others, and none where nothing matches. */
const readCounting = async (
  facets: readonly FacetName[],
  { shard: { store, language }, answers, beside }: ShardMatches,
  options: SearchOptions,
): Promise<Counting> => {
  const ordinalsOf = (facet: FacetName): Uint32Array => beside.get(facet) ?? answers.ordinals;
  const names = facets.flatMap((facet) => (ordinalsOf(facet).length > 0 ? (columnOf(facet) ?? []) : []));
  const columns = names.length > 0 ? await store.columns([...new Set(names)], options) : {};
  // Most facets are counted over the same documents.
  const sets = new Map<Uint32Array, OrdinalSet>();
  const matchingOf = (facet: FacetName): OrdinalSet => {
    const ordinals = ordinalsOf(facet);
    const set = sets.get(ordinals) ?? OrdinalSet.of(store.documentCount, ordinals);
    sets.set(ordinals, set);
    return set;
  };
  return { language, documentCount: store.documentCount, columns, ordinalsOf, matchingOf };
};

/** `2024`, `2024-03`. */
const toPeriod = (period: number, digits: number): string =>
  String(period)
    .padStart(digits, '0')
    .replace(/^(\d{4})(?=\d)/, '$1-');

/** Days ascend, so that those of a period come one after the other; the undated are before all. */
const countPeriods = (facet: 'years' | 'months', shards: readonly Counting[]): readonly FacetCount[] => {
  const digits = facet === 'years' ? 4 : 6;
  const daysInPeriod = 10 ** (8 - digits);
  const counts = new Map<number, number>();
  for (const { ordinalsOf, columns } of shards) {
    const ordinals = ordinalsOf(facet);
    let at = ordinals.findIndex((ordinal) => (columns.days?.[ordinal] ?? 0) > 0);
    while (at >= 0 && at < ordinals.length) {
      const start = at;
      const period = Math.trunc((columns.days?.[ordinals[at] ?? 0] ?? 0) / daysInPeriod);
      const end = (period + 1) * daysInPeriod;
      while (at < ordinals.length && (columns.days?.[ordinals[at] ?? 0] ?? 0) < end) at += 1;
      counts.set(period, (counts.get(period) ?? 0) + at - start);
    }
  }
  return Array.from(counts, ([period, count]) => ({ value: toPeriod(period, digits), count }));
};

/** `pt` asks for `pt-BR` too. */
const countLanguages = (shards: readonly Counting[]): readonly FacetCount[] => {
  const countOf = (asked: string): number =>
    shards
      .filter(({ language }) => isLanguageAsked(language, [asked]))
      .reduce((sum, { ordinalsOf }) => sum + ordinalsOf('languages').length, 0);
  return shards
    .filter(({ ordinalsOf }) => ordinalsOf('languages').length > 0)
    .map(({ language }) => ({ value: language, count: countOf(language) }));
};

const countValues = (
  facet: ValueFacetName,
  shards: readonly Counting[],
  numbers: ValueNumbers,
): readonly FacetCount[] =>
  numbers.add(
    shards.flatMap(({ documentCount, columns, ordinalsOf, matchingOf }) => {
      const column = columns[facet];
      if (column === undefined || ordinalsOf(facet).length === 0) return [];
      const isAll = ordinalsOf(facet).length === documentCount;
      const matching = isAll ? undefined : matchingOf(facet);
      const counts = column.ordinals.map((ordinals) => matching?.countOf(ordinals) ?? ordinals.length);
      return [{ column, counts }];
    }),
  );

const fold = (text: string): string => foldLetters(text.normalize('NFC').toLowerCase());

/** What the first few have at least: no other has to be compared by its name. Infinite where none is wanted. */
const leastOfFirst = (counts: readonly number[], limit: number): number =>
  limit >= counts.length ? 0 : (Uint32Array.from(counts).sort()[counts.length - limit] ?? Infinity);

/** The first few of those that hold a text: the newest periods, else the values of the most documents. */
const choose = (
  facet: FacetName,
  counted: readonly FacetCount[],
  { facetLimit, facetContains }: FacetsAsked,
): readonly FacetCount[] => {
  const part = fold(facetContains);
  const fitting = part === '' ? counted : counted.filter(({ value }) => fold(value).includes(part));
  if (facet === 'years' || facet === 'months')
    return fitting.toSorted((a, b) => compareText(b.value, a.value)).slice(0, facetLimit);
  const least = leastOfFirst(
    fitting.map(({ count }) => count),
    facetLimit,
  );
  return fitting
    .filter(({ count }) => count >= least)
    .sort((a, b) => b.count - a.count || compareText(a.value, b.value))
    .slice(0, facetLimit);
};

/**
 * Each facet is counted over the documents that pass all filters but what is selected of itself. Values that no match has are left out.
 * A counter keeps what it has made of the columns of an index: one is made for each.
 */
export const createFacetCounter = (): FacetCounter => {
  const numbers = mapValueFacets(() => new ValueNumbers());
  return async (asked, matches, countRepeated, options) => {
    const shards = await Promise.all(matches.map((ofShard) => readCounting(asked.facets, ofShard, options)));
    const count = (facet: FacetName): readonly FacetCount[] => {
      if (facet === 'years' || facet === 'months') return countPeriods(facet, shards);
      if (facet === 'languages') return countLanguages(shards);
      return countValues(facet, shards, numbers[facet]);
    };
    const countOnce = async (facet: FacetName): Promise<readonly FacetCount[]> => {
      const repeated = await countRepeated?.(facet, options);
      if (repeated === undefined || repeated.size === 0) return count(facet);
      return count(facet).map(({ value, count: all }) => ({
        value,
        count: all - (repeated.get(toNameKey(value)) ?? 0),
      }));
    };
    const counted = asked.facets.map(
      async (facet) => [facet, choose(facet, await countOnce(facet), asked)] as const,
    );
    return Object.fromEntries(await Promise.all(counted));
  };
};
