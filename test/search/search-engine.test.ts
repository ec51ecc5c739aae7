/** What the contract cannot see: which parts of a far store are read, and what happens while one waits. */
import { describe, expect, it } from 'vitest';
import { loadLanguage } from '../../src/analysis/languages/load-language.js';
import { sortDocuments } from '../../src/documents/document-order.js';
import type { DocumentStore, PassagePlace } from '../../src/documents/document-store.js';
import { facetNames } from '../../src/domain/facets.js';
import type { SearchQuery } from '../../src/domain/search.js';
import type { Matcher, Matches } from '../../src/engines/matcher.js';
import { createSearchEngine } from '../../src/search/search-engine.js';
import { contractNow } from '../contract/contract-now.js';
import { createEngineOfPosts, openMatcherOfPosts } from '../contract/engine-of-posts.js';
import { blog } from '../contract/posts.js';
import { createMemoryStore } from '../documents/memory-store.js';
import { openRanked } from './ranked-posts.js';

const english = sortDocuments(blog.filter(({ language }) => language === 'en'));

/** A store and a matcher that write down what they are asked. */
const openObserved = (onPassages?: () => void, passageCount = 1) => {
  const columns = new Set<string>();
  const asked: (readonly number[])[] = [];
  const given: Matches[] = [];
  const located: Matches[] = [];
  const places: PassagePlace[] = [];
  const store = createMemoryStore(english);
  const observed: DocumentStore = {
    ...store,
    columns: (names, options) => {
      for (const name of names) columns.add(name);
      return store.columns(names, options);
    },
    passageCounts: async (ordinals) => ordinals.map(() => passageCount),
    passages: (wanted, options) => {
      places.push(...wanted);
      onPassages?.();
      return store.passages(
        wanted.map(({ ordinal }) => ({ ordinal, passage: 0 })),
        options,
      );
    },
  };
  const opened = openMatcherOfPosts(english, 'en', observed);
  const matcher: Matcher = {
    async match(query, options) {
      asked.push([...((await options?.within)?.toOrdinals() ?? [])]);
      const matches = await opened.match(query, options);
      given.push(matches);
      return matches;
    },
    count: (query, options) => opened.count(query, options),
    explain: (query, ordinals, options) => opened.explain(query, ordinals, options),
    locate(matches, ordinals, options) {
      located.push(matches);
      return opened.locate(matches, ordinals, options);
    },
  };
  const engine = createSearchEngine(
    [{ language: 'en', matcher, store: observed, words: () => loadLanguage('en') }],
    {
      now: () => contractNow,
    },
  );
  return { engine, columns, places, asked, given, located };
};

const ask = (rest: Partial<SearchQuery>): SearchQuery => ({
  text: 'spark',
  filters: {},
  sort: 'relevance',
  limit: 1,
  offset: 0,
  facets: [],
  fuzzy: true,
  facetLimit: 100,
  facetContains: '',
  prefer: [],
  explain: false,
  ...rest,
});

describe('createSearchEngine', () => {
  it.each<[what: string, query: Partial<SearchQuery>, columns: readonly string[]]>([
    ['words alone', {}, ['expires', 'weights']],
    ['a tag filter', { filters: { tags: [['cloud']] } }, ['expires', 'tags', 'weights']],
    ['a category filter', { filters: { categories: [['notes']] } }, ['categories', 'expires', 'weights']],
    ['a date filter', { filters: { from: '2020-01-01' } }, ['days', 'expires', 'weights']],
    ['a tag facet', { facets: ['tags'] }, ['expires', 'tags', 'weights']],
    ['a year facet', { facets: ['years', 'languages'] }, ['days', 'expires', 'weights']],
    ['a sort by date', { sort: 'date' }, ['days', 'expires', 'weights']],
    ['no words', { text: '' }, ['days', 'expires']],
  ])('reads for %s the columns it needs, and the passages it shows', async (_what, query, expected) => {
    const { engine, columns, places } = openObserved();
    expect((await engine.ask(ask(query))).hits).toHaveLength(1);
    expect([...columns].sort()).toEqual(expected);
    expect(places).toHaveLength(1);
  });

  it.each<[what: string, query: Partial<SearchQuery>, within: readonly string[]]>([
    ['what passes the filters', { filters: { tags: [['cloud']] } }, ['dask', 'bills', 'about']],
    [
      'the same where another facet is counted',
      { filters: { tags: [['cloud']] }, facets: ['categories', 'years'] },
      ['dask', 'bills', 'about'],
    ],
    [
      'what passes all other filters where the facet is counted',
      { filters: { tags: [['cloud'], ['money']], categories: [['engineering']] }, facets: ['tags'] },
      ['dask', 'spark'],
    ],
    [
      'what passes all but one filter where two such facets are counted',
      { filters: { tags: [['performance']], authors: [['grace']] }, facets: ['tags', 'authors'] },
      ['dask', 'spark'],
    ],
    [
      'all others where the posts of a year are counted',
      { filters: { from: '2021-01-01', tags: [['cloud']] }, facets: ['years'] },
      ['dask', 'bills', 'about'],
    ],
  ])('asks the matcher once, for %s', async (_what, query, expected) => {
    const { engine, asked } = openObserved();
    await engine.ask(ask(query));
    const within = asked.map((ordinals) => ordinals.map((ordinal) => english[ordinal]?.id ?? ''));
    expect(within.map((ids) => ids.toSorted())).toEqual([
      english.flatMap(({ id }) => (expected.some((part) => id.includes(part)) ? [id] : [])).toSorted(),
    ]);
  });

  it('leaves languages alone that are not asked for, unless they are counted', async () => {
    const { engine, columns, asked } = openObserved();
    const filters = { languages: ['de'], tags: [['cloud']] };
    expect((await engine.ask(ask({ filters, facets: ['tags', 'years'] }))).total).toBe(0);
    expect([[...columns], asked]).toEqual([[], []]);
    const { total, hits, facets } = await engine.ask(ask({ filters, facets: ['languages'] }));
    expect([total, hits]).toEqual([0, []]);
    expect(facets).toEqual({ languages: [{ value: 'en', count: 1 }] });
    expect(asked).toHaveLength(1);
  });

  it('has terms located with the very matches that the matcher gave, though it shows fewer', async () => {
    const { engine, given, located } = openObserved(undefined, 2);
    const { hits } = await engine.ask(
      ask({ filters: { authors: [['grace']] }, facets: ['authors'], limit: 10 }),
    );
    expect(hits.map(({ id }) => id)).toEqual(['2020-02-10-dask.md']);
    expect(located).toHaveLength(1);
    expect(located[0]).toBe(given[0]);
    expect(given[0]?.ordinals).toHaveLength(2);
  });

  it('has nothing located where there is nothing to choose: no words, or one passage', async () => {
    for (const [query, passages] of [
      [{ text: '' }, 2],
      [{}, 1],
    ] as const) {
      const { engine, located } = openObserved(undefined, passages);
      expect((await engine.ask(ask(query))).hits).toHaveLength(1);
      expect(located).toEqual([]);
    }
  });

  it('reads no column for a facet where nothing matches', async () => {
    const { engine, columns } = openObserved();
    await engine.ask(ask({ text: 'nowhere', facets: facetNames }));
    expect([...columns].sort()).toEqual(['expires', 'weights']);
  });

  it('reads no passage for counts only', async () => {
    const { engine, places } = openObserved();
    expect((await engine.ask(ask({ limit: 0 }))).total).toBe(2);
    expect(places).toEqual([]);
  });

  it('rejects when it is aborted while it reads', async () => {
    const controller = new AbortController();
    const { engine } = openObserved(() => controller.abort(new Error('enough')));
    await expect(engine.ask(ask({}), { signal: controller.signal })).rejects.toThrow('enough');
  });

  it.each([
    ['as the question says', undefined, [2, 0]],
    ['never, where the author says so', false, [0, 0]],
  ] as const)('is tolerant %s', async (_, fuzzy, totals) => {
    const engine = await openRanked(english, fuzzy === false ? { fuzzy } : {});
    const count = async (asksTolerance: boolean) =>
      (await engine.ask(ask({ text: 'kubernetse', fuzzy: asksTolerance }))).total;
    expect([await count(true), await count(false)]).toEqual(totals);
  });

  it('shows a post until the second it expires', async () => {
    const expires = Date.UTC(2030, 0, 1);
    const count = async (now: number): Promise<number> => {
      const engine = await createEngineOfPosts(english, { now });
      return (await engine.ask(ask({ text: 'meetup operators' }))).total;
    };
    expect(await count(expires - 1_000)).toBe(2);
    expect(await count(expires)).toBe(1);
  });
});
