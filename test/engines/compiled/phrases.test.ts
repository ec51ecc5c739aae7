import { describe, expect, test } from 'vitest';
import { analyzeQuery, createAnalyzer } from '../../../src/analysis/index.js';
import { OrdinalSet } from '../../../src/documents/ordinal-set.js';
import type { QueryTree } from '../../../src/domain/query-tree.js';
import { openCompiledMatcher } from '../../../src/engines/compiled/index.js';
import { matchSequence } from '../../../src/engines/compiled/match-sequence.js';
import { createSource, partsOf } from './corpus.js';

const analyzer = createAnalyzer('en');
const phrase = (text: string): QueryTree => ({ kind: 'phrase', text });
const docs = [
  { id: 'post-0', body: 'to be or not to be', tags: '' },
  { id: 'post-1', body: 'be to or', code: 'not to be', tags: 'to be' },
  { id: 'post-2', title: 'to', body: 'be not', tags: 'not' },
];

const askedBy = async (tree: QueryTree) => {
  const { source, asked } = createSource(partsOf(docs));
  const matcher = await openCompiledMatcher(source);
  const { ordinals } = await matcher.match(analyzeQuery(tree, analyzer));
  return { ordinals: [...ordinals], positions: asked.filter((name) => name.startsWith('positions')).length };
};

describe('the positions of a compiled index', () => {
  test('are read for the words of a phrase', async () => {
    const { ordinals, positions } = await askedBy({ kind: 'not', of: phrase('not to') });
    expect(ordinals).toEqual([2]);
    expect(positions).toBeGreaterThan(0);
  });

  test('are not read for words, nor for a phrase of which a word is nowhere', async () => {
    const words = { kind: 'all', of: ['to', 'be'].map((text) => ({ kind: 'term', text }) as const) } as const;
    expect(await askedBy(words)).toEqual({ ordinals: [0, 1, 2], positions: 0 });
    expect(await askedBy(phrase('to be nowhere'))).toEqual({ ordinals: [], positions: 0 });
    expect(await askedBy(phrase('to'))).toEqual({ ordinals: [0, 1, 2], positions: 0 });
  });

  test('find a phrase that goes on from the body into code, one that has a word twice, and one in a field', async () => {
    expect((await askedBy(phrase('or not'))).ordinals).toEqual([0, 1]);
    expect((await askedBy(phrase('to be or not to be'))).ordinals).toEqual([0]);
    expect((await askedBy({ kind: 'field', field: 'taxonomy', of: phrase('to be') })).ordinals).toEqual([1]);
    expect((await askedBy({ kind: 'field', field: 'body', of: phrase('or not') })).ordinals).toEqual([0]);
  });
});

describe('a phrase', () => {
  test('asks for positions only where the words before have left a place for it', () => {
    const asked: number[][] = [];
    const places = [
      new Map([
        [0, [1, 5, 9]],
        [2, [3]],
        [4, [8]],
      ]),
      new Map([
        [0, [2, 3, 10]],
        [2, [2, 5]],
        [4, [9]],
      ]),
      new Map([
        [0, [4, 13]],
        [4, [10]],
      ]),
    ];
    const found = matchSequence(
      [0, 1, 4].map((offset, word) => ({
        offset,
        placesIn: (documents) => {
          asked.push([...documents.toOrdinals()]);
          return places[word] ?? new Map();
        },
      })),
      OrdinalSet.of(5, [0, 2, 4]),
      1,
    );
    expect(asked).toEqual([
      [0, 2, 4],
      [0, 2, 4],
      [0, 4],
    ]);
    expect([...found.keys()]).toEqual([0]);
  });
});
