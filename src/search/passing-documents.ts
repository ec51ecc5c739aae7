/**
 * Which documents of a shard pass one filter.
 * @module
 */
import { toDayNumber, type ValueColumn } from '../documents/columns.js';
import { OrdinalSet } from '../documents/ordinal-set.js';
import { toNameKey } from '../domain/name-key.js';
import type { DocumentFilter } from '../domain/query-tree.js';
import type { SearchOptions } from '../domain/search.js';
import { isLanguageAsked } from './asked-languages.js';
import type { Shard } from './shard.js';

/** @param size documents of the shard */
export const withAnyName = (size: number, column: ValueColumn, names: readonly string[]): OrdinalSet => {
  const asked = new Set(names.map(toNameKey));
  const found = new OrdinalSet(size);
  column.keys.forEach((key, at) => {
    if (!asked.has(key)) return;
    for (const ordinal of column.ordinals[at] ?? []) found.add(ordinal);
  });
  return found;
};

/** First and last day as numbers, inclusive. */
export type DayRange = readonly [first: number, last: number];

/** @returns all days but none for an undated document, which has day 0 and is before any day */
export const toDayRange = ({ from, to }: { readonly from?: string; readonly to?: string }): DayRange => [
  from === undefined ? 1 : toDayNumber(from),
  to === undefined ? Infinity : toDayNumber(to),
];

export const withinDays = (days: Uint32Array, ranges: readonly DayRange[]): OrdinalSet => {
  const found = new OrdinalSet(days.length);
  days.forEach((day, ordinal) => {
    if (ranges.some(([first, last]) => day >= first && day <= last)) found.add(ordinal);
  });
  return found;
};

/** Reads the column that the filter is about, and no other. */
export const findPassing = async (
  { store, language }: Shard,
  filter: DocumentFilter,
  options: SearchOptions,
): Promise<OrdinalSet> => {
  const size = store.documentCount;
  switch (filter.by) {
    case 'facet': {
      const columns = await store.columns([filter.facet], options);
      return withAnyName(size, columns[filter.facet], [filter.value]);
    }
    case 'days':
      return withinDays((await store.columns(['days'], options)).days, [toDayRange(filter)]);
    case 'language':
      return isLanguageAsked(language, [filter.language]) ? OrdinalSet.full(size) : new OrdinalSet(size);
  }
};
