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
import type { ShardMatches } from './match-shard.js';

const countValues = (column: ValueColumn, matching: OrdinalSet): readonly FacetCount[] =>
  column.values.map((value, at) => ({
    value,
    count: matching.countOf(column.ordinals[at] ?? new Uint32Array()),
  }));

const countYears = (days: Uint32Array, ordinals: Uint32Array): readonly FacetCount[] => {
  const counts = new Map<number, number>();
  for (const ordinal of ordinals) {
    const year = Math.floor((days[ordinal] ?? 0) / 10_000);
    if (year > 0) counts.set(year, (counts.get(year) ?? 0) + 1);
  }
  return Array.from(counts, ([year, count]) => ({ value: String(year).padStart(4, '0'), count }));
};

const countIn = async (
  facet: FacetName,
  { shard: { store, language }, answers, beside }: ShardMatches,
  options: SearchOptions,
): Promise<readonly FacetCount[]> => {
  const ordinals = beside.get(facet) ?? answers.ordinals;
  if (ordinals.length === 0) return [];
  if (facet === 'languages') return [{ value: language, count: ordinals.length }];
  if (facet === 'years') return countYears((await store.columns(['days'], options)).days, ordinals);
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
  options: SearchOptions,
): Promise<readonly FacetCount[]> => {
  const lists = await Promise.all(matches.map((ofShard) => countIn(facet, ofShard, options)));
  return mergeCounts(lists).toSorted(facet === 'years' ? newestFirst : byCount);
};

/**
 * Each facet is counted over the documents that pass all filters but what is selected of itself. Reads the columns of the facets
 * asked for and no others, and none where nothing matches. Values that no match has are left out.
 */
export const countFacets = async (
  facets: readonly FacetName[],
  matches: readonly ShardMatches[],
  options: SearchOptions,
): Promise<Partial<Record<FacetName, readonly FacetCount[]>>> =>
  Object.fromEntries(
    await Promise.all(facets.map(async (facet) => [facet, await sumFacet(facet, matches, options)] as const)),
  );
