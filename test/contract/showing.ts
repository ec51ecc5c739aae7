/** What is shown of a post. */
import { describe, expect, it } from 'vitest';
import { blog } from './posts.js';
import type { Subject } from './subject.js';

export const describeShowing = (subject: () => Subject): void => {
  describe('shows', () => {
    it('a hit with all that is stored of it', async () => {
      const { hits } = await subject().search('dask', { filters: { categories: [['notes']] } });
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
        authors: ['Ada', 'Grace'],
        series: 'the cluster',
        image: '/dask.png',
        score: expect.any(Number),
        snippets: [
          {
            segments: [
              { text: 'Dask', highlighted: true },
              { text: ' schedules tasks of plain Python. A cluster of ', highlighted: false },
              { text: 'Dask', highlighted: true },
              { text: ' workers replaced our Spark jobs.', highlighted: false },
            ],
            before: false,
            after: false,
          },
        ],
      });
    });

    it('words that the last one begins or that were misspelt, as the post has them', async () => {
      const marked = async (text: string) =>
        (await subject().search(text)).hits[0]?.snippets[0].segments.flatMap(({ text: part, highlighted }) =>
          highlighted ? [part] : [],
        );
      expect(await marked('kubernates')).toEqual(['Kubernetes']);
      expect(await marked('sched')).toEqual(['schedules']);
      expect(await marked('使い方')).toEqual(['使い方', '使い']);
    });

    it('the heading that the snippet is under', async () => {
      const heading = async (text: string) =>
        (await subject().search(text, { filters: { languages: ['en'] } })).hits[0]?.snippets[0].heading;
      expect(await heading('spills')).toEqual({ text: 'Why Spark is slow', anchor: 'why-spark-is-slow' });
      expect(await heading('raise')).toEqual({ text: 'Shuffle partitions', anchor: 'shuffle-partitions' });
      expect(await heading('rust')).toBeUndefined();
    });

    it('no series where a post is in none', async () => {
      const { hits } = await subject().search('snakes');
      expect(hits.map(({ id }) => id)).toEqual(['about.md']);
      expect(hits[0]).not.toHaveProperty('series');
    });

    it('one post with all its words', async () => {
      expect(await subject().engine.post('2019-05-01-spark.md')).toEqual({
        id: '2019-05-01-spark.md',
        url: '/2019-05-01-spark/',
        title: 'Tuning Spark',
        date: '2019-05-01',
        language: 'en',
        tags: ['Spark', 'performance'],
        categories: ['engineering'],
        authors: ['Ada'],
        series: 'The cluster',
        text: blog[0]?.text,
        headings: [
          { level: 2, text: 'Why Spark is slow', anchor: 'why-spark-is-slow' },
          { level: 2, text: 'Shuffle partitions', anchor: 'shuffle-partitions' },
        ],
      });
      expect(await subject().engine.post('nosuch.md')).toBeUndefined();
      expect(await subject().engine.post('__proto__')).toBeUndefined();
    });
  });
};
