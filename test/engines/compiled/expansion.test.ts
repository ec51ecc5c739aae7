import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { maxEditTerms, maxPrefixScan, maxPrefixTerms } from '../../../src/analysis/expansion.js';
import { findMisspelt } from '../../../src/engines/compiled/find-misspelt.js';
import { findExact, findPrefixed } from '../../../src/engines/compiled/find-prefixed.js';
import { familyOf, findRelatives } from '../../../src/engines/compiled/find-relatives.js';
import { parseTerms, type TermsPart, writeTerms } from '../../../src/engines/compiled/terms-part.js';
import { PlainDictionary } from '../../analysis/expand-word.js';
import { stem, word } from './corpus.js';

const toParts = (terms: readonly string[], size: number): readonly TermsPart[] =>
  Array.from({ length: Math.ceil(terms.length / size) }, (_, at) => {
    const run = terms.slice(at * size, (at + 1) * size);
    return parseTerms(writeTerms(run), 'terms', at * size, run.length);
  });

const expectSameAsRule = (terms: readonly string[], size: number, asked: string, maxEdits: number): void => {
  const parts = toParts(terms, size);
  const plain = new PlainDictionary(terms);
  expect([findExact(parts, asked) ?? []].flat()).toEqual(plain.exact(asked));
  expect(findPrefixed(parts, asked)).toEqual(plain.completions(asked));
  expect(findRelatives(parts, asked, familyOf(asked, stem))).toEqual(plain.relatives(asked, stem));
  if (maxEdits > 0) expect(findMisspelt(parts, asked, maxEdits)).toEqual(plain.misspellings(asked, maxEdits));
};

describe('expansion on the front-coded dictionary', () => {
  test('is that of the plain rule', () => {
    // Any string, so also halves of surrogate pairs and long runs that need escapes.
    const anyWord = fc.oneof(
      word,
      fc.string({ unit: 'binary', minLength: 1 }),
      word.map((part) => part.repeat(5)),
    );
    fc.assert(
      fc.property(
        fc.uniqueArray(anyWord, { maxLength: 80 }),
        anyWord,
        fc.nat({ max: 3 }),
        fc.integer({ min: 1, max: 90 }),
        (terms, other, maxEdits, size) => {
          terms.sort();
          for (const asked of [other, ...terms.slice(0, 5)]) expectSameAsRule(terms, size, asked, maxEdits);
        },
      ),
      { numRuns: 100 },
    );
  });

  test('is bounded as the plain rule is', () => {
    const letters = [...'abcdefghijklmnop'];
    const terms = letters.flatMap((a) =>
      letters.flatMap((b) => letters.flatMap((c) => [`q${a}${b}${c}`, `q${a}${b}${c}${a}s`])),
    );
    terms.push('q', 'qa', 'qab');
    terms.sort();
    expect(terms.length).toBeGreaterThan(maxPrefixScan);
    for (const asked of ['q', 'qa', 'qabc', 'qzzz']) {
      expectSameAsRule(terms, 700, asked, 2);
    }
    const parts = toParts(terms, 700);
    expect(findPrefixed(parts, 'q')).toHaveLength(maxPrefixTerms);
    expect(findMisspelt(parts, 'qxyc', 2)).toHaveLength(maxEditTerms);
  });

  test('counts a swap of neighbours as one edit, but not of the first letter', () => {
    const parts = toParts(['fluorescence', 'sprak', 'spxark'], 10);
    expect(findMisspelt(parts, 'spark', 1).map(({ term }) => term)).toEqual(['sprak', 'spxark']);
    expect(findMisspelt(parts, 'psark', 1)).toEqual([]);
  });
});
