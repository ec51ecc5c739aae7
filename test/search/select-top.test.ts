import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { selectTop } from '../../src/search/select-top.js';

describe('selectTop', () => {
  it('is the beginning of the sorted list', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 20 })), fc.nat(30), (keys, limit) => {
        const compare = (a: number, b: number): number => (keys[b] ?? 0) - (keys[a] ?? 0) || a - b;
        const sorted = [...keys.keys()].sort(compare);
        expect(selectTop(keys.length, limit, compare)).toEqual(sorted.slice(0, limit));
      }),
    );
  });

  it('does not compare all with all', () => {
    let comparisons = 0;
    const compare = (a: number, b: number): number => {
      comparisons += 1;
      return a - b;
    };
    expect(selectTop(100_000, 10, compare)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(comparisons).toBeLessThan(101_000);
  });
});
