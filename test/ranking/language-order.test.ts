import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dearnessOf, languageFactors } from '../../src/ranking/language-order.js';

const german = { language: 'de', documentCount: 40 };
const english = { language: 'en', documentCount: 600 };

describe('how dear a language is to the reader', () => {
  it.each([
    ['en', ['en'], 1],
    ['en', ['en-US'], 1],
    ['pt-BR', ['pt'], 1],
    ['EN', ['en'], 1],
    ['de', ['en', 'de'], 0.9],
    ['pt', ['pt-BR', 'en'], 1],
    ['cs', ['en', 'de'], 0],
    ['eng', ['en'], 0],
    ['en', [], 0],
  ])('%s, of %j, is %d', (language, prefer, expected) => {
    expect(dearnessOf(language, prefer)).toBeCloseTo(expected, 12);
  });

  it('is less for another region than for the same', () => {
    expect(dearnessOf('pt-PT', ['pt-BR'])).toBeLessThan(1);
    expect(dearnessOf('pt-PT', ['pt-BR'])).toBeGreaterThan(dearnessOf('pt-PT', ['en', 'pt-PT']));
  });
});

describe('languages of a question', () => {
  it('come first by words that are rarer in others, however telling these are there', () => {
    // `released` is in two of forty German posts.
    const [ofGerman = 0, ofEnglish = 0] = languageFactors(
      [
        { ...german, documents: [30, 2] },
        { ...english, documents: [400, 300] },
      ],
      [],
    );
    expect(ofEnglish).toBe(1);
    expect(ofGerman).toBeLessThan(0.7);
  });

  it('come first by one word that the others do not have, be they far larger', () => {
    const factors = languageFactors(
      [
        { ...german, documents: [5] },
        { ...english, documents: [0] },
      ],
      [],
    );
    expect(factors[0]).toBe(1);
    expect(factors[1]).toBeLessThan(0.9);
  });

  it('are the reader’s where words tell nothing', () => {
    const asked = [
      { ...german, documents: [20] },
      { ...english, documents: [300] },
    ];
    const [before = 0] = languageFactors(asked, []);
    const [ofGerman = 0, ofEnglish = 0] = languageFactors(asked, ['de-AT']);
    expect(ofGerman).toBe(1);
    expect(ofGerman).toBeGreaterThan(before);
    expect(ofEnglish).toBeLessThanOrEqual(1);
  });

  it('are worth something whatever is asked, and one of them all', () => {
    let met = 0;
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            language: fc.constantFrom('cs', 'de', 'en', 'pt-BR', 'und'),
            documentCount: fc.integer({ min: 1, max: 1_000 }),
            shares: fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom(0, 0.5, 1)),
          }),
          { minLength: 2, maxLength: 5 },
        ),
        fc.subarray(['cs', 'de', 'pt']),
        (languages, prefer) => {
          const factors = languageFactors(
            languages.map(({ shares, ...of }) => ({
              ...of,
              documents: shares.map((share) => Math.floor(share * of.documentCount)),
            })),
            prefer,
          );
          expect(Math.max(...factors)).toBe(1);
          expect(Math.min(...factors)).toBeGreaterThanOrEqual(0.6);
          if (Math.min(...factors) < 0.9) met += 1;
        },
      ),
    );
    expect(met).toBeGreaterThan(30);
  });
});
