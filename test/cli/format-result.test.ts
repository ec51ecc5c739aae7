import { expect, test } from 'vitest';
import { formatResult } from '../../src/cli/format-result.js';
import type { Explanation } from '../../src/domain/explanation.js';
import { anything, createHit, createResult } from '../page/sample-result.js';

const plain = (_style: string, text: string): string => text;

test('how the question was understood stands above the hits', () => {
  const understood = { text: 'dask zebra', dropped: ['zebra'], didYouMean: 'dask\u001b[2J zebu' };
  const result = createResult({ understood });
  expect(
    formatResult(result, { ...anything, text: 'dask zebra' }, plain)
      .split('\n')
      .slice(0, 4),
  ).toEqual([
    '1 post, 1 to 1',
    'No post has all of these words: answered without “zebra”.',
    'Did you mean dask\\u001b[2J zebu?',
    '',
  ]);
  const nothing = createResult({ total: 0, hits: [], understood });
  expect(formatResult(nothing, { ...anything, text: 'dask zebra' }, plain)).toMatch(
    /^No post matches\.\nDid you mean [^\n]*\n$/,
  );
});

test('why a hit has its score is said in numbers that add up', () => {
  const explanation: Explanation = {
    score: 6.6,
    parts: [
      {
        what: 'word',
        word: 'dask',
        idf: 2,
        terms: [
          { term: 'dask', kind: 'exact', field: 'title', frequency: 1, evidence: 3 },
          { term: 'dasks', kind: 'relative', field: 'body', frequency: 4, evidence: 1.5 },
        ],
        score: 5,
      },
      { what: 'title', score: 0.5 },
    ],
    factors: [{ what: 'recency', factor: 1.2 }],
    pinned: true,
  };
  const printed = formatResult(createResult({ hits: [createHit({ explanation })] }), anything, plain);
  expect(printed.slice(printed.indexOf('     +'))).toBe(
    [
      '     +    5.0000  word dask, idf 2.0000, of the evidence',
      '                     3.0000  title: dask × 1 (exact)',
      '                     1.5000  body: dasks × 4 (relative)',
      '     +    0.5000  title',
      '     ×    1.2000  recency',
      '     =    6.6000  and pinned: it stands before others',
      '',
    ].join('\n'),
  );
  const numberOf = (sign: string): readonly number[] =>
    [...printed.matchAll(new RegExp(`^ {5}\\${sign} +([\\d.]+)`, 'gm'))].map(([, number]) => Number(number));
  const sum = numberOf('+').reduce((total, part) => total + part, 0);
  expect(numberOf('=')).toEqual([sum * (numberOf('×')[0] ?? 1)]);
});
