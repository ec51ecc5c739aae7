import { describe, expect, it } from 'vitest';
import { mean, ndcg, recall, reciprocalRank } from '../../src/evaluation/metrics.js';

/** Worked by hand: log2 of 2, 3, 4, 5 is 1, 1.58496, 2, 2.32193. */
const judgments = new Map([
  ['a', 3],
  ['b', 1],
  ['c', 2],
  ['d', 0],
]);

describe('nDCG', () => {
  it('is 1 for the ideal order and less for any other', () => {
    expect(ndcg(['a', 'c', 'b', 'd'], judgments, 10)).toBe(1);
    // (7/1 + 1/1.58496 + 0 + 3/2.32193) / (7/1 + 3/1.58496 + 1/2) = 8.92298 / 9.39279
    expect(ndcg(['a', 'b', 'd', 'c'], judgments, 10)).toBeCloseTo(0.94998, 5);
  });

  it('counts for binary grades by rank alone', () => {
    // One relevant document, in third place: 1 / log2(4).
    expect(ndcg(['x', 'y', 'a'], new Map([['a', 1]]), 10)).toBeCloseTo(0.5, 12);
  });

  it('looks no further than its depth, in the ideal too', () => {
    const many = new Map([
      ['a', 1],
      ['b', 1],
      ['c', 1],
    ]);
    expect(ndcg(['a', 'b', 'x'], many, 2)).toBe(1);
    expect(ndcg(['x', 'y', 'a'], many, 2)).toBe(0);
  });

  it('is 0 where nothing is relevant', () => {
    expect(ndcg(['a'], new Map([['a', 0]]), 10)).toBe(0);
    expect(ndcg([], judgments, 10)).toBe(0);
  });
});

describe('recall', () => {
  it('is the part of the relevant documents that is found', () => {
    expect(recall(['d', 'a', 'x', 'c'], judgments, 100)).toBeCloseTo(2 / 3, 12);
    expect(recall(['d', 'a', 'x', 'c'], judgments, 2)).toBeCloseTo(1 / 3, 12);
    expect(recall(['a', 'a', 'a'], judgments, 100)).toBeCloseTo(1 / 3, 12);
    expect(recall(['a'], new Map(), 100)).toBe(0);
  });
});

describe('reciprocal rank', () => {
  it('is 1 over the rank of the first relevant document', () => {
    expect(reciprocalRank(['d', 'x', 'b', 'a'], judgments)).toBeCloseTo(1 / 3, 12);
    expect(reciprocalRank(['d', 'x'], judgments)).toBe(0);
  });
});

describe('mean', () => {
  it('is 0 of nothing', () => {
    expect([mean([]), mean([1, 0, 0.5])]).toEqual([0, 0.5]);
  });
});
