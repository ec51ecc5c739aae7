import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readPlainText } from '../../src/query/read-plain-text.js';
import { readText } from '../../src/query/read-text.js';
import { queryTexts } from './query-texts.js';

const words = fc.constantFrom(
  'a',
  'Rust',
  '5',
  '中文',
  'שלום',
  'café',
  'cafe\u0301',
  'or',
  'OR',
  'AND',
  'NOT',
  'c++',
  '-x',
);
const plainTexts = fc
  .array(fc.tuple(words, fc.constantFrom(' ', '  ', '\t', '\u3000', '\u200b')), { maxLength: 40 })
  .map((all) => all.flat().join(''));

describe('plain words', () => {
  test('are read as the parser reads them, and all else is left to it', () => {
    let plain = 0;
    let left = 0;
    fc.assert(
      fc.property(fc.oneof(plainTexts, queryTexts), (text) => {
        const read = readPlainText(text);
        if (read === undefined) left += 1;
        else {
          plain += 1;
          expect(read).toEqual(readText(text));
        }
      }),
      { numRuns: 2_000 },
    );
    expect(plain).toBeGreaterThan(200);
    expect(left).toBeGreaterThan(200);
  });

  test.each(['', ' ', 'rust', 'rust async ', 'Der Grüne Tee', '中文 搜索'])('are all of %j', (text) => {
    expect(readPlainText(text)).toEqual(readText(text));
  });

  test.each(['"rust"', 'rust OR go', 'rust -go', 'tag:rust', 'micro*', '(a b)', 'c++', 'rust AND go', '?!'])(
    'are not all of %j',
    (text) => {
      expect(readPlainText(text)).toBeUndefined();
    },
  );
});
