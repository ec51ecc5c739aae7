/**
 * How many of the matching documents have each value of a facet.
 * @module
 */
import { foldLetters } from '../analysis/fold-letters.js';
import type { ValueColumn } from '../documents/columns.js';
import { compareText } from '../domain/compare-text.js';
import { type FacetName, mapValueFacets, type ValueFacetName, valueFacets } from '../domain/facets.js';
import { toNameKey } from '../domain/name-key.js';
import type { FacetCount, SearchOptions, SearchQuery } from '../domain/search.js';
import { isLanguageAsked } from './asked-languages.js';
import type { CountRepeated } from './count-translations.js';
import type { ShardMatches } from './match-shard.js';
import { selectTop } from './select-top.js';
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

/** The documents of a shard that a facet is counted over, ascending, and the columns that its counts are made of. */
interface Counting {
  readonly language: string;
  readonly documentCount: number;
  readonly ordinalsOf: (facet: FacetName) => Uint32Array;
  readonly columns: Partial<Record<ValueFacetName, ValueColumn>> & { readonly days?: Uint32Array };
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
  return { language, documentCount: store.documentCount, ordinalsOf, columns };
};

/** `2024`, `2024-03`. */
const toPeriod = (period: number, digits: number): string =>
  String(period)
    .padStart(digits, '0')
    .replace(/^(\d{4})(?=\d)/, '$1-');

const countPeriods = (facet: 'years' | 'months', shards: readonly Counting[]): readonly FacetCount[] => {
  const digits = facet === 'years' ? 4 : 6;
  const divisor = 10 ** (8 - digits);
  const counts = new Map<number, number>();
  for (const { ordinalsOf, columns } of shards) {
    for (const ordinal of ordinalsOf(facet)) {
      const period = Math.trunc((columns.days?.[ordinal] ?? 0) / divisor);
      if (period > 0) counts.set(period, (counts.get(period) ?? 0) + 1);
    }
  }
  return Array.from(counts, ([period, count]) => ({ value: toPeriod(period, digits), count }));
};

/** `pt` asks for `pt-BR` too. */
const countLanguages = (shards: readonly Counting[]): readonly FacetCount[] =>
  shards.flatMap(({ language, ordinalsOf }) => {
    if (ordinalsOf('languages').length === 0) return [];
    const asked = shards.filter((other) => isLanguageAsked(other.language, [language]));
    const count = asked.reduce((sum, other) => sum + other.ordinalsOf('languages').length, 0);
    return [{ value: language, count }];
  });

const countValues = (
  facet: ValueFacetName,
  shards: readonly Counting[],
  numbers: ValueNumbers,
): readonly FacetCount[] =>
  numbers.count(
    shards.flatMap(({ columns, documentCount, ordinalsOf }) => {
      const column = columns[facet];
      return column === undefined ? [] : [{ column, documentCount, ordinals: ordinalsOf(facet) }];
    }),
  );

const byCount = (a: FacetCount, b: FacetCount): number => b.count - a.count || compareText(a.value, b.value);
const newestFirst = (a: FacetCount, b: FacetCount): number => compareText(b.value, a.value);

const fold = (text: string): string => foldLetters(text.normalize('NFC').toLowerCase());

/** The first few of those that hold a text. */
const choose = (
  counted: readonly FacetCount[],
  compare: (a: FacetCount, b: FacetCount) => number,
  { facetLimit, facetContains }: FacetsAsked,
): readonly FacetCount[] => {
  const part = fold(facetContains);
  const fitting = part === '' ? counted : counted.filter(({ value }) => fold(value).includes(part));
  const none: FacetCount = { value: '', count: 0 };
  const first = selectTop(fitting.length, facetLimit, (a, b) =>
    compare(fitting[a] ?? none, fitting[b] ?? none),
  );
  return first.flatMap((at) => fitting[at] ?? []);
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
      return facet === 'languages' ? countLanguages(shards) : countValues(facet, shards, numbers[facet]);
    };
    const countOnce = async (facet: FacetName): Promise<readonly FacetCount[]> => {
      const repeated = await countRepeated?.(facet, options);
      if (repeated === undefined || repeated.size === 0) return count(facet);
      return count(facet).map(({ value, count: all }) => ({
        value,
        count: all - (repeated.get(toNameKey(value)) ?? 0),
      }));
    };
    const counted = asked.facets.map(async (facet) => {
      const compare = facet === 'years' || facet === 'months' ? newestFirst : byCount;
      return [facet, choose(await countOnce(facet), compare, asked)] as const;
    });
    return Object.fromEntries(await Promise.all(counted));
  };
};
