import { expect, test } from 'vitest';
import { addMatchedTerm } from '../../src/engines/matched-terms.js';

test('a term that several words stand for is one, with all of them and the best of its weights', () => {
  for (const weights of [
    [0.5, 2, 1],
    [2, 1, 0.5],
    [0.5, 1, 2],
  ]) {
    const terms = new Map<string, { words: number[]; weight: number }>();
    for (const [word, weight] of weights.entries()) addMatchedTerm(terms, 'spark', { words: [word], weight });
    addMatchedTerm(terms, 'dask', { words: [1], weight: 3 });
    expect([...terms]).toEqual([
      ['spark', { words: [0, 1, 2], weight: 2 }],
      ['dask', { words: [1], weight: 3 }],
    ]);
  }
});
