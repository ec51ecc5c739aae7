/**
 * How many of the matching documents have each value of a facet.
 * @module
 */

import type { ValueColumn } from '../documents/columns.js';
import { toNameKey } from '../documents/name-key.js';
import { OrdinalSet } from '../documents/ordinal-set.js';
import { compareText } from '../domain/compare-text.js';
import type { FacetName } from '../domain/facets.js';
import type { FacetCount, SearchOptions } from '../domain/search.js';
import type { CountRepeated } from './count-translations.js';
import type { ShardMatches } from './match-shard.js';

const countValues = (column: ValueColumn, matching: OrdinalSet): readonly FacetCount[] =>
  column.values.map((value, at) => ({
    value,
    count: matching.countOf(column.ordinals[at] ?? new Uint32Array()),
  }));

/** `2024`, `2024-03`. */
const toPeriod = (period: number, digits: number): string =>
  String(period)
    .padStart(digits, '0')
    .replace(/^(\d{4})(?=\d)/, '$1-');

/** @param digits of a day that a period has: 4 of a year, 6 of a month */
const countPeriods = (days: Uint32Array, ordinals: Uint32Array, digits: 4 | 6): readonly FacetCount[] => {
  const counts = new Map<number, number>();
  const divisor = 10 ** (8 - digits);
  for (const ordinal of ordinals) {
    const period = Math.floor((days[ordinal] ?? 0) / divisor);
    if (period > 0) counts.set(period, (counts.get(period) ?? 0) + 1);
  }
  return Array.from(counts, ([period, count]) => ({ value: toPeriod(period, digits), count }));
};

const countIn = async (
  facet: FacetName,
  { shard: { store, language }, answers, beside }: ShardMatches,
  options: SearchOptions,
): Promise<readonly FacetCount[]> => {
  const ordinals = beside.get(facet) ?? answers.ordinals;
  if (ordinals.length === 0) return [];
  if (facet === 'languages') return [{ value: language, count: ordinals.length }];
  if (facet === 'years' || facet === 'months') {
    const { days } = await store.columns(['days'], options);
    return countPeriods(days, ordinals, facet === 'years' ? 4 : 6);
  }
  const column = (await store.columns([facet], options))[facet];
  return countValues(column, OrdinalSet.of(store.documentCount, ordinals));
};

/** One value under one spelling: that of the shard in which most documents have it. */
const mergeCounts = (lists: readonly (readonly FacetCount[])[]): readonly FacetCount[] => {
  const merged = new Map<string, { value: string; count: number; most: number }>();
  for (const { value, count } of lists.flat()) {
    if (count === 0) continue;
    const key = toNameKey(value);
    const known = merged.get(key);
    if (known === undefined) {
      merged.set(key, { value, count, most: count });
      continue;
    }
    known.count += count;
    if (count > known.most || (count === known.most && compareText(value, known.value) < 0)) {
      known.value = value;
      known.most = count;
    }
  }
  return Array.from(merged.values(), ({ value, count }) => ({ value, count }));
};

const byCount = (a: FacetCount, b: FacetCount): number => b.count - a.count || compareText(a.value, b.value);
const newestFirst = (a: FacetCount, b: FacetCount): number => compareText(b.value, a.value);

const sumFacet = async (
  facet: FacetName,
  matches: readonly ShardMatches[],
  countRepeated: CountRepeated | undefined,
  options: SearchOptions,
): Promise<readonly FacetCount[]> => {
  const [lists, repeated] = await Promise.all([
    Promise.all(matches.map((ofShard) => countIn(facet, ofShard, options))),
    countRepeated?.(facet, options),
  ]);
  return mergeCounts(lists)
    .map(({ value, count }) => ({ value, count: count - (repeated?.get(toNameKey(value)) ?? 0) }))
    .toSorted(facet === 'years' || facet === 'months' ? newestFirst : byCount);
};

/**
 * Each facet is counted over the documents that pass all filters but what is selected of itself. Reads the columns of the facets
 * asked for and no others, and none where nothing matches. Values that no match has are left out.
 * @param countRepeated of several shards: a post counts once for a value, in however many languages it is there
 */
export const countFacets = async (
  facets: readonly FacetName[],
  matches: readonly ShardMatches[],
  countRepeated: CountRepeated | undefined,
  options: SearchOptions,
): Promise<Partial<Record<FacetName, readonly FacetCount[]>>> =>
  Object.fromEntries(
    await Promise.all(
      facets.map(async (facet) => [facet, await sumFacet(facet, matches, countRepeated, options)] as const),
    ),
  );
