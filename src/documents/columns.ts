/**
 * What filters, facets and sorting look at: all documents of a shard side by side, one property a column.
 * @module
 */
import { compareText } from '../domain/compare-text.js';
import { type ByValueFacet, type FacetValues, mapValueFacets } from '../domain/facets.js';
import type { PostMetadata } from '../domain/post.js';
import { valuesOf } from './facet-values.js';
import { resolveLinks } from './links.js';
import { toNameKey } from './name-key.js';

/** The values of a facet and who has them. */
export interface ValueColumn {
  /**
   * Sorted by UTF-16 code units, as authors spelt them. What differs in case only is one value, in the spelling that
   * most posts have.
   */
  readonly values: readonly string[];
  /** Parallel to `values`: the ordinals that have the value, ascending. */
  readonly ordinals: readonly Uint32Array[];
}

/** A column for each facet with values, two with one entry a document, and one of the few that have a weight. */
export interface FilterColumns extends ByValueFacet<ValueColumn> {
  /** `YYYYMMDD` as a number, 0 when undated; ascending. */
  readonly days: Uint32Array;
  /** Seconds since the epoch from which on the post is hidden, `Infinity` when never. */
  readonly expires: Float64Array;
  /** By ordinal: what the score of a document is multiplied by, where that is not 1. */
  readonly weights: ReadonlyMap<number, number>;
  /** By ordinal: the other documents that one links to, ascending, where there are any. */
  readonly links: ReadonlyMap<number, Uint32Array>;
}

export type ColumnName = keyof FilterColumns;

/** The spelling that most documents have; of several, the first in UTF-16 order. */
const commonest = (spellings: ReadonlyMap<string, number>): string => {
  let best = '';
  let most = 0;
  for (const [spelling, count] of spellings) {
    if (count > most || (count === most && compareText(spelling, best) < 0)) {
      best = spelling;
      most = count;
    }
  }
  return best;
};

const toValueColumn = (names: readonly (readonly string[])[]): ValueColumn => {
  const byKey = new Map<string, { spellings: Map<string, number>; ordinals: Set<number> }>();
  names.forEach((list, ordinal) => {
    for (const name of list) {
      const key = toNameKey(name);
      const value = byKey.get(key) ?? { spellings: new Map<string, number>(), ordinals: new Set<number>() };
      value.spellings.set(name, (value.spellings.get(name) ?? 0) + 1);
      value.ordinals.add(ordinal);
      byKey.set(key, value);
    }
  });
  const values = Array.from(byKey.values(), ({ spellings, ordinals }) => ({
    value: commonest(spellings),
    ordinals: Uint32Array.from(ordinals),
  })).sort((a, b) => compareText(a.value, b.value));
  return { values: values.map(({ value }) => value), ordinals: values.map(({ ordinals }) => ordinals) };
};

/** `2024-03-09` -> 20240309; days as numbers are in the order of time. */
export const toDayNumber = (day: string): number => Number(day.replaceAll('-', ''));

/** @param posts in document order */
export const toColumns = (
  posts: readonly (FacetValues &
    Pick<PostMetadata, 'id' | 'url' | 'date' | 'expires' | 'searchWeight' | 'links'>)[],
): FilterColumns => ({
  ...mapValueFacets(({ name }) => toValueColumn(posts.map((post) => valuesOf(post, name)))),
  days: Uint32Array.from(posts, ({ date }) => (date ? toDayNumber(date.day) : 0)),
  expires: Float64Array.from(posts, ({ expires }) => expires ?? Infinity),
  weights: new Map(
    posts.flatMap(({ searchWeight: weight = 1 }, ordinal) => (weight === 1 ? [] : [[ordinal, weight]])),
  ),
  links: resolveLinks(posts),
});
