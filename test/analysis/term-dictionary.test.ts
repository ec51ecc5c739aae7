import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { endOfPrefix, lowerBound, type TermDictionary } from '../../src/analysis/term-dictionary.js';

/** A dictionary that counts how often it is read, and is never asked for a term that it does not have. */
const createCounted = (terms: readonly string[]): { dictionary: TermDictionary; reads: () => number } => {
  let reads = 0;
  const termAt = (index: number): string => {
    reads += 1;
    const term = terms[index];
    if (term === undefined) throw new RangeError(`no term ${index} of ${terms.length}`);
    return term;
  };
  return { dictionary: { size: terms.length, termAt }, reads: () => reads };
};

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 4 });
const sortedTerms = fc.uniqueArray(word, { minLength: 1, maxLength: 60 }).map((terms) => terms.sort());

describe('a dictionary in order', () => {
  it('is searched for the first term that is not before a text', () => {
    fc.assert(
      fc.property(sortedTerms, word, (terms, text) => {
        const first = terms.findIndex((term) => term >= text);
        expect(lowerBound(createCounted(terms).dictionary, text)).toBe(first === -1 ? terms.length : first);
      }),
    );
  });

  it('is searched for the end of those that begin alike', () => {
    let several = 0;
    fc.assert(
      fc.property(sortedTerms, fc.nat(), fc.integer({ min: 1, max: 3 }), (terms, at, length) => {
        const from = at % terms.length;
        const prefix = (terms[from] ?? '').slice(0, length);
        const end = terms.findLastIndex((term) => term.startsWith(prefix)) + 1;
        expect(endOfPrefix(createCounted(terms).dictionary, prefix, from)).toBe(end);
        if (end > from + 1) several += 1;
      }),
      { numRuns: 500 },
    );
    expect(several).toBeGreaterThan(150);
  });

  it('is read a few times, however many terms there are', () => {
    const terms = Array.from({ length: 100_000 }, (_, at) => `co${String(at).padStart(6, '0')}`);
    const all = createCounted(terms);
    expect(endOfPrefix(all.dictionary, 'co', 0)).toBe(terms.length);
    expect(all.reads()).toBeLessThan(40);
    // Few that begin so are found without a look at the many others.
    const few = createCounted(terms);
    expect(endOfPrefix(few.dictionary, 'co00001', 10)).toBe(20);
    expect(few.reads()).toBeLessThan(10);
    const bound = createCounted(terms);
    expect(lowerBound(bound.dictionary, 'co050000')).toBe(50_000);
    expect(bound.reads()).toBeLessThan(20);
  });
});
