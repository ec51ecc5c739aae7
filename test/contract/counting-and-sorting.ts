/** What is said of all matches, and in which order they come. */
import { describe, expect, it } from 'vitest';
import { facetNames } from '../../src/domain/facets.js';
import type { SortOrder } from '../../src/domain/search.js';
import { createPost, toDate } from './posts.js';
import { ask, type Subject, tagsOf } from './subject.js';

export const describeCountingAndSorting = (subject: () => Subject): void => {
  describe('counts', () => {
    it('all matches, on whatever page', async () => {
      expect(await subject().search('', { limit: 0 })).toMatchObject({ total: 7, hits: [], facets: {} });
      expect((await subject().search('spark', { limit: 1, offset: 2 })).total).toBe(4);
    });

    it('tags, authors and series under one spelling, categories, years and languages of all matches', async () => {
      const { facets } = await subject().search('', { limit: 1, facets: facetNames });
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
      expect(facets.authors).toEqual([
        { value: 'Ada', count: 3 },
        { value: 'Grace', count: 1 },
      ]);
      expect(facets.series).toEqual([
        { value: 'The cluster', count: 2 },
        { value: 'Money', count: 1 },
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
      const { facets } = await subject().search('dask', {
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
      expect((await tagsOf(subject().engine)).slice(0, 2)).toEqual([
        { value: 'cloud', count: 4 },
        { value: 'Spark', count: 2 },
      ]);
      expect(subject().engine.documentCount).toBe(8);
      expect(subject().engine.languages).toEqual(['de', 'en', 'ja']);
    });
  });

  describe('sorts', () => {
    it('by score, descending', async () => {
      const scores = (await subject().search('spark cluster')).hits.map(({ score }) => score);
      expect(scores.length).toBeGreaterThan(2);
      expect(scores).toEqual(scores.toSorted((a, b) => b - a));
    });

    it('by date, newest or oldest first, undated last either way', async () => {
      const newest = await subject().ids('notes OR spark OR cluster', { sort: 'date' });
      expect(newest).toEqual([
        'ja/2022-01-01-neko.md',
        '2021-11-30-bills.md',
        'de/2020-03-01-speicher.md',
        '2020-02-10-dask.md',
        '2019-05-01-spark.md',
        'about.md',
      ]);
      const dated = newest.slice(0, -1);
      expect(await subject().ids('notes OR spark OR cluster', { sort: 'date-asc' })).toEqual([
        ...dated.toReversed(),
        'about.md',
      ]);
    });

    it('the posts of a day by time, then by id', async () => {
      const noon = toDate('2020-01-01');
      const sameDay = await subject().createEngine([
        createPost({ id: 'a', text: 'same words', date: noon }),
        createPost({ id: 'b', text: 'same words', date: noon }),
        createPost({ id: '0', text: 'same words', date: { ...noon, timestamp: noon.timestamp + 60 } }),
      ]);
      const found = async (sort: SortOrder) =>
        (await sameDay.ask(ask('same words', { sort }))).hits.map(({ id }) => id);
      expect(await found('date')).toEqual(['0', 'b', 'a']);
      expect(await found('date-asc')).toEqual(['a', 'b', '0']);
    });

    it('what is equally good: newest first, the undated last, and then the last id first', async () => {
      const twins = await subject().createEngine([
        createPost({ id: 'b', text: 'same words' }),
        createPost({ id: 'a', text: 'same words' }),
        createPost({ id: 'd', text: 'same words', date: toDate('2020-01-01') }),
        createPost({ id: 'c', text: 'same words', date: toDate('2021-01-01') }),
      ]);
      const found = async (limit: number) =>
        (await twins.ask(ask('same words', { limit }))).hits.map(({ id }) => id);
      expect(await found(10)).toEqual(['c', 'd', 'b', 'a']);
      expect(await found(1)).toEqual(['c']);
    });

    it('the same on one page as on many', async () => {
      for (const sort of ['relevance', 'date', 'date-asc'] as const) {
        const all = await subject().ids('spark OR cluster OR notes', { sort, limit: 100 });
        const pages = await Promise.all(
          all.map((_, offset) => subject().ids('spark OR cluster OR notes', { sort, limit: 1, offset })),
        );
        expect(pages.flat()).toEqual(all);
        expect(await subject().ids('spark', { sort, offset: 10_000 })).toEqual([]);
      }
    });
  });
};
