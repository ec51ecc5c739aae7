/**
 * A document store that holds everything, and what it is made of.
 * @module
 */
import type { Post, PostMetadata } from '../domain/post.js';
import { compareText } from './document-order.js';
import { toNameKey } from './name-key.js';
import type { DocumentStore, FilterColumns, StoredDocument, StoredText, ValueColumn } from './shard.js';

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

export const toStoredText = ({ text, headings }: Pick<Post, 'text' | 'headings'>): StoredText => ({ text, headings });

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
  timestamps: Float64Array.from(posts, ({ date }) => date?.timestamp ?? -Infinity),
  expires: Float64Array.from(posts, ({ expires }) => expires ?? Infinity),
});

const pick = <Value>(values: readonly Value[], ordinals: readonly number[]): readonly Value[] =>
  ordinals.map((ordinal) => {
    const value = values[ordinal];
    if (value === undefined) throw new RangeError(`there is no document ${ordinal}`);
    return value;
  });

/** @param documents and `texts` and `columns`: all in document order */
export const createMemoryStore = (
  documents: readonly StoredDocument[],
  columns: FilterColumns,
  texts: readonly StoredText[],
): DocumentStore => {
  const ordinals = new Map(documents.map(({ id }, ordinal) => [id, ordinal]));
  return {
    documentCount: documents.length,
    columns: async () => columns,
    documents: async (wanted) => pick(documents, wanted),
    texts: async (wanted) => pick(texts, wanted),
    ordinalOf: async (id) => ordinals.get(id),
  };
};
