import { describe, expect, test } from 'vitest';
import type { AnalyzedTree } from '../../src/analysis/index.js';
import { OrdinalSet } from '../../src/documents/ordinal-set.js';
import { findDropped, matchTree } from '../../src/engines/match-tree.js';

const documentCount = 6;
const setOf = (...ordinals: readonly number[]): OrdinalSet => OrdinalSet.of(documentCount, ordinals);
const word = (number: number): AnalyzedTree => ({ kind: 'word', word: number });
const filter: AnalyzedTree = { kind: 'filter', filter: 0 };
const all = (...of: readonly AnalyzedTree[]): AnalyzedTree => ({ kind: 'all', of });
const any = (...of: readonly AnalyzedTree[]): AnalyzedTree => ({ kind: 'any', of });
const most = (...of: readonly AnalyzedTree[]): AnalyzedTree => ({ kind: 'most', of });
const not = (of: AnalyzedTree): AnalyzedTree => ({ kind: 'not', of });

/** Documents by word: the first is the most telling, the fourth hardly is. */
const leaves = {
  documentCount,
  words: [setOf(0, 1), setOf(0, 2, 3), setOf(1, 2, 4), setOf(0, 1, 2, 3, 4, 5)],
  weights: [8, 3, 3, 0.5],
  filters: [setOf(3, 4, 5)],
};
const matched = (tree: AnalyzedTree): readonly number[] => [...matchTree(tree, leaves).toOrdinals()];
const dropped = (tree: AnalyzedTree): readonly number[] => [...findDropped(tree, leaves)].sort();

describe('words side by side', () => {
  test('match what says nearly as much of them as any document does', () => {
    // 0 says 11, 1 says 11, 2 says 6; 3 and 4 say 3, which is less than the share.
    expect(matched(most(word(0), word(1), word(2)))).toEqual([0, 1, 2]);
    expect(matched(most(word(1), word(3)))).toEqual([0, 2, 3]);
    expect(matched(most(word(3)))).toEqual([0, 1, 2, 3, 4, 5]);
    expect(matched(most())).toEqual([]);
  });

  test('within words side by side are as if they were beside them', () => {
    expect(matched(most(word(0), most(word(1), word(2))))).toEqual(matched(most(word(0), word(1), word(2))));
  });

  test('count a choice as the most telling of its branches', () => {
    expect(matched(most(word(0), any(word(1), word(2))))).toEqual([0, 1]);
    expect(matched(most(word(1), any(word(0), word(2))))).toEqual([0, 1, 2, 4]);
  });

  test('are compared with documents that have what must be there', () => {
    // Of those with the third word, 1 says 8 of the first two, and 2 says 3.
    expect(matched(all(word(2), most(word(0), word(1))))).toEqual([1, 2]);
    expect(matched(all(word(2), most(word(1), word(3))))).toEqual([2]);
  });

  test('are not compared otherwise with a filter, or where something must not be there', () => {
    expect(matched(all(filter, most(word(0), word(1), word(2))))).toEqual([]);
    expect(matched(all(filter, most(word(1), word(2))))).toEqual([3, 4]);
    expect(matched(all(not(word(0)), most(word(0), word(1), word(2))))).toEqual([2]);
    expect(matched(not(most(word(0), word(1), word(2))))).toEqual([3, 4, 5]);
  });
});

describe('dropped words', () => {
  test('are the least telling of those that no document has together', () => {
    expect(dropped(most(word(0), word(1), word(2)))).toEqual([2]);
    expect(dropped(most(word(0), word(1)))).toEqual([]);
    expect(dropped(most(word(0), most(word(1), word(2)), word(3)))).toEqual([2]);
    expect(dropped(all(word(2), most(word(0), word(1))))).toEqual([1]);
    expect(dropped(all(filter, most(word(0), word(1), word(2))))).toEqual([2]);
  });

  test('are none where nothing is side by side, or nothing is found', () => {
    expect(dropped(all(word(0), word(1), word(2)))).toEqual([]);
    expect(findDropped(most(word(0)), { ...leaves, words: [setOf()] }).size).toBe(0);
  });
});
