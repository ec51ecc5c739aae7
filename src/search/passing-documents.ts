/**
 * Which documents of a shard pass one filter.
 * @module
 */
import { toDayNumber, type ValueColumn } from '../documents/columns.js';
import { toNameKey } from '../documents/name-key.js';
import { OrdinalSet } from '../documents/ordinal-set.js';
import type { DocumentFilter } from '../domain/query-tree.js';
import type { SearchOptions } from '../domain/search.js';
import type { Shard } from './shard.js';

/** `pt` takes `pt` and `pt-BR`. */
export const isLanguageAsked = (language: string, asked: readonly string[] | undefined): boolean => {
  if (asked === undefined || asked.length === 0) return true;
  const own = language.toLowerCase();
  return asked.some((name) => own === name.toLowerCase() || own.startsWith(`${name.toLowerCase()}-`));
};

/** @param size documents of the shard */
export const withAnyName = (size: number, column: ValueColumn, names: readonly string[]): OrdinalSet => {
  const keys = new Set(names.map(toNameKey));
  const found = new OrdinalSet(size);
  column.values.forEach((value, at) => {
    if (!keys.has(toNameKey(value))) return;
    for (const ordinal of column.ordinals[at] ?? []) found.add(ordinal);
  });
  return found;
};

/** An undated document has day 0 and is before any day. */
const withinDays = (
  days: Uint32Array,
  { from, to }: { readonly from?: string; readonly to?: string },
): OrdinalSet => {
  const first = from === undefined ? 1 : toDayNumber(from);
  const last = to === undefined ? Infinity : toDayNumber(to);
  const found = new OrdinalSet(days.length);
  days.forEach((day, ordinal) => {
    if (day >= first && day <= last) found.add(ordinal);
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
      return withinDays((await store.columns(['days'], options)).days, filter);
    case 'language':
      return isLanguageAsked(language, [filter.language]) ? OrdinalSet.full(size) : new OrdinalSet(size);
  }
};
