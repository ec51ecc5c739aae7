/**
 * How often a facet counts a post more than once, because several of its translations have the same value.
 * @module
 */
import type { ValueColumn } from '../documents/columns.js';
import type { FacetName } from '../domain/facets.js';
import { toNameKey } from '../domain/name-key.js';
import type { SearchOptions } from '../domain/search.js';
import { findSeveral, type GroupedMatches } from './join-translations.js';
import type { ShardMatches } from './match-shard.js';

/** @returns by key of a value, what its count is too great by */
export type CountRepeated = (
  facet: FacetName,
  options: SearchOptions,
) => Promise<ReadonlyMap<string, number>>;

/** By ordinal: keys of the values that a document has. */
type Keys = readonly (readonly string[] | undefined)[];

/** A column is read once, and asked for many times. */
const keysOfColumns = new WeakMap<ValueColumn, Keys>();

const keysOf = (column: ValueColumn): Keys => {
  const known = keysOfColumns.get(column);
  if (known !== undefined) return known;
  const keys: (string[] | undefined)[] = [];
  column.values.forEach((value, at) => {
    const key = toNameKey(value);
    for (const ordinal of column.ordinals[at] ?? []) {
      const known = keys[ordinal];
      if (known === undefined) keys[ordinal] = [key];
      else known.push(key);
    }
  });
  keysOfColumns.set(column, keys);
  return keys;
};

const readKeys = async (
  facet: Exclude<FacetName, 'languages'>,
  { shard: { store } }: ShardMatches,
  options: SearchOptions,
): Promise<(ordinal: number) => readonly string[]> => {
  if (facet === 'years' || facet === 'months') {
    const { days } = await store.columns(['days'], options);
    return (ordinal) => {
      const day = String(days[ordinal] ?? 0).padStart(8, '0');
      const year = day.slice(0, 4);
      return [facet === 'years' ? year : `${year}-${day.slice(4, 6)}`];
    };
  }
  const keys = keysOf((await store.columns([facet], options))[facet]);
  return (ordinal) => keys[ordinal] ?? [];
};

export const createCountRepeated =
  (matches: readonly GroupedMatches[]): CountRepeated =>
  async (facet, options) => {
    const repeated = new Map<string, number>();
    // No two of them are in one language.
    if (facet === 'languages') return repeated;
    const several = findSeveral(matches, ({ beside, answers }) => ({
      ordinals: beside.get(facet) ?? answers.ordinals,
    }));
    if (several.size === 0) return repeated;
    const read = new Map(
      await Promise.all(
        matches.map(async (ofShard) => [ofShard, await readKeys(facet, ofShard, options)] as const),
      ),
    );
    for (const members of several.values()) {
      const seen = new Set<string>();
      for (const { from, ordinal } of members) {
        for (const key of read.get(from)?.(ordinal) ?? []) {
          if (seen.has(key)) repeated.set(key, (repeated.get(key) ?? 0) + 1);
          seen.add(key);
        }
      }
    }
    return repeated;
  };
