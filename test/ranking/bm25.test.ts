import { describe, expect, test } from 'vitest';
import { createBm25 } from '../../src/ranking/bm25.js';

const fields = [
  { name: 'title', averageLength: 4 },
  { name: 'body', averageLength: 100 },
  { name: 'code', averageLength: 0 },
];
const ranking = createBm25({ k: 1.2, b: 0.7, d: 0.5, boosts: { title: 2 } })({ documentCount: 10, fields });

describe('BM25+', () => {
  test('takes a rare term for more telling, and none for nothing', () => {
    expect(ranking.idf(1)).toBeCloseTo(Math.log(1 + 9.5 / 1.5), 12);
    for (let frequency = 1; frequency < 10; frequency += 1) {
      expect(ranking.idf(frequency)).toBeGreaterThan(ranking.idf(frequency + 1));
    }
    expect(ranking.idf(10)).toBeGreaterThan(0);
  });

  test('holds a field that is longer than the mean against a document', () => {
    expect(ranking.norm(0, 4)).toBeCloseTo(1.2, 12);
    expect(ranking.norm(1, 50)).toBeCloseTo(1.2 * (0.3 + 0.35), 12);
    expect(ranking.norm(1, 200)).toBeCloseTo(1.2 * (0.3 + 1.4), 12);
    // No document has it, whatever an index says.
    expect(ranking.norm(2, 3)).toBeCloseTo(1.2 * 0.3, 12);
  });

  test('counts further occurrences less, and any occurrence', () => {
    expect(ranking.evidence(1, 1.2)).toBeCloseTo(0.5 + 1, 12);
    expect(ranking.evidence(2, 1.2)).toBeCloseTo(0.5 + 4.4 / 3.2, 12);
    expect(ranking.evidence(1_000_000, 1.2)).toBeLessThan(0.5 + 2.2);
    expect(ranking.evidence(1, 1_000_000)).toBeGreaterThan(0.5);
  });

  test('weighs fields apart, and documents by how many words they have', () => {
    expect(ranking.fieldWeight(0, 3)).toBe(2 * ranking.idf(3));
    expect(ranking.fieldWeight(1, 3)).toBe(ranking.idf(3));
    expect(ranking.termScore(1.5, 7)).toBe(1.5);
    expect(ranking.documentScore(1.5, 3)).toBe(4.5);
  });

  test('boosts our fields unless it is told otherwise', () => {
    const ours = createBm25()({ documentCount: 10, fields });
    expect(ours.fieldWeight(0, 3) / ours.idf(3)).toBeCloseTo(1.5, 12);
    expect(ours.fieldWeight(2, 3) / ours.idf(3)).toBeCloseTo(0.7, 12);
  });
});
