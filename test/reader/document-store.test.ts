import { describe, expect, test } from 'vitest';
import { cutPassages } from '../../src/documents/cut-passages.js';
import type { IndexSource } from '../../src/domain/index-source.js';
import type { Post } from '../../src/domain/post.js';
import { toPackedPassage } from '../../src/index-store/pack-file.js';
import { buildDocuments } from '../../src/indexer/build-documents.js';
import { buildPacks } from '../../src/indexer/build-packs.js';
import { createDocumentStore } from '../../src/reader/document-store.js';
import { createPost, toDate } from '../contract/posts.js';
import { sortKeysOf } from '../documents/columns-of-posts.js';
import { createMemoryStore } from '../documents/memory-store.js';

/** What `buildDocuments` wrote of posts, and which files were read of it. */
const openStore = async (posts: readonly Post[], fileCost = 0) => {
  const documents = await buildDocuments('en', posts, sortKeysOf(posts), new Map());
  const packed = posts.map((post) => ({ post, passages: cutPassages(post).map(toPackedPassage) }));
  const packs = await buildPacks('en', packed, fileCost);
  const manifest = { ...documents.manifest, catalog: packs.catalog };
  const byPath = new Map([...documents.files, ...packs.files].map(({ path, bytes }) => [path, bytes]));
  const read: string[] = [];
  const source: IndexSource = {
    async read(path) {
      read.push(path.replace(/^en\/([a-z]+)[-/].*$/, '$1'));
      const bytes = byPath.get(path);
      if (bytes === undefined) throw new Error(`there is no ${path}`);
      return bytes;
    },
  };
  const root = { base64: '' };
  const shard = { language: 'en', analyzer: '', documents: posts.length, terms: 0, root, ...manifest };
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
    links: ['/c/'],
  }),
  createPost({ id: 'a', date: toDate('2021-01-01'), authors: ['Bo', 'Ann'], expires: 5 }),
];

describe('a store of files', () => {
  // Nothing is put together, some is, all is.
  test.each([0, 13_000, 1e12])(
    'has what a store in memory has, where a file costs %i bytes',
    async (fileCost) => {
      const { store, manifest, read } = await openStore(posts, fileCost);
      const memory = createMemoryStore(posts);
      const names = [
        ...(['tags', 'categories', 'authors', 'series'] as const),
        ...(['days', 'titles', 'words', 'expires', 'weights', 'translations', 'links'] as const),
      ];
      expect(await store.columns(names)).toEqual(await memory.columns(names));
      const counts = await store.passageCounts([0, 1, 2]);
      expect(counts).toEqual(await memory.passageCounts([0, 1, 2]));
      expect(counts).toEqual([1, 3, 1]);
      const places = [
        { ordinal: 2, passage: 0 },
        { ordinal: 1, passage: 2 },
      ];
      expect(await store.passages(places)).toEqual(await memory.passages(places));
      const all = counts.flatMap((count, ordinal) =>
        Array.from({ length: count }, (_, passage) => ({ ordinal, passage })),
      );
      expect(await store.passages(all)).toEqual(await memory.passages(all));
      expect(read.filter((kind) => kind === 'posts')).toHaveLength(manifest.catalog.packs.flat().length);
      expect(manifest.catalog.packs.flat().length).toBe(fileCost === 0 ? 5 : fileCost === 1e12 ? 1 : 2);
      expect([await store.ordinalOf('a'), await store.ordinalOf('z')]).toEqual([2, undefined]);
    },
  );

  test('reads a file for each column asked for, once, and none for one that no document has anything in', async () => {
    const { store, manifest, read } = await openStore(posts);
    expect(Object.keys(manifest.columns)).toEqual([
      'authors',
      'series',
      'days',
      'titles',
      'words',
      'weights',
      'links',
    ]);
    expect((await store.columns(['tags'])).tags).toEqual({ values: [], keys: [], ordinals: [] });
    await store.columns(['categories', 'expires']);
    expect(read).toEqual([]);
    await store.columns(['authors', 'days']);
    await store.columns(['authors', 'tags']);
    expect(read.toSorted()).toEqual(['authors', 'days']);
  });

  test('of posts without a date or words knows without a file that they have none', async () => {
    const { store, manifest, read } = await openStore([createPost({ id: 'a' }), createPost({ id: 'b' })]);
    expect(Object.keys(manifest.columns)).toEqual(['titles']);
    expect([...(await store.columns(['days'])).days]).toEqual([0, 0]);
    expect([...(await store.columns(['words'])).words]).toEqual([0, 0]);
    expect(read).toEqual([]);
  });

  test('refuses a document that its manifest does not have', async () => {
    const { store } = await openStore(posts);
    for (const place of [
      { ordinal: 64, passage: 0 },
      { ordinal: 2, passage: 1 },
    ])
      await expect(store.passages([place])).rejects.toMatchObject({ code: 'index-corrupt' });
  });

  test('refuses a pack that has fewer passages than its manifest says', async () => {
    const { store, manifest } = await openStore(posts, 1e12);
    Object.assign(manifest.catalog, { passages: [1, 4, 1], packs: [[6]] });
    await expect(store.passages([{ ordinal: 2, passage: 0 }])).rejects.toMatchObject({
      code: 'index-corrupt',
      message: expect.stringContaining('all of its passages'),
    });
  });
});
