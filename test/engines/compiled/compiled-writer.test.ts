import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { crc32 } from '../../../src/domain/crc32.js';
import { fieldNames, textFieldNames } from '../../../src/domain/fields.js';
import { CompiledWriter, openCompiledMatcher } from '../../../src/engines/compiled/index.js';
import { roundLength, roundLengths } from '../../../src/engines/compiled/lengths-part.js';
import type { TermPostings } from '../../../src/postings/merge.js';
import {
  anyOf,
  corpus,
  createSource,
  lengthsOf,
  partsOf,
  postingsOf,
  recordOf,
  smallParts,
  termWord,
  writeRecords,
} from './corpus.js';
import { readBack, type SaidOfTerms, said } from './read-back.js';

const toHex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex').replace(/../g, '$& ').trim();

/** The bytes of the example in the description of the format, by kind of part. */
const readExample = async (): Promise<Readonly<Record<string, string>>> => {
  const readme = await readFile(
    resolve(import.meta.dirname, '../../../src/engines/compiled/README.md'),
    'utf8',
  );
  const block = readme.split('### An example')[1]?.split('```')[1] ?? '';
  const example: Record<string, string> = {};
  let kind = '';
  for (const line of block.split('\n')) {
    const [, name, hex] = /^([a-z]+)?\s+((?:[0-9a-f]{2}\s+)+)/.exec(line) ?? [];
    if (hex === undefined) continue;
    if (name !== undefined) kind = name;
    example[kind] = `${example[kind] ?? ''} ${hex}`.replace(/\s+/g, ' ').trim();
  }
  return example;
};

const isText = fieldNames.map((name) => textFieldNames.includes(name));

/** What an index of the postings should say. */
const expectedOf = (
  postings: Iterable<TermPostings>,
  passageCounts: Uint32Array,
  isWanted: (ordinal: number) => boolean,
): SaidOfTerms => {
  const terms: SaidOfTerms = new Map();
  for (const { term, count, ordinals, starts, fields, positions, passages } of postings)
    for (let document = 0; document < count; document += 1) {
      const ordinal = ordinals[document] ?? 0;
      const own = said(terms, term, ordinal);
      const holding = new Set<number>();
      for (let at = starts[document] ?? 0; at < (starts[document + 1] ?? 0); at += 1) {
        const field = fields[at] ?? 0;
        own.frequencies.set(field, (own.frequencies.get(field) ?? 0) + 1);
        if (!isWanted(ordinal)) continue;
        for (const key of [field, 'all'] as const)
          own.positions.set(key, [...(own.positions.get(key) ?? []), positions[at] ?? 0]);
        if (isText[field] === true) holding.add(passages[at] ?? 0);
      }
      // Of a document of one passage nothing is said.
      if ((passageCounts[ordinal] ?? 1) > 1) own.passages.push(...holding);
    }
  return terms;
};

describe('the writer of a compiled index', () => {
  test('writes the format byte by byte as its description says', async () => {
    const records = [
      recordOf({ id: 'post-0', title: 'tea', body: 'tea teas tea', tags: '' }, ['tea ', 'teas tea']),
      recordOf({ id: 'post-1', title: 'é', body: 'tea', tags: '' }, ['tea']),
    ];
    const parts = Array.from(writeRecords(records, {}), ([name, bytes]) => [
      name.replace(/-.*/, ''),
      toHex(bytes),
    ]);
    expect(parts).toHaveLength(4);
    expect(Object.fromEntries(parts)).toEqual(await readExample());
  });

  test('writes what is read back exactly, in whatever order', () => {
    const met = { fields: 0, passages: 0, again: 0, beside: 0, parts: 0, several: 0, grouped: 0, rounded: 0 };
    fc.assert(
      fc.property(corpus, fc.boolean(), fc.integer({ min: 1, max: 3 }), (docs, isBackwards, every) => {
        const records = docs.map((doc) => recordOf(doc));
        const parts = writeRecords(records, smallParts);
        const isWanted = (ordinal: number): boolean => ordinal % every === 0;
        const expected = expectedOf(postingsOf(records), lengthsOf(records).passages, isWanted);
        const order = (count: number): number[] => {
          const numbers = Array.from({ length: count }, (_, at) => at);
          return isBackwards ? numbers.reverse() : numbers;
        };
        const { root, lengths, terms, names, dictionary } = readBack(parts, order, isWanted);
        expect(terms).toEqual(expected);
        expect(names).toEqual([...expected.keys()].sort());
        expect(dictionary).toEqual(names);
        const { differentTerms: _, ...written } = lengthsOf(records);
        expect(lengths).toEqual(roundLengths(written));
        expect(root).toMatchObject({ documentCount: docs.length, termCount: expected.size });
        for (const [field, { name, averageLength, isText }] of root.fields.entries()) {
          const sum = records.reduce((total, record) => total + roundLength(record.lengths[field] ?? 0), 0);
          expect({ name, averageLength, isText }).toEqual({
            name: fieldNames[field],
            averageLength: sum / docs.length,
            isText: ['headings', 'body', 'code'].includes(name),
          });
        }
        met.parts += root.words.length > 1 ? 1 : 0;
        met.several += root.words.some(({ count }) => count > 1) ? 1 : 0;
        met.grouped += root.positions.some(({ count }) => count > 1) ? 1 : 0;
        met.rounded += records.some((record) =>
          record.lengths.some((length) => roundLength(length) !== length),
        )
          ? 1
          : 0;
        for (const { frequencies, passages, positions } of [...terms.values()].flatMap((of) => [
          ...of.values(),
        ])) {
          met.fields += frequencies.has(3) && frequencies.has(4) ? 1 : 0;
          met.beside += frequencies.has(0) && frequencies.has(3) ? 1 : 0;
          met.passages += passages.length > 1 ? 1 : 0;
          met.again += (positions.get('all')?.length ?? 0) > 1 ? 1 : 0;
        }
      }),
      { numRuns: 200 },
    );
    for (const [what, times] of Object.entries(met)) expect(times, what).toBeGreaterThan(100);
  });

  test('writes a position whatever the lengths are', () => {
    const [postings] = postingsOf([recordOf({ id: 'post-0', body: 'tea', tags: '' })]);
    if (postings === undefined) throw new Error('there is a term');
    for (const length of [0, 1, 2 ** 29, 2 ** 32 - 1]) {
      const writer = new CompiledWriter({
        fields: fieldNames.map(() => Uint32Array.of(length)),
        passages: Uint32Array.of(1),
      });
      writer.add({ ...postings, positions: Uint32Array.of(2 ** 20 + 3) });
      const { terms } = readBack(new Map(writer.finish().map(({ name, bytes }) => [name, bytes])));
      expect(terms.get('tea')?.get(0)?.positions.get('all')).toEqual([2 ** 20 + 3]);
    }
  });

  test('names every part but the root by its checksum', () => {
    const docs = Array.from({ length: 3_000 }, (_, at) => ({
      id: `post-${at}`,
      body: `term${at} x`,
      tags: 'y',
    }));
    const parts = [...partsOf(docs, {})];
    expect(parts[0]?.[0]).toBe('root');
    for (const [name, bytes] of parts.slice(1)) {
      expect(name).toMatch(/^(lengths|words|terms|positions)-\d+-[0-9a-f]{8}$/);
      expect(name.endsWith(crc32(bytes).toString(16).padStart(8, '0'))).toBe(true);
    }
    expect(parts.filter(([name]) => name.startsWith('lengths'))).toHaveLength(1);
  });

  test('keeps parts to the size asked for', () => {
    const docs = Array.from({ length: 500 }, (_, at) => ({
      id: `post-${at}`,
      body: `term${at} word${at} x`,
      tags: '',
    }));
    const parts = partsOf(docs, { wordsPartBytes: 400, termsPartBytes: 500, positionsPartBytes: 200 });
    const sizes = (kind: string) =>
      [...parts]
        .flatMap(([name, bytes]) => (name.startsWith(kind) ? bytes.length : []))
        .sort((a, b) => b - a);
    // `x` is in every document and has a part of its own.
    const words = sizes('words');
    expect(words[0]).toBeGreaterThan(500);
    expect(words[1]).toBeLessThanOrEqual(400);
    expect(words.length).toBeLessThan(60);
    expect(sizes('terms')[0]).toBeLessThanOrEqual(500);
    const positions = sizes('positions');
    expect(positions[0]).toBeGreaterThan(200);
    expect(positions[1]).toBeLessThanOrEqual(200);
    const { root } = readBack(parts);
    for (const groups of [root.terms, root.positions]) {
      expect(groups.length).toBeLessThan(words.length / 2);
      expect(groups.reduce((sum, { count }) => sum + count, 0)).toBe(words.length);
    }
  });

  test('writes no more parts than it may, and the same in them', () => {
    const met = { fewer: 0, several: 0 };
    fc.assert(
      fc.property(corpus, fc.integer({ min: 5, max: 24 }), (docs, maxParts) => {
        const free = partsOf(docs);
        const bound = partsOf(docs, { ...smallParts, maxParts });
        expect(bound.size).toBeLessThanOrEqual(maxParts);
        expect(readBack(bound).terms).toEqual(readBack(free).terms);
        met.fewer += free.size > maxParts ? 1 : 0;
        met.several += bound.size > maxParts / 2 && maxParts > 8 ? 1 : 0;
      }),
      { numRuns: 150 },
    );
    for (const [what, times] of Object.entries(met)) expect(times, what).toBeGreaterThan(50);
  });

  test('writes an index without documents', async () => {
    const matcher = await openCompiledMatcher(createSource(partsOf([])).source);
    expect(matcher).toMatchObject({ documentCount: 0, termCount: 0 });
    const tea = termWord('tea', { prefix: 'scarce', maxEdits: 2 });
    const { ordinals } = await matcher.match(anyOf([tea]));
    expect(ordinals).toHaveLength(0);
    await matcher.loadAll();
  });

  describe('refuses', () => {
    const record = recordOf({ id: 'post-0', title: 'tea', body: '', tags: '' });
    const lengths = lengthsOf([record]);
    /** Of a term that stands once, in the title. */
    const postings = (term: string): TermPostings => {
      const [ofTea] = postingsOf([record]);
      if (ofTea === undefined) throw new Error('there is a term');
      return { ...ofTea, term };
    };
    const inField = (field: number): TermPostings => ({ ...postings('tea'), fields: Uint8Array.of(field) });
    const body = fieldNames.indexOf('body');

    test('documents of no passage, and more passages than can be told', () => {
      for (const count of [0, 2 ** 30 + 1])
        expect(() => new CompiledWriter({ ...lengths, passages: Uint32Array.of(count) })).toThrow(RangeError);
    });

    test('to write fewer than five parts', () => {
      expect(() => new CompiledWriter(lengths, { maxParts: 4 })).toThrow(RangeError);
      expect(() => new CompiledWriter(lengths, { maxParts: Number.NaN })).toThrow(RangeError);
    });

    test('columns that do not go together', () => {
      expect(() => new CompiledWriter({ ...lengths, fields: lengths.fields.slice(1) })).toThrow(RangeError);
      expect(() => new CompiledWriter({ ...lengths, passages: Uint32Array.of(1, 1) })).toThrow(RangeError);
    });

    test.each([
      ['again', ['tea', 'tea']],
      ['out of order', ['tea', 'se']],
      ['out of order over the end of a part', ['tea', 'zebra', 'yes']],
      ['that is empty', ['']],
    ])('a term %s', (_, terms) => {
      const writer = new CompiledWriter(lengths, { wordsPartBytes: 1 });
      for (const term of terms.slice(0, -1)) writer.add(postings(term));
      expect(() => writer.add(postings(terms.at(-1) ?? ''))).toThrow(RangeError);
    });

    test('a term that is too long', () => {
      const writer = new CompiledWriter(lengths);
      writer.add(postings('x'.repeat(70_000)));
      expect(() => writer.finish()).toThrow(RangeError);
    });

    test('words of the text without a passage, and others with one', () => {
      const passages = Uint32Array.of(0);
      expect(() => new CompiledWriter(lengths).add(inField(body))).toThrow(RangeError);
      expect(() => new CompiledWriter(lengths).add({ ...postings('tea'), passages })).toThrow(RangeError);
      new CompiledWriter(lengths).add({ ...inField(body), passages });
    });

    test('a field that there is not', () => {
      expect(() => new CompiledWriter(lengths).add(inField(fieldNames.length))).toThrow(RangeError);
    });
  });
});

describe('a length', () => {
  test('is written as it is below 16, and else to the nearest of eight steps from each power of two to the next', () => {
    const small = Array.from({ length: 17 }, (_, length) => length);
    expect(small.map(roundLength)).toEqual(small);
    expect([17, 18, 31, 33, 35, 1_000, 2 ** 20 + 1].map(roundLength)).toEqual([
      18,
      18,
      32,
      32,
      36,
      1_024,
      2 ** 20,
    ]);
    fc.assert(
      fc.property(fc.integer({ min: 16, max: 2 ** 32 - 1 }), (length) => {
        const rounded = roundLength(length);
        expect(Math.abs(rounded - length)).toBeLessThanOrEqual(length / 16);
        expect(roundLength(rounded)).toBe(rounded);
      }),
    );
  });
});

describe('crc32', () => {
  test('is that of zlib and PNG', () => {
    const ascii = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));
    expect(crc32(ascii(''))).toBe(0);
    expect(crc32(ascii('123456789'))).toBe(0xcbf43926);
    expect(crc32(ascii('IEND'))).toBe(0xae426082);
  });
});
