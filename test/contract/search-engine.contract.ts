/**
 * What every engine answers. Call it from a test file of the engine.
 * @module
 */
import { beforeAll, describe, expect, it } from 'vitest';
import type { Post } from '../../src/domain/post.js';
import {
  facetNames,
  type SearchEngine,
  type SearchFilters,
  type SearchQuery,
} from '../../src/domain/search.js';
import { blog, createPost, toDate } from './posts.js';

/** Opens an engine on posts, at the time `contractNow`. */
export type EngineFactory = (posts: readonly Post[]) => Promise<SearchEngine>;

const ask = (text: string, rest: Partial<SearchQuery> = {}): SearchQuery => ({
  text,
  filters: {},
  sort: 'relevance',
  limit: 10,
  offset: 0,
  facets: [],
  ...rest,
});

export const describeSearchEngine = (name: string, createEngine: EngineFactory): void => {
  describe(`${name}, as every engine,`, () => {
    let engine: SearchEngine;
    beforeAll(async () => {
      engine = await createEngine(blog);
    });

    const search = (text: string, rest: Partial<SearchQuery> = {}) => engine.search(ask(text, rest));
    const ids = async (text: string, rest: Partial<SearchQuery> = {}) =>
      (await search(text, rest)).hits.map(({ id }) => id);
    const sortedIds = async (text: string, filters: SearchFilters = {}) =>
      (await ids(text, { filters })).toSorted();

    describe('finds', () => {
      it('posts with any of the words, best first', async () => {
        expect((await ids('dask tasks'))[0]).toBe('2020-02-10-dask.md');
        expect(await sortedIds('kubernetes rust')).toEqual([
          '2021-11-30-bills.md',
          '2024-05-01-later.md',
          'about.md',
        ]);
      });

      it('words in titles, headings, tags, categories, text and code', async () => {
        expect(await ids('tuning')).toEqual(['2019-05-01-spark.md']);
        expect(await ids('slow')).toEqual(['2019-05-01-spark.md']);
        expect(await ids('money')).toEqual(['2021-11-30-bills.md']);
        expect(await ids('notizen')).toEqual(['de/2020-03-01-speicher.md']);
        expect(await ids('spills')).toEqual(['2019-05-01-spark.md']);
        expect(await ids('sql')).toEqual(['2019-05-01-spark.md']);
      });

      it('what the last word begins, and only the last', async () => {
        expect(await ids('kuber')).toHaveLength(2);
        expect(await ids('sched')).toEqual(['2020-02-10-dask.md']);
        expect(await ids('sched rust')).toEqual(['about.md']);
        expect(await ids('k')).toEqual([]);
      });

      it('misspelt words: none of three letters, one edit from four, two from eight, never in the first letter', async () => {
        expect(await ids('rsut snakes')).toContain('about.md');
        expect(await ids('slwo paris')).toEqual(['2019-05-01-spark.md']);
        expect(await ids('kubernates')).toHaveLength(2);
        expect(await ids('kubrnetess x1')).toHaveLength(2);
        expect(await ids('mebmory x1')).toEqual(['2019-05-01-spark.md']);
        expect(await ids('meebmory x1')).toEqual(['2019-05-01-spark.md']);
        expect(await ids('hte x1')).toEqual([]);
        expect(await ids('nemory x1')).toEqual([]);
      });

      it('words whatever their case, accents and compounds', async () => {
        expect(await ids('CAFE')).toEqual(['2021-11-30-bills.md']);
        expect(await ids('cafe\u0301')).toEqual(['2021-11-30-bills.md']);
        expect(await ids('strasse')).toEqual(['de/2020-03-01-speicher.md']);
        expect(await ids('c#')).toEqual(['2021-11-30-bills.md']);
        expect(await ids('node.js')).toEqual(['2021-11-30-bills.md']);
      });

      it('words of scripts without spaces', async () => {
        expect(await ids('データベース')).toEqual(['ja/2022-01-01-neko.md']);
        expect(await ids('使い方')).toEqual(['ja/2022-01-01-neko.md']);
        expect(await ids('猫')).toEqual(['ja/2022-01-01-neko.md']);
      });

      it('every visible post, newest first and undated last, when there are no words', async () => {
        const all = [
          '2024-05-01-later.md',
          'ja/2022-01-01-neko.md',
          '2021-11-30-bills.md',
          'de/2020-03-01-speicher.md',
          '2020-02-10-dask.md',
          '2019-05-01-spark.md',
          'about.md',
        ];
        expect(await ids('')).toEqual(all);
        expect(await ids('  ')).toEqual(all);
        expect((await search('')).hits.every(({ score }) => score === 0)).toBe(true);
      });

      it('nothing for words that are nowhere and for signs that are no words', async () => {
        for (const text of ['zzzzzz', '?!', '"', '\ud800', '🙂']) {
          expect(await search(text, { facets: ['tags', 'years'] })).toEqual({
            total: 0,
            hits: [],
            facets: { tags: [], years: [] },
          });
        }
      });

      it('no expired post, in any way of asking', async () => {
        expect(await ids('conference')).toEqual(['2024-05-01-later.md']);
        expect(await ids('', { filters: { tags: [['conference']] } })).toEqual(['2024-05-01-later.md']);
        expect(await engine.post('2018-01-01-gone.md')).toBeUndefined();
        expect(await engine.tags()).toContainEqual({ value: 'conference', count: 1 });
        expect((await search('', { facets: ['years'] })).facets.years).not.toContainEqual({
          value: '2018',
          count: 1,
        });
      });
    });

    describe('filters', () => {
      it('by tags: every list, any of its members, whatever their case', async () => {
        expect(await sortedIds('', { tags: [['CLOUD'], ['spark', 'Money']] })).toEqual([
          '2020-02-10-dask.md',
          '2021-11-30-bills.md',
        ]);
        expect(await sortedIds('', { tags: [['cloud'], ['nosuch']] })).toEqual([]);
        expect(await sortedIds('', { tags: [], categories: [[]] })).toHaveLength(7);
      });

      it('by category', async () => {
        expect(await sortedIds('cluster', { categories: [['engineering']] })).toEqual(['2020-02-10-dask.md']);
      });

      it('by day, both ends included; undated posts never pass', async () => {
        expect(await sortedIds('', { from: '2020-02-10', to: '2020-03-01' })).toEqual([
          '2020-02-10-dask.md',
          'de/2020-03-01-speicher.md',
        ]);
        expect(await sortedIds('', { to: '2019-12-31' })).toEqual(['2019-05-01-spark.md']);
        expect(await sortedIds('', { from: '2022-01-02' })).toEqual(['2024-05-01-later.md']);
      });

      it('by language, with its regions', async () => {
        const regional = await createEngine([
          createPost({ id: 'a', language: 'pt', text: 'dados' }),
          createPost({ id: 'b', language: 'pt-BR', text: 'dados' }),
          createPost({ id: 'c', language: 'en', text: 'dados' }),
        ]);
        const found = async (languages: readonly string[]) =>
          (await regional.search(ask('dados', { filters: { languages } }))).hits
            .map(({ id }) => id)
            .toSorted();
        expect(await found(['pt'])).toEqual(['a', 'b']);
        expect(await found(['PT-br'])).toEqual(['b']);
        expect(await found(['pt-BR', 'en'])).toEqual(['b', 'c']);
        expect(await found(['p'])).toEqual([]);
        expect(await found([])).toEqual(['a', 'b', 'c']);
        expect(regional.languages).toEqual(['en', 'pt', 'pt-BR']);
      });
    });

    describe('counts', () => {
      it('all matches, on whatever page', async () => {
        expect(await search('', { limit: 0 })).toEqual({ total: 7, hits: [], facets: {} });
        expect((await search('spark', { limit: 1, offset: 2 })).total).toBe(4);
      });

      it('tags under one spelling, categories, years and languages of all matches', async () => {
        const { facets } = await search('', { limit: 1, facets: facetNames });
        expect(facets.tags?.slice(0, 3)).toEqual([
          { value: 'cloud', count: 4 },
          { value: 'Spark', count: 2 },
          { value: 'conference', count: 1 },
        ]);
        expect(facets.categories).toEqual([
          { value: 'engineering', count: 2 },
          { value: 'notes', count: 2 },
          { value: 'notizen', count: 1 },
        ]);
        expect(facets.years).toEqual([
          { value: '2024', count: 1 },
          { value: '2022', count: 1 },
          { value: '2021', count: 1 },
          { value: '2020', count: 2 },
          { value: '2019', count: 1 },
        ]);
        expect(facets.languages).toEqual([
          { value: 'en', count: 5 },
          { value: 'de', count: 1 },
          { value: 'ja', count: 1 },
        ]);
      });

      it('what passes the filters, and leaves out what none has', async () => {
        const { facets } = await search('dask', {
          filters: { tags: [['cloud']] },
          facets: ['categories', 'languages'],
        });
        expect(facets).toEqual({
          categories: [
            { value: 'engineering', count: 1 },
            { value: 'notes', count: 1 },
          ],
          languages: [{ value: 'en', count: 1 }],
        });
      });

      it('the tags of all visible posts', async () => {
        expect((await engine.tags()).slice(0, 2)).toEqual([
          { value: 'cloud', count: 4 },
          { value: 'Spark', count: 2 },
        ]);
        expect(engine.documentCount).toBe(8);
        expect(engine.languages).toEqual(['de', 'en', 'ja']);
      });
    });

    describe('sorts', () => {
      it('by score, descending', async () => {
        const scores = (await search('spark cluster')).hits.map(({ score }) => score);
        expect(scores.length).toBeGreaterThan(2);
        expect(scores).toEqual(scores.toSorted((a, b) => b - a));
      });

      it('by date, newest or oldest first, undated last either way', async () => {
        const newest = await ids('notes spark cluster', { sort: 'date' });
        expect(newest).toEqual([
          'ja/2022-01-01-neko.md',
          '2021-11-30-bills.md',
          'de/2020-03-01-speicher.md',
          '2020-02-10-dask.md',
          '2019-05-01-spark.md',
          'about.md',
        ]);
        const dated = newest.slice(0, -1);
        expect(await ids('notes spark cluster', { sort: 'date-asc' })).toEqual([
          ...dated.toReversed(),
          'about.md',
        ]);
      });

      it('what is equally good: newest first, the undated last, and then the last id first', async () => {
        const twins = await createEngine([
          createPost({ id: 'b', text: 'same words' }),
          createPost({ id: 'a', text: 'same words' }),
          createPost({ id: 'd', text: 'same words', date: toDate('2020-01-01') }),
          createPost({ id: 'c', text: 'same words', date: toDate('2021-01-01') }),
        ]);
        const found = async (limit: number) =>
          (await twins.search(ask('same words', { limit }))).hits.map(({ id }) => id);
        expect(await found(10)).toEqual(['c', 'd', 'b', 'a']);
        expect(await found(1)).toEqual(['c']);
      });

      it('the same on one page as on many', async () => {
        for (const sort of ['relevance', 'date', 'date-asc'] as const) {
          const all = await ids('spark cluster notes', { sort, limit: 100 });
          const pages = await Promise.all(
            all.map((_, offset) => ids('spark cluster notes', { sort, limit: 1, offset })),
          );
          expect(pages.flat()).toEqual(all);
          expect(await ids('spark', { sort, offset: 10_000 })).toEqual([]);
        }
      });
    });

    describe('shows', () => {
      it('a hit with all that is stored of it', async () => {
        const { hits } = await search('dask', { filters: { categories: [['notes']] } });
        expect(hits[0]).toEqual({
          id: '2020-02-10-dask.md',
          url: '/2020-02-10-dask/',
          title: [
            { text: 'From Spark to ', highlighted: false },
            { text: 'Dask', highlighted: true },
          ],
          date: '2020-02-10',
          language: 'en',
          tags: ['dask', 'spark', 'cloud'],
          categories: ['engineering', 'notes'],
          authors: [],
          image: '/dask.png',
          score: expect.any(Number),
          snippet: {
            segments: [
              { text: 'Dask', highlighted: true },
              { text: ' schedules tasks of plain Python. A cluster of ', highlighted: false },
              { text: 'Dask', highlighted: true },
              { text: ' workers replaced our Spark jobs.', highlighted: false },
            ],
            before: false,
            after: false,
          },
        });
      });

      it('words that the last one begins or that were misspelt, as the post has them', async () => {
        const marked = async (text: string) =>
          (await search(text)).hits[0]?.snippet.segments.flatMap(({ text: part, highlighted }) =>
            highlighted ? [part] : [],
          );
        expect(await marked('kubernates')).toEqual(['Kubernetes']);
        expect(await marked('sched')).toEqual(['schedules']);
        expect(await marked('使い方')).toEqual(['使い方', '使い']);
      });

      it('the heading that the passage is under', async () => {
        const heading = async (text: string) =>
          (await search(text, { filters: { languages: ['en'] } })).hits[0]?.snippet.heading;
        expect(await heading('spills')).toEqual({ text: 'Why Spark is slow', anchor: 'why-spark-is-slow' });
        expect(await heading('raise')).toEqual({ text: 'Shuffle partitions', anchor: 'shuffle-partitions' });
        expect(await heading('rust')).toBeUndefined();
      });

      it('one post with all its words', async () => {
        expect(await engine.post('2019-05-01-spark.md')).toEqual({
          id: '2019-05-01-spark.md',
          url: '/2019-05-01-spark/',
          title: 'Tuning Spark',
          date: '2019-05-01',
          language: 'en',
          tags: ['Spark', 'performance'],
          categories: ['engineering'],
          authors: ['Ada'],
          text: blog[0]?.text,
          headings: [
            { level: 2, text: 'Why Spark is slow', anchor: 'why-spark-is-slow' },
            { level: 2, text: 'Shuffle partitions', anchor: 'shuffle-partitions' },
          ],
        });
        expect(await engine.post('nosuch.md')).toBeUndefined();
        expect(await engine.post('__proto__')).toBeUndefined();
      });
    });

    it('answers the same whatever order the posts came in', async () => {
      const other = await createEngine(blog.toReversed());
      for (const text of ['spark cluster', 'データ', '', 'kubernates clo']) {
        const query = ask(text, { facets: facetNames });
        expect(await other.search(query)).toEqual(await engine.search(query));
      }
    });

    it('answers from an empty index', async () => {
      const empty = await createEngine([]);
      expect(await empty.search(ask('spark', { facets: facetNames }))).toEqual({
        total: 0,
        hits: [],
        facets: { tags: [], categories: [], years: [], languages: [] },
      });
      expect(await empty.tags()).toEqual([]);
      expect(await empty.post('a')).toBeUndefined();
      expect([empty.documentCount, empty.languages]).toEqual([0, []]);
    });

    it('knows words that are names of object properties', async () => {
      const odd = await createEngine([
        createPost({
          id: '__proto__',
          text: 'constructor __proto__ toString',
          tags: ['constructor', '__proto__'],
        }),
      ]);
      for (const text of ['constructor', '__proto__', 'tostring', 'hasOwnProp constructor']) {
        expect((await odd.search(ask(text))).total).toBe(1);
      }
      expect((await odd.search(ask('valueOf'))).total).toBe(0);
      expect((await odd.tags()).map(({ value }) => value)).toEqual(['__proto__', 'constructor']);
      expect((await odd.post('__proto__'))?.id).toBe('__proto__');
    });

    it('rejects with the reason of a signal that was aborted', async () => {
      const reason = new Error('enough');
      const signal = AbortSignal.abort(reason);
      await expect(engine.search(ask('spark'), { signal })).rejects.toBe(reason);
      await expect(engine.tags({ signal })).rejects.toBe(reason);
      await expect(engine.post('about.md', { signal })).rejects.toBe(reason);
    });
  });
};
