/**
 * What filters, facets and sorting look at: all documents of a shard side by side, one property a column.
 * @module
 */
import { compareText } from '../domain/compare-text.js';
import { type ByValueFacet, type FacetValues, mapValueFacets } from '../domain/facets.js';
import { toNameKey } from '../domain/name-key.js';
import type { PostMetadata } from '../domain/post.js';
import { countedValuesOf } from './facet-values.js';
import { resolveLinks } from './links.js';
import type { PostTranslations } from './translations.js';

/** The values of a facet and who has them. */
export interface ValueColumn {
  /**
   * Sorted by UTF-16 code units, as authors spelt them. Names of one key (`name-key.ts`) are one value, in the spelling that
   * most posts have. What a value lies in is a value too.
   */
  readonly values: readonly string[];
  /** Parallel to `values`: what each is compared by, no two the same. */
  readonly keys: readonly string[];
  /** Parallel to `values`: the ordinals that have the value, ascending. */
  readonly ordinals: readonly Uint32Array[];
}

/** What a post is sorted by besides its day. */
export interface SortKeys {
  /** The title as its letters are folded, compared by UTF-16 code units; empty where it has none. */
  readonly title: string;
  /** Words of its text. */
  readonly words: number;
}

/** A column for each facet with values, some with one entry a document, and one of the few that have a weight. */
export interface FilterColumns extends ByValueFacet<ValueColumn> {
  /** `YYYYMMDD` as a number, 0 when undated; ascending. */
  readonly days: Uint32Array;
  /** See {@link SortKeys}. */
  readonly titles: readonly string[];
  readonly words: Uint32Array;
  /** Seconds since the epoch from which on the post is hidden, `Infinity` when never. */
  readonly expires: Float64Array;
  /** By ordinal: what the score of a document is multiplied by, where that is not 1. */
  readonly weights: ReadonlyMap<number, number>;
  /** By ordinal: the number that a document shares with its translations in other shards, 0 where it has none; empty where none has. */
  readonly translations: Uint32Array;
  /** By ordinal: the other documents that one links to, ascending, where there are any. */
  readonly links: ReadonlyMap<number, Uint32Array>;
}

export type ColumnName = keyof FilterColumns;

/** The column of a shard none of whose documents has translations. */
export const noTranslations: FilterColumns['translations'] = new Uint32Array();

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

const toValueColumn = (names: readonly Iterable<string>[]): ValueColumn => {
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
  const values = Array.from(byKey, ([key, { spellings, ordinals }]) => ({
    key,
    value: commonest(spellings),
    ordinals: Uint32Array.from(ordinals),
  })).sort((a, b) => compareText(a.value, b.value));
  return {
    values: values.map(({ value }) => value),
    keys: values.map(({ key }) => key),
    ordinals: values.map(({ ordinals }) => ordinals),
  };
};

/** `2024-03-09` -> 20240309; days as numbers are in the order of time. */
export const toDayNumber = (day: string): number => Number(day.replaceAll('-', ''));

type ColumnPost = FacetValues &
  Pick<PostMetadata, 'id' | 'url' | 'date' | 'expires' | 'searchWeight' | 'links'>;

/**
 * @param posts in document order
 * @param sortKeys of each post
 * @param translations of those of the posts that have any
 */
export const toColumns = <Post extends ColumnPost>(
  posts: readonly Post[],
  sortKeys: readonly SortKeys[],
  translations: ReadonlyMap<Post, PostTranslations> = new Map(),
): FilterColumns => ({
  ...mapValueFacets((facet) => toValueColumn(posts.map((post) => countedValuesOf(post, facet)))),
  days: Uint32Array.from(posts, ({ date }) => (date ? toDayNumber(date.day) : 0)),
  titles: sortKeys.map(({ title }) => title),
  words: Uint32Array.from(sortKeys, ({ words }) => words),
  expires: Float64Array.from(posts, ({ expires }) => expires ?? Infinity),
  weights: new Map(
    posts.flatMap(({ searchWeight: weight = 1 }, ordinal) => (weight === 1 ? [] : [[ordinal, weight]])),
  ),
  translations: posts.some((post) => translations.has(post))
    ? Uint32Array.from(posts, (post) => translations.get(post)?.group ?? 0)
    : noTranslations,
  links: resolveLinks(posts),
});
