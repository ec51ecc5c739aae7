import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BitReader } from '../../../src/bytes/bit-reader.js';
import { BitWriter } from '../../../src/bytes/bit-writer.js';
import { compile, openCompiledMatcher } from '../../../src/engines/compiled/index.js';
import { readPassageList, writePassageList } from '../../../src/engines/compiled/passage-list.js';
import { buildMiniSearch, corpus, createSource, cutBody, type Doc, partsOf, word } from './corpus.js';

/** Passages of a document that hold any of the terms, by looking. */
const findPassages = (doc: Doc, terms: ReadonlySet<string>) => {
  const passages = cutBody(doc);
  if (passages.length === 1) return [];
  return passages.flatMap((words, passage) => {
    const held = words.filter((word) => terms.has(word));
    return held.length === 0 ? [] : [{ passage, terms: [...new Set(held)].sort() }];
  });
};

const query = fc.array(fc.record({ term: word, prefix: fc.boolean(), maxEdits: fc.constantFrom(0, 1, 2) }), {
  minLength: 1,
  maxLength: 4,
});

describe('the passages of a compiled index', () => {
  test('are told for every match, with the terms that they hold', async () => {
    await fc.assert(
      fc.asyncProperty(corpus, fc.array(query, { minLength: 1, maxLength: 3 }), async (docs, questions) => {
        const matcher = await openCompiledMatcher(createSource(partsOf(docs)).source);
        for (const words of questions) {
          const { ordinals, terms, passages } = await matcher.match(words);
          const names = new Map(Array.from(terms, ([name, term]) => [term, name]));
          const asked = [...ordinals].reverse();
          const told = passages?.(asked).map((ofDocument) =>
            ofDocument.map(({ passage, terms: held }) => ({
              passage,
              terms: held.map((term) => names.get(term)).sort(),
            })),
          );
          const matched = new Set(terms.keys());
          expect(told).toEqual(
            asked.map((ordinal) => findPassages(docs[ordinal] ?? { id: '', body: '', tags: '' }, matched)),
          );
        }
      }),
      { numRuns: 300 },
    );
  });

  test('are not there for documents of one passage, and cost no byte', async () => {
    const docs = [
      { id: 'post-0', body: 'aa ab', tags: 'aa' },
      { id: 'post-1', title: 'aa', body: 'ab', tags: '' },
    ];
    const index = buildMiniSearch(docs).toJSON();
    const parts = new Map(compile(index).map(({ name, bytes }) => [name, bytes]));
    const holding = new Map([['aa', [0]]]);
    expect(compile(index, { passages: { counts: [1, 1], holding } })).toEqual(compile(index));
    const matcher = await openCompiledMatcher(createSource(parts).source);
    const { passages } = await matcher.match([{ term: 'aa', prefix: false, maxEdits: 0 }]);
    expect(passages?.([0, 1])).toEqual([[], []]);
  });

  test('are given for a term that the passages hold and the fields count differently', async () => {
    const docs = [{ id: 'post-0', body: 'aa ab ab', tags: '' }];
    const holding = new Map([
      ['aa', [0, 1, 2]],
      ['ab', []],
    ]);
    const parts = compile(buildMiniSearch(docs).toJSON(), { passages: { counts: [3], holding } });
    const matcher = await openCompiledMatcher(
      createSource(new Map(parts.map(({ name, bytes }) => [name, bytes]))).source,
    );
    const told = async (term: string) =>
      (await matcher.match([{ term, prefix: false, maxEdits: 0 }]))
        .passages?.([0])[0]
        ?.map(({ passage }) => passage);
    // Once in the document, so in one passage: the first.
    expect(await told('aa')).toEqual([0]);
    expect(await told('ab')).toEqual([]);
  });
});

describe('a list of passages', () => {
  test('is read as it was written, whatever follows', () => {
    const list = fc
      .tuple(fc.integer({ min: 2, max: 70 }), fc.integer({ min: 1, max: 40 }))
      .chain(([count, most]) =>
        fc.record({
          count: fc.constant(count),
          most: fc.constant(most),
          passages: fc
            .uniqueArray(fc.nat({ max: count - 1 }), { maxLength: most })
            .map((passages) => passages.sort((a, b) => a - b)),
        }),
      );
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
        }
        reader.end();
        expect(reader.at).toBe(whole.length);
      }),
    );
  });

  test('takes the bits that its choices need', () => {
    const bitsOf = (passages: readonly number[], count: number, most: number): number => {
      const writer = new BitWriter();
      writePassageList(writer, passages, count, most);
      return writer.length;
    };
    expect([bitsOf([0], 2, 1), bitsOf([1], 2, 1), bitsOf([], 2, 1)]).toEqual([1, 2, 2]);
    expect(bitsOf([0, 1], 2, 9)).toBe(2);
    expect([bitsOf([0], 8, 1), bitsOf([7], 8, 1), bitsOf([], 8, 1)]).toEqual([3, 4, 4]);
    expect([bitsOf([7], 8, 4), bitsOf([0, 1, 2, 3], 8, 4), bitsOf([], 8, 9)]).toEqual([8, 4, 8]);
    expect([bitsOf([2 ** 30 - 2], 2 ** 30, 1), bitsOf([2 ** 30 - 1], 2 ** 30, 1)]).toEqual([30, 31]);
  });
});
