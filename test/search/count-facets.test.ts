import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type FacetName, facetNames, mapValueFacets } from '../../src/domain/facets.js';
import type { Post } from '../../src/domain/post.js';
import type { FacetCount, SearchFilters, SearchQuery } from '../../src/domain/search.js';
import { createEngineOfPosts } from '../contract/engine-of-posts.js';
import { createPost, toDate } from '../contract/posts.js';
import { ask } from '../contract/subject.js';

const words = ['sun', 'oak', 'ivy', 'fen'];
const names = ['Ann', 'bo', 'BO', 'cy'];
const days = ['2019-02-03', '2019-12-31', '2020-01-01', '2021-06-07'];
const languages = ['de', 'en'];

const some = <Value>(values: readonly Value[], most = 2): fc.Arbitrary<readonly Value[]> =>
  fc.array(fc.constantFrom(...values), { maxLength: most });

const post = (id: string): fc.Arbitrary<Post> =>
  fc
    .record({
      text: some(words, 3),
      tags: some(names),
      categories: some(names),
      authors: some(names),
      series: fc.option(fc.constantFrom(...names)),
      day: fc.option(fc.constantFrom(...days)),
      language: fc.constantFrom(...languages),
      isGone: fc.boolean().map((gone) => gone && id > 'k'),
    })
    .map(({ text, series, day, isGone, ...rest }) =>
      createPost({
        id,
        ...rest,
        title: 'x',
        text: text.join(' '),
        ...(series !== null && { series }),
        ...(day !== null && { date: toDate(day) }),
        ...(isGone && { expires: 1 }),
      }),
    );
const blog = fc.tuple(...[...'abcdefghijkl'].map(post));

const filters: fc.Arbitrary<SearchFilters> = fc.record(
  {
    ...mapValueFacets(() => fc.array(some(names, 4), { maxLength: 2 })),
    languages: some(languages),
    from: fc.constantFrom(...days.slice(0, 3)),
    to: fc.constantFrom(...days.slice(2)),
  },
  { requiredKeys: [] },
);
const question: fc.Arbitrary<SearchQuery> = fc
  .record({
    text: some(words, 2).map((list) => list.join(' OR ')),
    filters,
    facets: fc.subarray([...facetNames], { minLength: 3 }),
  })
  .map(({ text, ...rest }) => ask(text, { ...rest, limit: 100 }));

const key = (name: string): string => name.toLowerCase();

/** The values that a post has of a facet, each once. */
const valuesOf = (own: Post, facet: FacetName): readonly string[] => {
  const all = {
    tags: own.tags,
    categories: own.categories,
    authors: own.authors,
    series: own.series === undefined ? [] : [own.series],
    years: own.date === undefined ? [] : [own.date.day.slice(0, 4)],
    languages: [own.language],
  };
  return [...new Set(all[facet].map(key))];
};

/** Whether a post passes what is selected of every facet but one. */
const passes = (
  own: Post,
  { from, to, languages: asked = [], ...groups }: SearchFilters,
  but?: FacetName,
) => {
  const { day } = own.date ?? {};
  const isDated = from === undefined && to === undefined;
  const isInRange = day !== undefined && day >= (from ?? '') && day <= (to ?? '9');
  const named = Object.values(mapValueFacets(({ name }) => ({ name, lists: groups[name] ?? [] })));
  return (
    own.expires === undefined &&
    (but === 'years' || isDated || isInRange) &&
    (but === 'languages' || asked.length === 0 || asked.includes(own.language)) &&
    named.every(
      ({ name, lists }) =>
        name === but ||
        lists.every(
          (list) => list.length === 0 || list.some((one) => valuesOf(own, name).includes(key(one))),
        ),
    )
  );
};

const matches = ({ text }: Post, asked: string): boolean =>
  asked === '' || asked.split(' OR ').some((word) => text.split(' ').includes(word));

const countNaively = (posts: readonly Post[], facet: FacetName): Readonly<Record<string, number>> => {
  const counts: Record<string, number> = {};
  for (const own of posts) {
    for (const value of valuesOf(own, facet)) counts[value] = (counts[value] ?? 0) + 1;
  }
  return counts;
};

const toCounts = (counted: readonly FacetCount[]): Readonly<Record<string, number>> =>
  Object.fromEntries(counted.map(({ value, count }) => [key(value), count]));

describe('the counts of a facet', () => {
  test('are those of the posts that pass everything but what is selected of itself', async () => {
    const met = { itself: 0, two: 0, words: 0, languages: 0 };
    await fc.assert(
      fc.asyncProperty(blog, question, async (posts, asked) => {
        const engine = await createEngineOfPosts(posts);
        const result = await engine.ask(asked);
        const found = posts.filter((own) => matches(own, asked.text));
        const answers = found.filter((own) => passes(own, asked.filters));
        expect(result.hits.map(({ id }) => id).toSorted()).toEqual(answers.map(({ id }) => id));
        const wider: FacetName[] = [];
        for (const facet of asked.facets) {
          const counted = found.filter((own) => passes(own, asked.filters, facet));
          expect(toCounts(result.facets[facet] ?? []), facet).toEqual(countNaively(counted, facet));
          if (counted.length > answers.length) wider.push(facet);
        }
        expect(Object.keys(result.facets).toSorted()).toEqual(asked.facets.toSorted());
        // What is counted does not change what answers, nor how well.
        expect(await engine.ask({ ...asked, facets: [] })).toEqual({ ...result, facets: {} });
        if (wider.length > 0) met.itself += 1;
        if (wider.length > 1) met.two += 1;
        if (wider.length > 0 && asked.text !== '') met.words += 1;
        if (wider.includes('languages')) met.languages += 1;
      }),
      { numRuns: 400 },
    );
    expect(met.itself).toBeGreaterThan(150);
    expect(met.two).toBeGreaterThan(40);
    expect(met.words).toBeGreaterThan(80);
    expect(met.languages).toBeGreaterThan(15);
  });

  test('of two languages are under the spelling that most posts have, of as many the first', async () => {
    const posts = (language: string, count: number, tag: string): readonly Post[] =>
      Array.from({ length: count }, (_, at) =>
        createPost({ id: `${language}/${tag}${at}`, language, tags: [tag] }),
      );
    const tagsOf = async (...lists: readonly (readonly Post[])[]) =>
      (await (await createEngineOfPosts(lists.flat())).ask(ask('', { facets: ['tags'] }))).facets.tags;
    expect(await tagsOf(posts('de', 1, 'RUST'), posts('en', 2, 'Rust'))).toEqual([
      { value: 'Rust', count: 3 },
    ]);
    expect(await tagsOf(posts('de', 2, 'rust'), posts('en', 1, 'Rust'))).toEqual([
      { value: 'rust', count: 3 },
    ]);
    expect(await tagsOf(posts('de', 2, 'rust'), posts('en', 2, 'Rust'))).toEqual([
      { value: 'Rust', count: 4 },
    ]);
    expect(await tagsOf(posts('de', 2, 'Rust'), posts('en', 2, 'rust'))).toEqual([
      { value: 'Rust', count: 4 },
    ]);
    // Of three languages, the most in any one of them, in whatever order they come.
    expect(await tagsOf(posts('cs', 1, 'RUST'), posts('de', 3, 'Rust'), posts('en', 2, 'rust'))).toEqual([
      { value: 'Rust', count: 6 },
    ]);
    expect(await tagsOf(posts('cs', 2, 'rust'), posts('de', 1, 'RUST'), posts('en', 3, 'Rust'))).toEqual([
      { value: 'Rust', count: 6 },
    ]);
  });

  test('come in their order: the most first, then by value; years the newest first', async () => {
    const posts = [
      createPost({ id: 'a', tags: ['b', 'c'], date: toDate('2019-01-01') }),
      createPost({ id: 'b', tags: ['a', 'c'], date: toDate('2019-01-02') }),
      createPost({ id: 'c', date: toDate('2021-01-01') }),
      createPost({ id: 'd', date: toDate('0987-01-01') }),
    ];
    const { facets } = await (await createEngineOfPosts(posts)).ask(ask('', { facets: ['tags', 'years'] }));
    expect(facets.tags?.map(({ value }) => value)).toEqual(['c', 'a', 'b']);
    expect(facets.years).toEqual([
      { value: '2021', count: 1 },
      { value: '2019', count: 2 },
      { value: '0987', count: 1 },
    ]);
  });
});
