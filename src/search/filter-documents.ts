/**
 * Which documents of a shard may answer.
 * @module
 */

import { toDayNumber, type ValueColumn } from '../documents/columns.js';
import type { DocumentStore } from '../documents/document-store.js';
import { toNameKey } from '../documents/name-key.js';
import { OrdinalSet } from '../documents/ordinal-set.js';
import { valueFacets } from '../domain/facets.js';
import type { NameGroups, SearchFilters, SearchOptions } from '../domain/search.js';

/** `pt` takes `pt` and `pt-BR`. */
export const isLanguageAsked = (language: string, asked: readonly string[] | undefined): boolean => {
  if (asked === undefined || asked.length === 0) return true;
  const own = language.toLowerCase();
  return asked.some((name) => own === name.toLowerCase() || own.startsWith(`${name.toLowerCase()}-`));
};

const withAnyName = (size: number, column: ValueColumn, names: readonly string[]): OrdinalSet => {
  const keys = new Set(names.map(toNameKey));
  const found = new OrdinalSet(size);
  column.values.forEach((value, at) => {
    if (!keys.has(toNameKey(value))) return;
    for (const ordinal of column.ordinals[at] ?? []) found.add(ordinal);
  });
  return found;
};

const keepNamed = (allowed: OrdinalSet, column: ValueColumn, groups: NameGroups): void => {
  for (const names of groups) {
    if (names.length > 0) allowed.intersect(withAnyName(allowed.size, column, names));
  }
};

const keepDays = (
  allowed: OrdinalSet,
  days: Uint32Array,
  from: string | undefined,
  to: string | undefined,
): void => {
  // An undated document has day 0 and is before any day.
  const first = from === undefined ? 1 : toDayNumber(from);
  const last = to === undefined ? Number.POSITIVE_INFINITY : toDayNumber(to);
  days.forEach((day, ordinal) => {
    if (day < first || day > last) allowed.delete(ordinal);
  });
};

/**
 * Reads the columns that the filters need, and always that of expiry.
 * @param now seconds since the epoch
 */
export const filterDocuments = async (
  store: DocumentStore,
  filters: SearchFilters,
  now: number,
  options: SearchOptions,
): Promise<OrdinalSet> => {
  const { from, to } = filters;
  const isDated = from !== undefined || to !== undefined;
  const named = valueFacets.flatMap(({ name }) => {
    const groups = filters[name] ?? [];
    return groups.length > 0 ? [{ name, groups }] : [];
  });
  const [{ expires }, columns, dated] = await Promise.all([
    store.columns(['expires'], options),
    Promise.all(named.map(async ({ name }) => (await store.columns([name], options))[name])),
    isDated ? store.columns(['days'], options) : undefined,
  ]);
  // Not before there is a column: the number of documents is a promise until there are bytes for it.
  const allowed = OrdinalSet.full(store.documentCount);
  expires.forEach((end, ordinal) => {
    if (end <= now) allowed.delete(ordinal);
  });
  named.forEach(({ groups }, at) => {
    const column = columns[at];
    if (column) keepNamed(allowed, column, groups);
  });
  if (dated) keepDays(allowed, dated.days, from, to);
  return allowed;
};
