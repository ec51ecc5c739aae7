/** Which posts answer. */
import { describe, expect, it } from 'vitest';
import { maxPrefixTerms } from '../../src/analysis/expansion.js';
import { createPost } from './posts.js';
import type { TestFeature } from './skips.js';
import { ask, type EngineFeature, type Subject, tagsOf } from './subject.js';

export const describeFinding = (subject: () => Subject, itDoes: TestFeature<EngineFeature>): void => {
  describe('finds', () => {
    it('posts with any of the words, best first', async () => {
      expect((await subject().ids('dask tasks'))[0]).toBe('2020-02-10-dask.md');
      expect(await subject().sortedIds('kubernetes rust')).toEqual([
        '2021-11-30-bills.md',
        '2024-05-01-later.md',
        'about.md',
      ]);
    });

    it('words in titles, headings, tags, categories, text and code', async () => {
      expect(await subject().ids('tuning')).toEqual(['2019-05-01-spark.md']);
      expect(await subject().ids('slow')).toEqual(['2019-05-01-spark.md']);
      expect(await subject().ids('money')).toEqual(['2021-11-30-bills.md']);
      expect(await subject().ids('notizen')).toEqual(['de/2020-03-01-speicher.md']);
      expect(await subject().ids('spills')).toEqual(['2019-05-01-spark.md']);
      expect(await subject().ids('sql')).toEqual(['2019-05-01-spark.md']);
    });

    it('what the last word begins, and only the last', async () => {
      expect(await subject().ids('kuber')).toHaveLength(2);
      expect(await subject().ids('sched')).toEqual(['2020-02-10-dask.md']);
      expect(await subject().ids('sched rust')).toEqual(['about.md']);
      expect(await subject().ids('k')).toEqual([]);
    });

    it('the shortest of very many words that the last word begins', async () => {
      const posts = Array.from({ length: maxPrefixTerms + 20 }, (_, at) =>
        createPost({ id: `${at}.md`, text: `ab${'c'.repeat(at % 50)}${at}` }),
      );
      const engine = await subject().createEngine(posts);
      expect((await engine.ask(ask('ab'))).total).toBe(maxPrefixTerms);
    });

    it('misspelt words: none of three letters, one edit from four, two from eight', async () => {
      expect(await subject().ids('rsut snakes')).toContain('about.md');
      expect(await subject().ids('kubernates')).toHaveLength(2);
      expect(await subject().ids('kubrnetess x1')).toHaveLength(2);
      expect(await subject().ids('mebmory x1')).toEqual(['2019-05-01-spark.md']);
      expect(await subject().ids('meebmory x1')).toEqual(['2019-05-01-spark.md']);
      expect(await subject().ids('hte x1')).toEqual([]);
    });

    itDoes('swaps', 'words of which two letters changed places', async () => {
      expect(await subject().ids('slwo paris')).toEqual(['2019-05-01-spark.md']);
    });

    it('no word that begins with another letter', async () => {
      expect(await subject().ids('nemory x1')).toEqual([]);
    });

    it('words whatever their case, accents and compounds', async () => {
      expect(await subject().ids('CAFE')).toEqual(['2021-11-30-bills.md']);
      expect(await subject().ids('cafe\u0301')).toEqual(['2021-11-30-bills.md']);
      expect(await subject().ids('strasse')).toEqual(['de/2020-03-01-speicher.md']);
      expect(await subject().ids('c#')).toEqual(['2021-11-30-bills.md']);
      expect(await subject().ids('node.js')).toEqual(['2021-11-30-bills.md']);
    });

    it('words of scripts without spaces', async () => {
      expect(await subject().ids('データベース')).toEqual(['ja/2022-01-01-neko.md']);
      expect(await subject().ids('使い方')).toEqual(['ja/2022-01-01-neko.md']);
      expect(await subject().ids('猫')).toEqual(['ja/2022-01-01-neko.md']);
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
      expect(await subject().ids('')).toEqual(all);
      expect(await subject().ids('  ')).toEqual(all);
      expect((await subject().search('')).hits.every(({ score }) => score === 0)).toBe(true);
    });

    it('nothing for words that are nowhere and for signs that are no words', async () => {
      for (const text of ['zzzzzz', '?!', '"', '\ud800', '🙂']) {
        expect(await subject().search(text, { facets: ['tags', 'years'] })).toMatchObject({
          total: 0,
          hits: [],
          facets: { tags: [], years: [] },
        });
      }
    });

    it('no expired post, in any way of asking', async () => {
      expect(await subject().ids('conference')).toEqual(['2024-05-01-later.md']);
      expect(await subject().ids('', { filters: { tags: [['conference']] } })).toEqual([
        '2024-05-01-later.md',
      ]);
      expect(await subject().engine.post('2018-01-01-gone.md')).toBeUndefined();
      expect(await tagsOf(subject().engine)).toContainEqual({ value: 'conference', count: 1 });
      expect((await subject().search('', { facets: ['years'] })).facets.years).not.toContainEqual({
        value: '2018',
        count: 1,
      });
    });
  });

  describe('filters', () => {
    it('by tags: every list, any of its members, whatever their case', async () => {
      expect(await subject().sortedIds('', { tags: [['CLOUD'], ['spark', 'Money']] })).toEqual([
        '2020-02-10-dask.md',
        '2021-11-30-bills.md',
      ]);
      expect(await subject().sortedIds('', { tags: [['cloud'], ['nosuch']] })).toEqual([]);
      expect(await subject().sortedIds('', { tags: [], categories: [[]] })).toHaveLength(7);
    });

    it('by category', async () => {
      expect(await subject().sortedIds('cluster', { categories: [['engineering']] })).toEqual([
        '2020-02-10-dask.md',
      ]);
    });

    it('by author', async () => {
      expect(await subject().sortedIds('', { authors: [['ADA']] })).toEqual([
        '2019-05-01-spark.md',
        '2020-02-10-dask.md',
        'de/2020-03-01-speicher.md',
      ]);
      expect(await subject().sortedIds('cluster', { authors: [['Ada'], ['Grace']] })).toEqual([
        '2020-02-10-dask.md',
      ]);
    });

    it('by series', async () => {
      expect(await subject().sortedIds('', { series: [['the cluster']] })).toEqual([
        '2019-05-01-spark.md',
        '2020-02-10-dask.md',
      ]);
      expect(
        await subject().sortedIds('', { series: [['Money', 'The cluster']], tags: [['cloud']] }),
      ).toEqual(['2020-02-10-dask.md', '2021-11-30-bills.md']);
    });

    it('by day, both ends included; undated posts never pass', async () => {
      expect(await subject().sortedIds('', { from: '2020-02-10', to: '2020-03-01' })).toEqual([
        '2020-02-10-dask.md',
        'de/2020-03-01-speicher.md',
      ]);
      expect(await subject().sortedIds('', { to: '2019-12-31' })).toEqual(['2019-05-01-spark.md']);
      expect(await subject().sortedIds('', { from: '2022-01-02' })).toEqual(['2024-05-01-later.md']);
    });

    it('by language, with its regions', async () => {
      const regional = await subject().createEngine([
        createPost({ id: 'a', language: 'pt', text: 'dados' }),
        createPost({ id: 'b', language: 'pt-BR', text: 'dados' }),
        createPost({ id: 'c', language: 'en', text: 'dados' }),
      ]);
      const found = async (languages: readonly string[]) =>
        (await regional.ask(ask('dados', { filters: { languages } }))).hits.map(({ id }) => id).toSorted();
      expect(await found(['pt'])).toEqual(['a', 'b']);
      expect(await found(['PT-br'])).toEqual(['b']);
      expect(await found(['pt-BR', 'en'])).toEqual(['b', 'c']);
      expect(await found(['p'])).toEqual([]);
      expect(await found([])).toEqual(['a', 'b', 'c']);
      expect(regional.languages).toEqual(['en', 'pt', 'pt-BR']);
    });
  });
};
