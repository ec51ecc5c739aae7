/** What the contract cannot see: what is read, and what holds for any posts. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadLanguage } from '../../src/analysis/languages/load-language.js';
import { sortDocuments } from '../../src/documents/document-order.js';
import type { DocumentStore, PassagePlace } from '../../src/documents/document-store.js';
import type { Post } from '../../src/domain/post.js';
import type { Matcher } from '../../src/engines/matcher.js';
import { createSearchEngine } from '../../src/search/search-engine.js';
import { contractNow } from '../contract/contract-now.js';
import { createEngineOfPosts, openMatcherOfPosts } from '../contract/engine-of-posts.js';
import { createPost, toDate } from '../contract/posts.js';
import { createMemoryStore } from '../documents/memory-store.js';

/** A store and a matcher that write down what they are asked. */
const openObserved = (posts: readonly Post[]) => {
  const sorted = sortDocuments(posts);
  const places: PassagePlace[] = [];
  const columns = new Set<string>();
  const words: number[] = [];
  const store = createMemoryStore(sorted);
  const observed: DocumentStore = {
    ...store,
    columns: (names, options) => {
      for (const name of names) columns.add(name);
      return store.columns(names, options);
    },
    passages: (wanted, options) => {
      places.push(...wanted);
      return store.passages(wanted, options);
    },
  };
  const opened = openMatcherOfPosts(sorted, 'en', store);
  const matcher: Matcher = {
    ...opened,
    match(query, options) {
      words.push(query.words.length);
      return opened.match(query, options);
    },
  };
  const shard = { language: 'en', matcher, store: observed, words: () => loadLanguage('en') };
  const engine = createSearchEngine([shard], { now: () => contractNow });
  return { engine, places, columns, words };
};

/** Words of letters alone, none of which is a stop word or related to another. */
const wordOf = (at: number): string =>
  `z${[...String(at)].map((digit) => 'bcdfghjklm'.charAt(Number(digit))).join('')}q`;

describe('related posts', () => {
  test('of a post of any length are found by its beginning, and by few of its words', async () => {
    const text = Array.from({ length: 30_000 }, (_, at) => wordOf(at)).join(' ');
    const posts = [
      createPost({ id: 'long', text }),
      createPost({ id: 'same', text }),
      createPost({ id: 'x' }),
    ];
    const { engine, places, words, columns } = openObserved(posts);
    expect((await engine.related('long', undefined))?.map(({ id }) => id)).toEqual(['same']);
    expect(places).toHaveLength(4 + 1);
    expect(Math.max(...words)).toBeLessThanOrEqual(64);
    expect(words.length).toBeLessThanOrEqual(2);
    expect([...columns].sort()).toEqual(['categories', 'expires', 'links', 'series', 'tags']);
  });

  test('ask no more than once how rare a word is', async () => {
    const text = Array.from({ length: 20 }, (_, at) => wordOf(at)).join(' ');
    const { engine, words } = openObserved(['a', 'b', 'c'].map((id) => createPost({ id, text })));
    await engine.related('a', undefined);
    expect(words).toHaveLength(2);
    await engine.related('b', undefined);
    expect(words).toHaveLength(3);
  });

  test('are posts of the index, each once, the closest first, whatever the posts are', async () => {
    const met = { several: 0, ties: 0, named: 0, linked: 0 };
    const ids = ['a', 'b', 'c', 'd', 'e', 'f'];
    const post = fc.record({
      text: fc
        .array(fc.integer({ min: 0, max: 12 }).map(wordOf), { maxLength: 12 })
        .map((list) => list.join(' ')),
      tags: fc.subarray(['red', 'green', 'blue'], { maxLength: 2 }),
      links: fc.subarray(
        ids.map((id) => `/${id}/`),
        { maxLength: 2 },
      ),
      day: fc.constantFrom('2020-01-01', '2020-01-02'),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(post, { minLength: 2, maxLength: ids.length }), async (drawn) => {
        const posts = drawn.map(({ text, tags, links, day }, at) =>
          createPost({ id: ids[at] ?? '', title: '', text, tags, links, date: toDate(day) }),
        );
        const engine = await createEngineOfPosts(posts);
        for (const { id, tags, links = [] } of posts) {
          const related = (await engine.related(id, 20)) ?? [];
          const found = related.map((other) => other.id);
          expect(found).not.toContain(id);
          expect(new Set(found).size).toBe(found.length);
          for (const [at, { score, date = '' }] of related.entries()) {
            const before = related[at - 1];
            expect(score).toBeGreaterThan(0);
            expect(Math.abs(score * 1000 - Math.round(score * 1000))).toBeLessThan(1e-6);
            if (before === undefined) continue;
            expect(before.score).toBeGreaterThanOrEqual(score);
            if (before.score !== score) continue;
            expect((before.date ?? '') >= date).toBe(true);
            met.ties += 1;
          }
          const firstTwo = await engine.related(id, 2);
          expect(firstTwo).toEqual(related.slice(0, 2));
          const targets = posts.filter(({ id: other, url }) => other !== id && links.includes(url));
          for (const target of targets) expect(found).toContain(target.id);
          met.several += found.length > 1 ? 1 : 0;
          met.named += related.some((other) => other.tags.some((tag) => tags.includes(tag))) ? 1 : 0;
          met.linked += targets.length > 0 ? 1 : 0;
        }
      }),
      { numRuns: 100 },
    );
    expect(met.several).toBeGreaterThan(100);
    expect(met.ties).toBeGreaterThan(10);
    expect(met.named).toBeGreaterThan(50);
    expect(met.linked).toBeGreaterThan(50);
  });

  test('stay as they are for most posts when one is added', async () => {
    const topics = ['bread', 'garden', 'compiler', 'harbour', 'violin', 'glacier', 'pottery', 'railway'];
    const posts = Array.from({ length: 80 }, (_, at) => {
      const topic = topics[at % topics.length] ?? '';
      const own = Array.from({ length: 12 }, (__, word) =>
        wordOf((at % topics.length) * 40 + ((at * 7 + word * 3) % 40)),
      );
      return createPost({ id: `${at}`, title: topic, text: [topic, ...own].join(' '), tags: [topic] });
    });
    const added = createPost({ id: 'new', title: 'bread', text: posts[0]?.text ?? '', tags: ['bread'] });
    const [before, after] = await Promise.all(
      [posts, [...posts, added]].map((all) => createEngineOfPosts(all)),
    );
    let changed = 0;
    for (const { id } of posts) {
      const of = async (engine = before) => (await engine?.related(id, 20))?.map((other) => other.id);
      const others = (await of(after))?.filter((other) => other !== added.id).slice(0, 5);
      if (JSON.stringify((await of(before))?.slice(0, 5)) !== JSON.stringify(others)) changed += 1;
    }
    expect(changed).toBeLessThanOrEqual(8);
  });
});
