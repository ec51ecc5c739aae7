import fc from 'fast-check';
import MiniSearch from 'minisearch';
import { describe, expect, test } from 'vitest';
import { crc32 } from '../../../src/domain/crc32.js';
import { compile, openCompiledMatcher } from '../../../src/engines/compiled/index.js';
import { buildMiniSearch, corpus, createSource, type Doc, options, smallParts } from './corpus.js';

const toHex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex').replace(/../g, '$& ').trim();

describe('compile', () => {
  test('writes the format byte by byte as its description says', () => {
    const index = buildMiniSearch([
      { id: 'post-0', title: 'tea', body: 'tea teas tea', tags: '' },
      { id: 'post-1', title: 'é', body: 'tea', tags: '' },
    ]);
    // The first document in two passages: `tea` and `teas tea`.
    const passages = {
      counts: [2, 1],
      holding: new Map([
        ['tea', [0, 1]],
        ['teas', [1]],
      ]),
    };
    const written = Object.fromEntries(
      compile(index.toJSON(), { passages }).map(({ name, bytes }) => [name, toHex(bytes)]),
    );
    expect(written).toMatchInlineSnapshot(`
      {
        "postings-0-bdddd1d1": "06 02 02 00 00 04 01 00 00 01 00 00 02 d0",
        "root": "4c 42 4b 01 01 02 03 05 74 69 74 6c 65 00 00 00 00 00 00 f0 3f 04 62 6f 64 79 00 00 00 00 00 00 f8 3f 04 74 61 67 73 00 00 00 00 00 00 00 00 08 b9 6d 4c 66 01 01 01 02 01 00 00 01 00 01 01 74 03 09 8a f9 63 dc 01 03 0e d1 d1 dd bd b5 1f e6 92",
        "terms-0-dc63f98a": "03 31 01 74 65 61 73 e9 01",
      }
    `);
  });

  test('gives the same bytes whatever the order of terms and of documents in the serialized form', () => {
    fc.assert(
      fc.property(corpus, fc.infiniteStream(fc.nat()), (docs, dice) => {
        const serialized = new MiniSearch<Doc>(options);
        serialized.addAll(docs);
        const unsorted = serialized.toJSON();
        const expected = compile(buildMiniSearch(docs).toJSON(), smallParts);
        expect(compile(unsorted, smallParts)).toEqual(expected);
        const order = [...dice.take(unsorted.index.length)];
        const shuffled = unsorted.index
          .map((entry, at) => ({ entry, by: order[at] ?? 0 }))
          .sort((a, b) => a.by - b.by);
        expect(compile({ ...unsorted, index: shuffled.map(({ entry }) => entry) }, smallParts)).toEqual(
          expected,
        );
        expect(compile(JSON.parse(JSON.stringify(unsorted)), smallParts)).toEqual(expected);
      }),
    );
  });

  test('names every part but the root by its checksum', () => {
    const docs = Array.from({ length: 3_000 }, (_, at) => ({
      id: `post-${at}`,
      body: `term${at} x`,
      tags: 'y',
    }));
    const parts = compile(buildMiniSearch(docs).toJSON());
    expect(parts[0]?.name).toBe('root');
    expect(new Set(parts.map(({ name }) => name)).size).toBe(parts.length);
    for (const { name, bytes } of parts.slice(1)) {
      expect(name).toMatch(/^(lengths|terms|postings)-\d+-[0-9a-f]{8}$/);
      expect(name.endsWith(crc32(bytes).toString(16).padStart(8, '0'))).toBe(true);
    }
    expect(parts.filter(({ name }) => name.startsWith('lengths'))).toHaveLength(1);
  });

  test('keeps parts to the size asked for', () => {
    const docs = Array.from({ length: 500 }, (_, at) => ({
      id: `post-${at}`,
      body: `term${at} word${at} x`,
      tags: '',
    }));
    const parts = compile(buildMiniSearch(docs).toJSON(), {
      dictionaryPartBytes: 300,
      postingsPartBytes: 200,
    });
    const sizes = (kind: string) =>
      parts.filter(({ name }) => name.startsWith(kind)).map(({ bytes }) => bytes.length);
    expect(Math.max(...sizes('terms'))).toBeLessThanOrEqual(300);
    const postings = sizes('postings').toSorted((a, b) => b - a);
    // `x` is in every document and has a part of its own.
    expect(postings[0]).toBeGreaterThan(500);
    expect(postings[1]).toBeLessThanOrEqual(200);
  });

  test('compiles an index without documents', async () => {
    const parts = new Map(compile(buildMiniSearch([]).toJSON()).map(({ name, bytes }) => [name, bytes]));
    const matcher = await openCompiledMatcher(createSource(parts).source);
    expect(matcher).toMatchObject({ documentCount: 0, termCount: 0 });
    const { ordinals } = await matcher.match([{ term: 'tea', prefix: true, maxEdits: 2 }]);
    expect(ordinals).toHaveLength(0);
    await matcher.loadAll();
  });

  test('refuses what MiniSearch does not write', () => {
    const index = buildMiniSearch([{ id: 'post-0', body: 'tea', tags: '' }]).toJSON();
    expect(() => compile({ ...index, serializationVersion: 1 })).toThrow(RangeError);
    expect(() => compile({ ...index, fieldIds: { title: 0, body: 2 } })).toThrow(RangeError);
    expect(() => compile({ ...index, index: [['x'.repeat(70_000), { 0: { 0: 1 } }]] })).toThrow(RangeError);
    expect(() => compile({ ...index, index: [['x', { 0: { 0: 1.5 } }]] })).toThrow(RangeError);
    for (const counts of [[], [1, 1], [0], [2 ** 30 + 1]]) {
      expect(() => compile(index, { passages: { counts, holding: new Map() } })).toThrow(RangeError);
    }
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
