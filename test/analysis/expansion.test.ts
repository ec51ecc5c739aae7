import { describe, expect, test } from 'vitest';
import { editWeight, prefixWeight } from '../../src/analysis/expansion.js';
import { editDistance, expandWord } from './expand-word.js';

describe('an expansion', () => {
  test('weighs what is alike more, and never as much as the word itself', () => {
    const terms = ['sparc', 'spark', 'sparkle', 'sparks', 'sprak'];
    const found = expandWord(terms, { term: 'spark', prefix: true, maxEdits: 2 });
    expect(found.map(({ term, kind, weight }) => [term, kind, Math.round(weight * 1_000) / 1_000])).toEqual([
      ['spark', 'exact', 1],
      ['sparkle', 'prefix', 0.345],
      ['sparks', 'prefix', 0.357],
      ['sparc', 'edit', 0.375],
      ['sprak', 'edit', 0.375],
    ]);
    expect(prefixWeight(100, 1)).toBeLessThan(1);
    expect(editWeight(100, 1)).toBeLessThan(1);
    expect(editWeight(8, 2)).toBeLessThan(editWeight(8, 1));
  });
});

describe('the plain rule', () => {
  test.each([
    ['spark', 'spark', 0],
    ['spark', 'spakr', 1],
    ['spark', 'sprk', 1],
    ['spark', 'sparks', 1],
    ['spark', 'spork', 1],
    ['ca', 'abc', 3],
    ['', 'abc', 3],
  ])('takes %s and %s for words %i edits apart', (a, b, distance) => {
    expect(editDistance(a, b)).toBe(distance);
  });

  test('keeps the first letter', () => {
    const found = expandWord(['ark', 'bark', 'dark', 'dork'], { term: 'dark', prefix: false, maxEdits: 1 });
    expect(found.map(({ term }) => term)).toEqual(['dark', 'dork']);
  });
});
