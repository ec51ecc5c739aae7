/** What is asked in the language of questions, as it is typed. */
import { describe, expect, it } from 'vitest';
import { createPost } from './posts.js';
import type { TestFeature } from './skips.js';
import { ask, type EngineFeature, type Subject } from './subject.js';

const texts = {
  'both.md': 'The slow cluster runs Spark.',
  'apart.md': 'Slow food. A cluster of Spark grapes.',
  'other.md': 'Dask is slow.',
  'none.md': 'Nothing to see.',
} as const;

export const describeAsking = (subject: () => Subject, itDoes: TestFeature<EngineFeature>): void => {
  describe('understands', () => {
    const found = async (text: string): Promise<readonly string[]> => {
      const engine = await subject().createEngine(
        Object.entries(texts).map(([id, body]) => createPost({ id, title: id, text: body, tags: ['x y'] })),
      );
      return (await engine.ask(ask(text))).hits.map(({ id }) => id).toSorted();
    };

    itDoes('phrases', 'a phrase, alone, among words and twice', async () => {
      expect(await found('"slow cluster"')).toEqual(['both.md']);
      expect(await found('"slow cluster" runs dask')).toEqual(['both.md']);
      expect(await found('"slow cluster" "runs spark"')).toEqual(['both.md']);
      expect(await found('-"slow cluster" slow')).toEqual(['apart.md', 'other.md']);
    });

    it('what is not to be there', async () => {
      expect(await found('slow -spark')).toEqual(['other.md']);
      expect(await found('-slow')).toEqual(['none.md']);
    });

    it('alternatives and parentheses', async () => {
      expect(await found('dask OR grapes')).toEqual(['apart.md', 'other.md']);
      expect(await found('slow (food OR runs)')).toEqual(['apart.md', 'both.md']);
    });

    it('fields and beginnings', async () => {
      expect(await found('title:other')).toEqual(['other.md']);
      expect(await found('grap*')).toEqual(['apart.md']);
    });

    it('tolerance that is turned off', async () => {
      const hits = async (fuzzy: boolean) =>
        (await subject().search('kubernates x1', { fuzzy })).hits.map(({ id }) => id);
      expect(await hits(true)).toHaveLength(2);
      expect(await hits(false)).toEqual([]);
    });
  });
};
