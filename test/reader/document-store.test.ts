import { describe, expect, test } from 'vitest';
import { toStoredPassages } from '../../src/documents/stored-document.js';
import type { IndexSource } from '../../src/domain/index-source.js';
import type { Post } from '../../src/domain/post.js';
import { toPassageBody } from '../../src/index-store/passage-file.js';
import { buildDocuments } from '../../src/indexer/build-documents.js';
import { createDocumentStore } from '../../src/reader/document-store.js';
import { createPost, toDate } from '../contract/posts.js';
import { createMemoryStore } from '../documents/memory-store.js';

/** What `buildDocuments` wrote of posts, and which files were read of it. */
const openStore = async (posts: readonly Post[]) => {
  const { files, manifest } = await buildDocuments(
    'en',
    posts,
    posts.map((post) => toStoredPassages(post).map(toPassageBody)),
    new Map(),
  );
  const byPath = new Map(files.map(({ path, bytes }) => [path, bytes]));
  const read: string[] = [];
  const source: IndexSource = {
    async read(path) {
      read.push(path.replace(/^en\/([a-z]+)[-/].*$/, '$1'));
      const bytes = byPath.get(path);
      if (bytes === undefined) throw new Error(`there is no ${path}`);
      return bytes;
    },
  };
  const shard = { language: 'en', analyzer: '', documents: posts.length, terms: 0, root: '', ...manifest };
  return { store: createDocumentStore(source, shard), manifest, read };
};

const posts = [
  createPost({ id: 'c', text: 'no date' }),
  createPost({
    id: 'b',
    date: toDate('2020-01-01'),
    authors: ['Ann'],
    series: 'One',
    searchWeight: 2.5,
    text: 'x '.repeat(9_000),
  }),
  createPost({ id: 'a', date: toDate('2021-01-01'), authors: ['Bo', 'Ann'], expires: 5 }),
];

describe('a store of files', () => {
  test('has what a store in memory has', async () => {
    const { store } = await openStore(posts);
    const memory = createMemoryStore(posts);
    const names = [
      'tags',
      'categories',
      'authors',
      'series',
      'days',
      'expires',
      'weights',
      'translations',
    ] as const;
    expect(await store.columns(names)).toEqual(await memory.columns(names));
    const counts = await store.passageCounts([0, 1, 2]);
    expect(counts).toEqual(await memory.passageCounts([0, 1, 2]));
    expect(counts).toEqual([1, 3, 1]);
    const places = [
      { ordinal: 2, passage: 0 },
      { ordinal: 1, passage: 2 },
    ];
    expect(await store.passages(places)).toEqual(await memory.passages(places));
    expect([await store.ordinalOf('a'), await store.ordinalOf('z')]).toEqual([2, undefined]);
  });

  test('reads a file for each column asked for, once, and none for one that no document has anything in', async () => {
    const { store, manifest, read } = await openStore(posts);
    expect(Object.keys(manifest.columns)).toEqual(['authors', 'series', 'days', 'weights']);
    expect((await store.columns(['tags'])).tags).toEqual({ values: [], ordinals: [] });
    await store.columns(['categories', 'expires']);
    expect(read).toEqual([]);
    await store.columns(['authors', 'days']);
    await store.columns(['authors', 'tags']);
    expect(read.toSorted()).toEqual(['authors', 'days']);
  });

  test('of posts without a date knows without a file that they have none', async () => {
    const { store, manifest, read } = await openStore([createPost({ id: 'a' }), createPost({ id: 'b' })]);
    expect(manifest.columns).toEqual({});
    expect([...(await store.columns(['days'])).days]).toEqual([0, 0]);
    expect(read).toEqual([]);
  });

  test('refuses a document that its manifest does not have', async () => {
    const { store } = await openStore(posts);
    await expect(store.passages([{ ordinal: 64, passage: 0 }])).rejects.toMatchObject({
      code: 'index-corrupt',
    });
  });
});
