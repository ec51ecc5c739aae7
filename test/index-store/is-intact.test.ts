import { describe, expect, test } from 'vitest';
import { crc32 } from '../../src/domain/crc32.js';
import { isIntact, rootChecksum } from '../../src/index-store/is-intact.js';
import {
  isExport,
  isRoot,
  minisearchPath,
  partPath,
  rolePath,
  rootPath,
} from '../../src/index-store/layout.js';
import { seal, toBody } from '../../src/index-store/seal.js';
import { sha256 } from '../../src/index-store/sha256.js';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const hex = (checksum: number): string => checksum.toString(16).padStart(8, '0');

const content = bytes('terms and their postings');
const hash = await sha256(content);
const body = toBody({ values: [] });

/** Every kind of file under its own name. */
const kinds: readonly (readonly [kind: string, path: string, content: Uint8Array])[] = [
  ['a part', partPath('en', `terms-0-${hex(crc32(content))}`), content],
  ['the root', rootPath('en', hash, rootChecksum(content)), content],
  ['the export', minisearchPath('en', hash), content],
  ...(await Promise.all(
    [rolePath('en', 'days', await sha256(body))].map(
      async (path) => ['a sealed file', path, seal(path, body)] as const,
    ),
  )),
];

describe.each(kinds)('%s', (_, path, whole) => {
  test('is believed as it was written', async () => {
    expect(await isIntact(path, whole)).toBe(true);
  });

  test('is not believed when a byte is missing, more, or another', async () => {
    const changed = whole.slice();
    changed[3] = 0x58;
    for (const other of [
      whole.subarray(0, -1),
      whole.subarray(1),
      bytes(''),
      Uint8Array.of(...whole, 0),
      changed,
    ])
      expect(await isIntact(path, other)).toBe(false);
  });

  test('is not believed under another name', async () => {
    const other = path.replace(/[0-9a-f](?=[0-9a-f]{7}[^0-9a-f])/g, (digit) => (digit === '0' ? '1' : '0'));
    expect(other).not.toBe(path);
    expect(await isIntact(other, whole)).toBe(false);
  });
});

describe('a root', () => {
  const other = bytes('terms and their postings, in another build');

  test('is not believed for its hash or its checksum alone', async () => {
    expect(await isIntact(rootPath('en', hash, rootChecksum(other)), content)).toBe(false);
    expect(await isIntact(rootPath('en', await sha256(other), rootChecksum(content)), content)).toBe(false);
  });

  test('has a checksum of all that stands before the one at its end', () => {
    expect(rootChecksum(content)).toBe(crc32(content.subarray(0, content.length - 4)));
    expect(rootChecksum(bytes('abc'))).toBe(crc32(bytes('')));
  });

  test('says its checksum in eight digits', () => {
    expect(rootPath('en', hash, 10)).toBe(`en/root-${hash.slice(0, 16)}-0000000a.txt`);
  });
});

describe('a name', () => {
  test.each([
    ['en/minisearch-0123456789abcdef.json', true],
    ['en/minisearch-0123456789abcdef.json.txt', false],
    ['en/minisearch-0123.json', false],
    ['en/ids-0123456789abcdef.json', false],
  ])('%s is that of an export: %s', (path, is) => {
    expect(isExport(path)).toBe(is);
  });

  test.each([
    ['en/root-0123456789abcdef-01234567.txt', true],
    ['en/root-a/x.txt', false],
    ['en/terms-0-01234567.txt', false],
  ])('%s is that of a root: %s', (path, is) => {
    expect(isRoot(path)).toBe(is);
  });

  test('of a part that says no checksum is not believed', async () => {
    expect(await isIntact('en/terms-0.txt', content)).toBe(false);
    expect(await isIntact(`en/terms-0-${hex(crc32(content))}.txt.txt`, content)).toBe(false);
  });
});
