import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Post } from '../../src/domain/post.js';
import { type CreatedIndex, createIndex, IndexBuilder } from '../../src/indexer/create-index.js';
import { toIndexDocument } from '../../src/indexer/index-document.js';

const word = fc.constantFrom('garden', 'gardens', 'river', 'rust', 'c++', '検索', 'snake_case');
const words = (maxLength: number) => fc.array(word, { maxLength }).map((list) => list.join(' '));

const posts: fc.Arbitrary<readonly Post[]> = fc
  .array(
    fc.record({
      title: words(2).map((title) => `A ${title}`),
      text: fc.oneof(
        words(6),
        words(6).map((text) => `${text} `.repeat(400)),
      ),
      tags: fc.array(word, { maxLength: 2 }),
      language: fc.constantFrom('en', 'en', 'fr'),
      day: fc.constantFrom(undefined, '2020-01-01', '2021-01-01'),
    }),
    { minLength: 1, maxLength: 8 },
  )
  .map((list) =>
    list.map(({ day, ...post }, at) => ({
      ...post,
      id: `${at}.md`,
      url: `/${at}/`,
      categories: [],
      authors: [],
      headings: [],
      code: [],
      ...(day !== undefined && { date: { day, timestamp: 0 } }),
    })),
  );

const bytesOf = ({ files, manifest }: CreatedIndex): unknown => [
  Buffer.from(manifest).toString(),
  ...files.map(({ path, bytes }) => [path, Buffer.from(bytes).toString('latin1')]),
];

test('the same posts in any order give the same bytes, and those that are left out leave nothing behind', async () => {
  const met = { languages: 0, passages: 0, leftOut: 0 };
  await fc.assert(
    fc.asyncProperty(posts, fc.infiniteStream(fc.nat(3)), async (all, draws) => {
      const kept = all.filter(() => draws.next().value !== 0);
      const builder = new IndexBuilder();
      const documents = all.map(toIndexDocument);
      for (const document of documents) builder.add(document);
      const keptIds = new Set(kept.map(({ id }) => id));
      const index = await builder.finish(
        documents.map(({ post }) => post).filter(({ id }) => keptIds.has(id)),
      );
      expect(bytesOf(index)).toEqual(bytesOf(await createIndex(kept.toReversed())));
      if (index.shards.length > 1) met.languages += 1;
      if (index.shards.some(({ catalog }) => catalog.passages.some((count) => count > 1))) met.passages += 1;
      if (kept.length < all.length) met.leftOut += 1;
    }),
    { numRuns: 60 },
  );
  for (const [name, count] of Object.entries(met)) expect(count, name).toBeGreaterThan(10);
});
