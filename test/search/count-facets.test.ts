import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type FacetName, facetNames, mapValueFacets, valueFacets } from '../../src/domain/facets.js';
import type { Post } from '../../src/domain/post.js';
import type { FacetCount, SearchFilters, SearchQuery } from '../../src/domain/search.js';
import { createEngineOfPosts } from '../contract/engine-of-posts.js';
import { createPost, toDate } from '../contract/posts.js';
import { ask } from '../contract/subject.js';

const words = ['sun', 'oak', 'ivy', 'fen'];
const names = ['Ann', 'bo', 'BO', 'cy', 'c-y', 'C y', 'ann/x', 'Ann/x/y'];
const days = ['2019-02-03', '2019-12-31', '2020-01-01', '2021-06-07'];
const languages = ['de', 'en', 'pt', 'pt-BR'];
const periods = ['2019', '2020', '2019-02', '2019-12', '2021-06'];

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
    periods: some(periods),
    from: fc.constantFrom(...days.slice(0, 3)),
    to: fc.constantFrom(...days.slice(2)),
  },
  { requiredKeys: [] },
);
/** All filters together leave little. */
const fewFilters: fc.Arbitrary<SearchFilters> = fc
  .tuple(
    filters,
    fc.subarray([...valueFacets.map(({ name }) => name), 'languages', 'periods', 'to'], { maxLength: 2 }),
  )
  .map(([all, kept]) => Object.fromEntries(Object.entries(all).filter(([name]) => kept.includes(name))));
const questionWith = (selected: fc.Arbitrary<SearchFilters>): fc.Arbitrary<SearchQuery> =>
  fc
    .record({
      text: some(words, 2).map((list) => list.join(' OR ')),
      filters: selected,
      facets: fc.subarray([...facetNames], { minLength: 3 }),
    })
    .map(({ text, ...rest }) => ask(text, { ...rest, limit: 100 }));

const key = (name: string): string => name.toLowerCase().replaceAll('-', ' ');
const isLanguage = (own: string, asked: string): boolean => own === asked || own.startsWith(`${asked}-`);
/** With those that it lies in: `a/b` and `a`. */
const toLevels = (path: string): readonly string[] =>
  path.split('/').map((_, at, levels) => levels.slice(0, at + 1).join('/'));

/** The values that a post has of a facet, each once. */
const valuesOf = (own: Post, facet: FacetName): readonly string[] => {
  const days = own.date === undefined ? [] : [own.date.day];
  const all: Record<FacetName, readonly string[]> = {
    tags: own.tags,
    categories: own.categories.flatMap(toLevels),
    authors: own.authors,
    series: own.series === undefined ? [] : [own.series],
    years: days.map((day) => day.slice(0, 4)),
    months: days.map((day) => day.slice(0, 7)),
    languages: [own.language],
  };
  if (facet === 'years' || facet === 'months' || facet === 'languages') return all[facet];
  return [...new Set(all[facet].map(key))];
};

/** Whether a post passes what is selected of every facet but one. */
const passes = (
  own: Post,
  { from, to, periods: within = [], languages: asked = [], ...groups }: SearchFilters,
  but?: FacetName,
) => {
  const { day } = own.date ?? {};
  const isDated = from === undefined && to === undefined;
  const isInRange = day !== undefined && day >= (from ?? '') && day <= (to ?? '9');
  const isInPeriod = within.length === 0 || within.some((period) => day?.startsWith(period));
  const named = Object.values(mapValueFacets(({ name }) => ({ name, lists: groups[name] ?? [] })));
  return (
    own.expires === undefined &&
    (but === 'years' || but === 'months' || ((isDated || isInRange) && isInPeriod)) &&
    (but === 'languages' || asked.length === 0 || asked.some((one) => isLanguage(own.language, one))) &&
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
  if (facet !== 'languages') return counts;
  const found = Object.keys(counts);
  return Object.fromEntries(
    found.map((value) => [value, posts.filter((own) => isLanguage(own.language, value)).length]),
  );
};

const toCounts = (facet: FacetName, counted: readonly FacetCount[]): Readonly<Record<string, number>> =>
  Object.fromEntries(
    counted.map(({ value, count }) => [
      valueFacets.some(({ name }) => name === facet) ? key(value) : value,
      count,
    ]),
  );

/** What a click on a value of a facet asks: that value, whatever was selected of the facet before. */
const select = (
  { from, to, periods: within, languages: asked, ...named }: SearchFilters,
  facet: FacetName,
  value: string,
): SearchFilters => {
  const days = { ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
  const time = { ...days, ...(within !== undefined && { periods: within }) };
  const spoken = asked === undefined ? {} : { languages: asked };
  if (facet === 'years' || facet === 'months') return { ...named, ...spoken, periods: [value] };
  if (facet === 'languages') return { ...named, ...time, languages: [value] };
  return { ...named, ...time, ...spoken, [facet]: [[value]] };
};

describe('the counts of a facet', () => {
  test('are those of the posts that pass everything but what is selected of itself', async () => {
    const met = { itself: 0, two: 0, words: 0, languages: 0 };
    await fc.assert(
      fc.asyncProperty(blog, questionWith(filters), async (posts, asked) => {
        const engine = await createEngineOfPosts(posts);
        const result = await engine.ask(asked);
        const found = posts.filter((own) => matches(own, asked.text));
        const answers = found.filter((own) => passes(own, asked.filters));
        expect(result.hits.map(({ id }) => id).toSorted()).toEqual(answers.map(({ id }) => id));
        const wider: FacetName[] = [];
        for (const facet of asked.facets) {
          const counted = found.filter((own) => passes(own, asked.filters, facet));
          expect(toCounts(facet, result.facets[facet] ?? []), facet).toEqual(countNaively(counted, facet));
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

  test('are the hits that selecting the value gives', async () => {
    const met = { selected: 0, words: 0, shrunk: 0, nested: 0, months: 0, languages: 0 };
    await fc.assert(
      fc.asyncProperty(blog, questionWith(fewFilters), async (posts, asked) => {
        const engine = await createEngineOfPosts(posts);
        const result = await engine.ask(asked);
        for (const facet of asked.facets) {
          for (const { value, count } of result.facets[facet] ?? []) {
            const filters = select(asked.filters, facet, value);
            const selected = await engine.ask({ ...asked, filters, facets: [] });
            expect(selected.hits.length, `${facet} ${value}`).toBe(count);
            expect(selected.total).toBe(count);
            met.selected += 1;
            if (asked.text !== '') met.words += 1;
            if (count > result.total) met.shrunk += 1;
            if (value.includes('/') && facet === 'categories') met.nested += 1;
            if (facet === 'months') met.months += 1;
            if (facet === 'languages' && value === 'pt' && count > 1) met.languages += 1;
          }
        }
      }),
      { numRuns: 120 },
    );
    expect(met.selected).toBeGreaterThan(800);
    expect(met.words).toBeGreaterThan(400);
    expect(met.shrunk).toBeGreaterThan(12);
    expect(met.nested).toBeGreaterThan(50);
    expect(met.months).toBeGreaterThan(100);
    expect(met.languages).toBeGreaterThan(20);
  });

  test('are those of the most frequent values, or of those that hold a text, as a whole result has them', async () => {
    const met = { cut: 0, part: 0 };
    const parts = fc.constantFrom('', 'AN', 'án', 'x/', 'c', '01', 'none');
    await fc.assert(
      fc.asyncProperty(
        blog,
        questionWith(fewFilters),
        fc.nat(4),
        parts,
        async (posts, asked, facetLimit, facetContains) => {
          const engine = await createEngineOfPosts(posts);
          const { facets: all } = await engine.ask(asked);
          const { facets: some } = await engine.ask({ ...asked, facetLimit, facetContains });
          const part = facetContains.replace('án', 'an').toLowerCase();
          for (const facet of asked.facets) {
            const fitting = (all[facet] ?? []).filter(({ value }) => value.toLowerCase().includes(part));
            expect(some[facet]).toEqual(fitting.slice(0, facetLimit));
            if (fitting.length > facetLimit) met.cut += 1;
            if (fitting.length > 0 && fitting.length < (all[facet] ?? []).length) met.part += 1;
          }
        },
      ),
    );
    expect(met.cut).toBeGreaterThan(40);
    expect(met.part).toBeGreaterThan(60);
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
