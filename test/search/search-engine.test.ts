/** What the contract cannot see: which parts of a far store are read, and what happens while one waits. */
import { describe, expect, it } from 'vitest';
import type { DocumentStore, PassagePlace } from '../../src/documents/document-store.js';
import type { SearchQuery } from '../../src/domain/search.js';
import { createEngineOfPosts } from '../contract/engine-of-posts.js';
import { blog } from '../contract/posts.js';

const english = blog.filter(({ language }) => language === 'en');

/** A store that writes down what it is asked. */
const openObserved = async (onPassages?: () => void) => {
  const columns = new Set<string>();
  const places: PassagePlace[] = [];
  const watch = (store: DocumentStore): DocumentStore => ({
    ...store,
    columns: (names, options) => {
      for (const name of names) columns.add(name);
      return store.columns(names, options);
    },
    passages: (wanted, options) => {
      places.push(...wanted);
      onPassages?.();
      return store.passages(wanted, options);
    },
  });
  return { engine: await createEngineOfPosts(english, { watch }), columns, places };
};

const ask = (rest: Partial<SearchQuery>): SearchQuery => ({
  text: 'spark',
  filters: {},
  sort: 'relevance',
  limit: 1,
  offset: 0,
  facets: [],
  ...rest,
});

describe('createSearchEngine', () => {
  it.each<[what: string, query: Partial<SearchQuery>, columns: readonly string[]]>([
    ['words alone', {}, ['expires']],
    ['a tag filter', { filters: { tags: [['cloud']] } }, ['expires', 'tags']],
    ['a category filter', { filters: { categories: [['notes']] } }, ['categories', 'expires']],
    ['a date filter', { filters: { from: '2020-01-01' } }, ['days', 'expires']],
    ['a tag facet', { facets: ['tags'] }, ['expires', 'tags']],
    ['a year facet', { facets: ['years', 'languages'] }, ['days', 'expires']],
    ['a sort by date', { sort: 'date' }, ['days', 'expires']],
  ])('reads for %s the columns it needs, and the passages it shows', async (_what, query, expected) => {
    const { engine, columns, places } = await openObserved();
    expect((await engine.ask(ask(query))).hits).toHaveLength(1);
    expect([...columns].sort()).toEqual(expected);
    expect(places).toHaveLength(1);
  });

  it('reads no passage for counts only', async () => {
    const { engine, places } = await openObserved();
    expect((await engine.ask(ask({ limit: 0 }))).total).toBe(2);
    expect(places).toEqual([]);
  });

  it('rejects when it is aborted while it reads', async () => {
    const controller = new AbortController();
    const { engine } = await openObserved(() => controller.abort(new Error('enough')));
    await expect(engine.ask(ask({}), { signal: controller.signal })).rejects.toThrow('enough');
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
