import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { QueryWord } from '../../../src/analysis/query-words.js';
import { BitReader } from '../../../src/bytes/bit-reader.js';
import { BitWriter } from '../../../src/bytes/bit-writer.js';
import { openCompiledMatcher } from '../../../src/engines/compiled/index.js';
import { readPassageList, writePassageList } from '../../../src/engines/compiled/passage-list.js';
import type { MatchedTerm } from '../../../src/engines/matcher.js';
import { anyOf, corpus, createSource, cutText, type Doc, partsOf, termWord, wordsOf } from './corpus.js';

/** Passages of a document that hold any of the terms, by looking. */
const findPassages = (doc: Doc, terms: ReadonlySet<string>) => {
  const passages = cutText(doc);
  if (passages.length === 1) return [];
  return passages.flatMap((words, passage) => {
    const held = words.filter((word) => terms.has(word));
    return held.length === 0 ? [] : [{ passage, terms: [...new Set(held)].sort() }];
  });
};

const allWords = (docs: readonly Doc[]): readonly string[] => [
  ...new Set(
    docs.flatMap(({ title = '', body, code = '', tags }) => wordsOf(`${title} ${body} ${code} ${tags}`)),
  ),
];

/** A corpus with words of it, most as they are, some as a beginning or misspelt. */
const asked = corpus.chain((docs) => {
  const words = allWords(docs);
  const known = words.length === 0 ? fc.constant('a') : fc.constantFrom(...words);
  const word: fc.Arbitrary<QueryWord> = fc
    .tuple(
      fc.oneof(
        known,
        known,
        known.map((term) => term.slice(0, 2)),
        known.map((term) => `${term}a`),
      ),
      fc.constantFrom('never' as const, 'scarce' as const),
      fc.constantFrom(0, 0, 1, 2),
    )
    .map(([term, prefix, maxEdits]) => termWord(term, { prefix, maxEdits }));
  return fc.record({
    docs: fc.constant(docs),
    questions: fc.array(fc.array(word, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 3 }),
  });
});

describe('the passages of a compiled index', () => {
  test('are told for every match, with the terms that they hold', async () => {
    let several = 0;
    let ofTwo = 0;
    let beside = 0;
    await fc.assert(
      fc.asyncProperty(asked, async ({ docs, questions }) => {
        const matcher = await openCompiledMatcher(createSource(partsOf(docs)).source);
        for (const words of questions) {
          const matches = await matcher.match(anyOf(words));
          const names = new Map<MatchedTerm, string>(
            Array.from(matches.terms, ([name, term]) => [term, name]),
          );
          const ordinals = [...matches.ordinals].reverse();
          const told = (await matcher.locate(matches, ordinals)).map((ofDocument) =>
            ofDocument.map(({ passage, terms: held }) => ({
              passage,
              terms: held.map((term) => names.get(term)).sort(),
            })),
          );
          const matched = new Set(matches.terms.keys());
          const documents = ordinals.map((ordinal) => docs[ordinal] ?? { id: '', body: '', tags: '' });
          expect(told).toEqual(documents.map((doc) => findPassages(doc, matched)));
          several += told.filter((passages) => passages.length > 1).length;
          ofTwo += told.flat().filter(({ terms }) => terms.length > 1).length;
          beside += documents.filter((doc, at) => told[at]?.length === 0 && cutText(doc).length > 1).length;
        }
      }),
      { numRuns: 300 },
    );
    expect(several).toBeGreaterThan(250);
    expect(ofTwo).toBeGreaterThan(200);
    // In the title or a tag alone.
    expect(beside).toBeGreaterThan(50);
  });

  test('are not there for documents of one passage, nor for words beside the text, and cost no byte', async () => {
    const docs = [
      { id: 'post-0', body: 'aa ab', tags: 'aa' },
      { id: 'post-1', title: 'aa', body: 'ab', tags: 'aa' },
      { id: 'post-2', title: 'aa', body: 'b b b b b b b b', tags: 'aa' },
    ];
    const parts = partsOf(docs, {});
    const words = [...parts].find(([name]) => name.startsWith('words'))?.[1];
    // The spelling of three terms, sizes of their lists, the lists, and two bits for `b` in both passages of the last document.
    expect(words?.slice(7, 10)).toEqual(Uint8Array.of(9, 3, 3));
    expect(words?.length).toBe(7 + 3 + 9 + 3 + 3 + 1);
    const matcher = await openCompiledMatcher(createSource(parts).source);
    const matches = await matcher.match(anyOf([termWord('aa')]));
    expect(await matcher.locate(matches, [0, 1, 2])).toEqual([[], [], []]);
  });
});

describe('a list of passages', () => {
  const list = fc
    .tuple(fc.integer({ min: 2, max: 70 }), fc.integer({ min: 1, max: 40 }))
    .chain(([count, most]) =>
      fc.record({
        count: fc.constant(count),
        most: fc.constant(most),
        passages: fc.oneof(
          fc
            .uniqueArray(fc.nat({ max: count - 1 }), { minLength: 1, maxLength: Math.min(count, most) })
            .map((passages) => passages.sort((a, b) => a - b)),
          fc.constant([count - 1]),
        ),
      }),
    );

  test('is read as it was written, whatever follows', () => {
    const met = { dense: 0, sparse: 0, full: 0, last: 0 };
    fc.assert(
      fc.property(fc.array(list, { maxLength: 30 }), fc.nat({ max: 9 }), (lists, ahead) => {
        const whole = new BitWriter();
        for (let at = 0; at < ahead; at += 1) whole.bit(at % 2);
        for (const { passages, count, most } of lists) {
          const own = new BitWriter();
          writePassageList(own, passages, count, most);
          whole.append(own);
        }
        const reader = new BitReader(whole.toBytes(), 'a part', ahead);
        for (const { passages, count, most } of lists) {
          const read: number[] = [];
          readPassageList(reader, count, most, (passage) => read.push(passage));
          expect(read).toEqual(passages);
          met[2 * most >= count ? 'dense' : 'sparse'] += 1;
          met.full += passages.length === most ? 1 : 0;
          met.last += passages[0] === count - 1 ? 1 : 0;
        }
        expect(reader.at).toBe(whole.length);
        reader.end();
      }),
    );
    for (const [what, times] of Object.entries(met)) expect(times, what).toBeGreaterThan(20);
  });

  test('takes the bits that its choices need', () => {
    const bitsOf = (passages: readonly number[], count: number, most: number): number => {
      const writer = new BitWriter();
      writePassageList(writer, passages, count, most);
      return writer.length;
    };
    // One of two is a bit, as the last must hold it if the first does not.
    expect([bitsOf([0], 2, 1), bitsOf([1], 2, 1)]).toEqual([1, 1]);
    expect([bitsOf([0, 1], 2, 9), bitsOf([0], 2, 9), bitsOf([1], 2, 9)]).toEqual([2, 2, 1]);
    // One of eight is three bits, and it is not said that there is no second.
    expect([bitsOf([0], 8, 1), bitsOf([7], 8, 1)]).toEqual([3, 3]);
    expect([bitsOf([0], 8, 2), bitsOf([7], 8, 2), bitsOf([6], 8, 3)]).toEqual([6, 3, 4]);
    expect([bitsOf([7], 8, 4), bitsOf([0, 1, 2, 3], 8, 4), bitsOf([6], 8, 9)]).toEqual([7, 4, 8]);
    expect([bitsOf([0], 2 ** 30, 1), bitsOf([2 ** 30 - 1], 2 ** 30, 1)]).toEqual([30, 30]);
  });
});
