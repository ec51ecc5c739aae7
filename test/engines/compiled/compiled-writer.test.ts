import { describe, expect, test } from 'vitest';
import { crc32 } from '../../../src/domain/crc32.js';
import { CompiledWriter, openCompiledMatcher } from '../../../src/engines/compiled/index.js';
import { createSource, lengthsOf, partsOf, recordOf } from './corpus.js';

const toHex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex').replace(/../g, '$& ').trim();

describe('the writer of a compiled index', () => {
  test('names every part but the root by its checksum', () => {
    const docs = Array.from({ length: 3_000 }, (_, at) => ({
      id: `post-${at}`,
      body: `term${at} x`,
      tags: 'y',
    }));
    const parts = [...partsOf(docs, {})];
    expect(parts[0]?.[0]).toBe('root');
    for (const [name, bytes] of parts.slice(1)) {
      expect(name).toMatch(/^(lengths|terms|postings|positions)-\d+-[0-9a-f]{8}$/);
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
    const parts = [...partsOf(docs, { dictionaryPartBytes: 300, postingsPartBytes: 200 })];
    const sizes = (kind: string) =>
      parts.filter(([name]) => name.startsWith(kind)).map(([, bytes]) => bytes.length);
    expect(Math.max(...sizes('terms'))).toBeLessThanOrEqual(300);
    const postings = sizes('postings').toSorted((a, b) => b - a);
    // `x` is in every document and has a part of its own.
    expect(postings[0]).toBeGreaterThan(500);
    expect(postings[1]).toBeLessThanOrEqual(200);
  });

  test('writes an index without documents', async () => {
    const matcher = await openCompiledMatcher(createSource(partsOf([])).source);
    expect(matcher).toMatchObject({ documentCount: 0, termCount: 0 });
    const tea = { term: 'tea', prefix: true, maxEdits: 2 };
    const { ordinals } = await matcher.match({ words: [tea], tree: { kind: 'word', word: 0 } });
    expect(ordinals).toHaveLength(0);
    await matcher.loadAll();
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
