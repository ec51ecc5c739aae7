import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editDistance } from '../../src/analysis/edit-distance.js';
import {
  createTermDictionary,
  expandWord,
  maxEditTerms,
  maxPrefixScan,
  maxPrefixTerms,
} from '../../src/analysis/index.js';

/** The textbook recurrence, the whole matrix at once. */
const referenceDistance = (a: string, b: string): number => {
  const rows = Array.from({ length: a.length + 1 }, (_, i) =>
    Array.from({ length: b.length + 1 }, (_, j) => (i === 0 ? j : j === 0 ? i : 0)),
  );
  const at = (i: number, j: number): number => rows[i]?.[j] ?? Number.NaN;
  for (let i = 1; i <= a.length; i += 1) {
    for (let j = 1; j <= b.length; j += 1) {
      let best = Math.min(
        at(i - 1, j) + 1,
        at(i, j - 1) + 1,
        at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1),
      );
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        best = Math.min(best, at(i - 2, j - 2) + 1);
      const row = rows[i];
      if (row) row[j] = best;
    }
  }
  return at(a.length, b.length);
};

/** Few letters, so that words are alike. */
const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 12 });

const dictionaryOf = (terms: readonly string[]) => createTermDictionary([...new Set(terms)].sort());
const termsOf = (terms: readonly string[], term: string, prefix: boolean, maxEdits: number) =>
  expandWord(dictionaryOf(terms), { term, prefix, maxEdits }).map((expansion) => expansion.term);

describe('editDistance', () => {
  it.each([
    ['spark', 'spark', 0],
    ['spark', 'spakr', 1],
    ['spark', 'sprk', 1],
    ['spark', 'sparks', 1],
    ['spark', 'spork', 1],
    ['ca', 'abc', 3],
    ['', 'abc', 3],
  ])('of %s and %s is %i', (a, b, distance) => {
    expect(editDistance(a, b, 5)).toBe(distance);
  });

  it('is that of the whole matrix, up to the bound', () => {
    fc.assert(
      fc.property(word, word, fc.integer({ min: 0, max: 3 }), (a, b, max) => {
        expect(editDistance(a, b, max)).toBe(Math.min(referenceDistance(a, b), max + 1));
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('expandWord', () => {
  it('takes the word itself, what it begins from last to first, and misspellings from first to last', () => {
    const terms = ['spar', 'spark', 'sparked', 'sparks', 'spakr', 'park', 'spook'];
    expect(termsOf(terms, 'spark', true, 1)).toEqual(['spark', 'sparks', 'sparked', 'spakr', 'spar']);
  });

  it('keeps the first letter', () => {
    expect(termsOf(['bark', 'dark', 'dork', 'ark'], 'dark', false, 1)).toEqual(['dark', 'dork']);
  });

  it('finds every misspelling that going through all terms finds', () => {
    fc.assert(
      fc.property(
        fc.array(word, { maxLength: 60 }),
        word,
        fc.integer({ min: 1, max: 2 }),
        (terms, asked, max) => {
          const expected = [...new Set(terms)]
            .filter(
              (term) =>
                term.charAt(0) === asked.charAt(0) && term !== asked && referenceDistance(asked, term) <= max,
            )
            .sort();
          const found = termsOf(terms, asked, false, max).filter((term) => term !== asked);
          expect(found).toEqual(expected.length <= maxEditTerms ? expected : found);
        },
      ),
      { numRuns: 1_000 },
    );
  });

  it('takes the shortest of too many words that begin so', () => {
    const short = Array.from({ length: maxPrefixTerms }, (_, at) => `co${String(at).padStart(4, '0')}`);
    const long = short.map((term) => `${term}x`);
    expect(termsOf([...long, ...short], 'co', true, 0)).toEqual(short.toReversed());
  });

  it('looks at so many words that begin so, and no more', () => {
    const terms = Array.from({ length: maxPrefixScan + 1 }, (_, at) => `co${String(at).padStart(5, '0')}`);
    let reads = 0;
    const dictionary = {
      size: terms.length,
      termAt: (index: number) => {
        reads += 1;
        return terms[index] ?? '';
      },
    };
    expect(expandWord(dictionary, { term: 'co', prefix: true, maxEdits: 0 })).toHaveLength(maxPrefixTerms);
    expect(reads).toBeLessThan(maxPrefixScan + 50);
  });

  it('takes the misspellings with the fewest edits of too many', () => {
    const letters = [...'abcdefghijklmnopqrstuvwxyz'];
    const far = letters.flatMap((a) => letters.map((b) => `wor${a}bc${b}`));
    const found = termsOf([...far, 'worxbcd'], 'worabcd', false, 2).filter((term) => term !== 'worabcd');
    expect(found).toHaveLength(maxEditTerms);
    expect(found).toContain('worxbcd');
  });

  it('weighs what is alike more', () => {
    const dictionary = dictionaryOf(['sparc', 'spark', 'sparkle', 'sparks']);
    const weights = expandWord(dictionary, { term: 'spark', prefix: true, maxEdits: 1 });
    expect(weights.map(({ term, kind, weight }) => [term, kind, Math.round(weight * 1000) / 1000])).toEqual([
      ['spark', 'exact', 1],
      ['sparks', 'prefix', 0.357],
      ['sparkle', 'prefix', 0.345],
      ['sparc', 'edit', 0.375],
    ]);
  });

  it('finds nothing in an empty dictionary', () => {
    expect(termsOf([], 'spark', true, 2)).toEqual([]);
  });
});
