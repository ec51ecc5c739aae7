/**
 * A document store that holds everything, and what it is made of.
 * @module
 */

import { compareText } from '../domain/compare-text.js';
import type { Post, PostMetadata } from '../domain/post.js';
import { cutPassages } from './cut-passages.js';
import type {
  DocumentStore,
  FilterColumns,
  StoredDocument,
  StoredPassage,
  ValueColumn,
} from './document-store.js';
import { toNameKey } from './name-key.js';

/** The part of a post's metadata that is shown, filtered or sorted by. */
export type DocumentMetadata = Pick<
  PostMetadata,
  'id' | 'url' | 'title' | 'date' | 'expires' | 'tags' | 'categories' | 'authors' | 'image'
>;

export const toStoredDocument = (post: DocumentMetadata): StoredDocument => ({
  id: post.id,
  url: post.url,
  title: post.title,
  ...(post.date && { date: post.date.day }),
  tags: post.tags,
  categories: post.categories,
  authors: post.authors,
  ...(post.image !== undefined && { image: post.image }),
});

/** @returns the passages of a post, in order; at least one */
export const toStoredPassages = (
  post: DocumentMetadata & Pick<Post, 'text' | 'headings'>,
): readonly StoredPassage[] => {
  const document = toStoredDocument(post);
  return cutPassages(post).map((passage) => ({ ...passage, document }));
};

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

const toDayNumber = (day: string): number => Number(day.replaceAll('-', ''));

/** @param posts in document order */
export const toColumns = (
  posts: readonly Pick<PostMetadata, 'date' | 'expires' | 'tags' | 'categories'>[],
): FilterColumns => ({
  tags: toValueColumn(posts.map((post) => post.tags)),
  categories: toValueColumn(posts.map((post) => post.categories)),
  days: Uint32Array.from(posts, ({ date }) => (date ? toDayNumber(date.day) : 0)),
  expires: Float64Array.from(posts, ({ expires }) => expires ?? Infinity),
});

/** @param posts in document order */
export const createMemoryStore = (
  posts: readonly (DocumentMetadata & Pick<Post, 'text' | 'headings'>)[],
): DocumentStore => {
  const columns = toColumns(posts);
  const ordinals = new Map(posts.map(({ id }, ordinal) => [id, ordinal]));
  const passages = posts.map(toStoredPassages);
  return {
    documentCount: posts.length,
    columns: async () => columns,
    passageCounts: async (wanted) => wanted.map((ordinal) => passages[ordinal]?.length ?? 1),
    passages: async (places) =>
      places.map(({ ordinal, passage }) => {
        const found = passages[ordinal]?.[passage];
        if (found === undefined)
          throw new RangeError(`there is no passage ${passage} of document ${ordinal}`);
        return found;
      }),
    ordinalOf: async (id) => ordinals.get(id),
  };
};
