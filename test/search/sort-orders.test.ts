import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Post } from '../../src/domain/post.js';
import { type SortOrder, sortOrders } from '../../src/domain/search.js';
import { createEngineOfPosts } from '../contract/engine-of-posts.js';
import { createPost, toDate } from '../contract/posts.js';
import { ask } from '../contract/subject.js';

const languages = ['de', 'en', 'ja'];
const words = ['sun', 'oak', 'ivy'];

const post = (id: string): fc.Arbitrary<Post> =>
  fc
    .record({
      language: fc.constantFrom(...languages),
      title: fc.constantFrom('Ähre', 'ahre', 'Zoo', '?!', '…'),
      day: fc.option(fc.constantFrom('2019-02-03', '2020-01-01')),
      text: fc.array(fc.constantFrom(...words), { maxLength: 3 }).map((list) => list.join(' ')),
    })
    .map(({ day, ...rest }) => createPost({ id, ...rest, ...(day !== null && { date: toDate(day) }) }));
const blog = fc.tuple(...[...'abcdefghijkl'].map(post));

/** What a post is sorted by, as small as it comes first; nothing for a post that has it not. */
const keys: Record<Exclude<SortOrder, 'relevance'>, (own: Post) => number | string | undefined> = {
  date: ({ date }) => date && -Number(date.day.replaceAll('-', '')),
  'date-asc': ({ date }) => date && Number(date.day.replaceAll('-', '')),
  title: ({ title }) => (/\p{L}/u.test(title) ? title.replace('Ä', 'a').toLowerCase() : undefined),
  'title-desc': ({ title }) => (/\p{L}/u.test(title) ? (title === 'Zoo' ? 'a first' : 'b then') : undefined),
  longest: ({ text }) => -text.split(' ').length * Number(text !== '') || undefined,
  shortest: ({ text }) => text.split(' ').length * Number(text !== '') || undefined,
};

const isInOrder = (before: number | string | undefined, after: number | string | undefined): boolean =>
  after === undefined || (before !== undefined && before <= after);

describe('in any order', () => {
  test('pages never repeat a hit nor lose one, whatever is equal in however many languages', async () => {
    const met = { words: 0, languages: 0, ties: 0, without: 0 };
    const text = fc.subarray(words).map((list) => list.join(' OR '));
    await fc.assert(
      fc.asyncProperty(blog, text, fc.integer({ min: 1, max: 5 }), async (posts, asked, limit) => {
        const engine = await createEngineOfPosts(posts);
        for (const sort of sortOrders) {
          const all = await engine.ask(ask(asked, { sort, limit: 100 }));
          const ids = all.hits.map(({ id }) => id);
          const expected = posts.filter(
            (own) => asked === '' || asked.split(' OR ').some((word) => own.text.includes(word)),
          );
          expect(ids.toSorted()).toEqual(expected.map(({ id }) => id));
          const pages = [];
          for (let offset = 0; offset < ids.length + limit; offset += limit) {
            const page = await engine.ask(ask(asked, { sort, limit, offset }));
            pages.push(...page.hits);
          }
          expect(pages).toEqual(all.hits);
          if (sort === 'relevance') continue;
          const sorted = all.hits.map(({ id }) =>
            keys[sort](posts.find((own) => own.id === id) ?? createPost({ id })),
          );
          sorted.forEach((key, at) => {
            if (at > 0) expect(isInOrder(sorted[at - 1], key), `${sort} ${ids}`).toBe(true);
          });
          if (asked !== '') met.words += 1;
          if (new Set(all.hits.map(({ language }) => language)).size === 3) met.languages += 1;
          if (new Set(sorted).size < sorted.length) met.ties += 1;
          if (sorted.includes(undefined) && sorted.at(0) !== undefined) met.without += 1;
        }
      }),
      { numRuns: 25 },
    );
    expect(met.words).toBeGreaterThan(60);
    expect(met.languages).toBeGreaterThan(60);
    expect(met.ties).toBeGreaterThan(80);
    expect(met.without).toBeGreaterThan(40);
  });

  test('titles come by their folded letters, of equal ones the newest first, and those of signs alone last', async () => {
    const engine = await createEngineOfPosts([
      createPost({ id: 'a', title: 'Zebra' }),
      createPost({ id: 'b', title: '“Ärger”' }),
      createPost({ id: 'c', title: 'apfel', date: toDate('2020-01-01') }),
      createPost({ id: 'd', title: 'APFEL', date: toDate('2021-01-01') }),
      createPost({ id: 'e', title: '?!' }),
    ]);
    const ids = async (sort: SortOrder) => (await engine.ask(ask('', { sort }))).hits.map(({ id }) => id);
    expect(await ids('title')).toEqual(['d', 'c', 'b', 'a', 'e']);
    expect(await ids('title-desc')).toEqual(['a', 'b', 'd', 'c', 'e']);
  });

  test('posts come by the words of their text, and those without any last', async () => {
    const engine = await createEngineOfPosts([
      createPost({ id: 'a', text: 'one' }),
      createPost({ id: 'b', text: 'one two three', tags: ['x'] }),
      createPost({ id: 'c', text: '', title: 'a title of many words is no text' }),
      createPost({ id: 'd', text: 'one two' }),
    ]);
    const ids = async (sort: SortOrder) => (await engine.ask(ask('', { sort }))).hits.map(({ id }) => id);
    expect(await ids('longest')).toEqual(['b', 'd', 'a', 'c']);
    expect(await ids('shortest')).toEqual(['a', 'd', 'b', 'c']);
  });
});
