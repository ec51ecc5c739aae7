import { describe, expect, test } from 'vitest';
import {
  byLikelihood,
  editWeight,
  isScarce,
  maxEditsOfStem,
  prefixWeight,
} from '../../src/analysis/expansion.js';
import { editDistance, PlainDictionary } from './expand-word.js';

const terms = ['sparc', 'spark', 'sparked', 'sparkle', 'sparks', 'sprak'];
const stem = (term: string): string => term.replace(/(?:s|ed)$/, '');

describe('an expansion', () => {
  test('weighs what is alike more, and never as much as the word itself', () => {
    const plain = new PlainDictionary(terms);
    const found = [
      ...plain.exact('spark'),
      ...plain.relatives('spark', stem),
      ...plain.completions('spark'),
      ...plain.misspellings('spark', 1),
    ];
    expect(found.map(({ term, kind, weight }) => [term, kind, Math.round(weight * 1_000) / 1_000])).toEqual([
      ['spark', 'exact', 1],
      ['sparked', 'relative', 0.95],
      ['sparks', 'relative', 0.95],
      ['sparked', 'completion', 0.921],
      ['sparkle', 'completion', 0.921],
      ['sparks', 'completion', 0.952],
      ['sparc', 'misspelling', 0.833],
      ['sparks', 'misspelling', 0.857],
      ['sprak', 'misspelling', 0.833],
    ]);
    expect(prefixWeight(100, 1)).toBeLessThan(1);
    expect(editWeight(100, 1)).toBeLessThan(1);
    expect(editWeight(8, 2)).toBeLessThan(editWeight(8, 1));
  });

  test('counts where nothing is found, or hardly anything beside what is far more frequent', () => {
    expect(isScarce(0, 1)).toBe(true);
    expect([isScarce(1, 9), isScarce(1, 10), isScarce(2, 19), isScarce(2, 20)]).toEqual([
      false,
      true,
      false,
      true,
    ]);
    expect(isScarce(3, 1_000)).toBe(false);
    expect(isScarce(0, 0)).toBe(false);
  });

  test('is the likelier with two letters swapped, then the more frequent', () => {
    const near = [
      { term: 'days', documents: 9 },
      { term: 'dark', documents: 20 },
      { term: 'dask', documents: 1 },
    ];
    expect(near.sort(byLikelihood('daks')).map(({ term }) => term)).toEqual(['dask', 'dark', 'days']);
    expect(
      [...near, { term: 'daksx', documents: 30 }].sort(byLikelihood('daks')).map(({ term }) => term),
    ).toEqual(['dask', 'daksx', 'dark', 'days']);
  });

  test('of a stem is as far away as its own length allows', () => {
    expect([maxEditsOfStem('ser', 2), maxEditsOfStem('serch', 2), maxEditsOfStem('serch', 0)]).toEqual([
      0, 1, 0,
    ]);
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

  test('keeps the first letter of what is misspelt, and to the fewest edits', () => {
    const plain = new PlainDictionary(['ark', 'bark', 'dark', 'dork', 'dorks']);
    expect(plain.misspellings('dark', 2).map(({ term }) => term)).toEqual(['dork']);
  });

  test('finds relatives of a word that is not there', () => {
    const plain = new PlainDictionary(terms);
    expect(
      plain.relatives('sparkeded', (term) => (term === 'sparkeded' ? 'spark' : stem(term))),
    ).toHaveLength(3);
  });

  test('cuts in the middle rather than near an end', () => {
    const plain = new PlainDictionary(['ope', 'open', 'opens', 'nsource', 'ource', 'source']);
    expect(plain.cuts('opensource')).toEqual([
      ['opens', 'ource'],
      ['open', 'source'],
    ]);
  });
});
