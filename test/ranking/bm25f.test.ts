import { describe, expect, test } from 'vitest';
import { createBm25f } from '../../src/ranking/bm25f.js';

const fields = [
  { name: 'title', averageLength: 4 },
  { name: 'body', averageLength: 100 },
  { name: 'code', averageLength: 0 },
];
const ranking = createBm25f({ k1: 1.2, b: 0.75, boosts: { title: 2 } })({ fields });

describe('BM25F', () => {
  test('takes a rare word for more telling, and none for nothing', () => {
    expect(ranking.idf(1, 10)).toBeCloseTo(Math.log(1 + 9.5 / 1.5), 12);
    for (let frequency = 0; frequency < 10; frequency += 1) {
      expect(ranking.idf(frequency, 10)).toBeGreaterThan(ranking.idf(frequency + 1, 10));
    }
    expect(ranking.idf(10, 10)).toBeGreaterThan(0);
  });

  test('holds a field that is longer than the mean against a document, and weighs fields apart', () => {
    expect(ranking.occurrence(1, 100)).toBeCloseTo(1, 12);
    expect(ranking.occurrence(1, 50)).toBeCloseTo(1 / (0.25 + 0.375), 12);
    expect(ranking.occurrence(1, 200)).toBeCloseTo(1 / (0.25 + 1.5), 12);
    expect(ranking.occurrence(0, 4)).toBeCloseTo(2, 12);
    // No document has it, whatever an index says.
    expect(ranking.occurrence(2, 3)).toBeCloseTo(4, 12);
  });

  test('counts further occurrences less', () => {
    expect(ranking.wordScore(1, 3)).toBeCloseTo((3 * 2.2) / 2.2, 12);
    const gains = [1, 2, 3, 4].map(
      (evidence) => ranking.wordScore(evidence, 3) - ranking.wordScore(evidence - 1, 3),
    );
    expect(gains).toEqual(gains.toSorted((a, b) => b - a));
    expect(ranking.wordScore(1_000_000, 3)).toBeLessThan(3 * 2.2);
  });

  test('adds to a title the more of the question it says, and the less it says besides', () => {
    const title = (covered: number, titleWords: number): number =>
      ranking.titleScore({ covered, asked: 8, queryWords: 2, titleWords });
    expect(title(8, 2)).toBe(8);
    expect(title(4, 2)).toBe(2);
    expect(title(8, 1)).toBe(8);
    expect(title(8, 4)).toBe(4);
    expect([title(0, 2), title(8, 0)]).toEqual([0, 8]);
    const without = createBm25f({ title: 0 })({ fields });
    expect(without.titleScore({ covered: 8, asked: 8, queryWords: 2, titleWords: 2 })).toBe(0);
  });

  test('boosts our fields unless it is told otherwise', () => {
    const ours = createBm25f()({ fields });
    expect(ours.occurrence(0, 4) / ours.occurrence(1, 100)).toBeCloseTo(3, 12);
    expect(ours.occurrence(2, 0) / ranking.occurrence(2, 0)).toBeCloseTo(0.7, 12);
  });
});
