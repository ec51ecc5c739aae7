import { describe, expect, test } from 'vitest';
import { type IndexManifest, indexFormatVersion } from '../../src/domain/index-manifest.js';
import { parseManifest, toManifestBytes } from '../../src/index-store/manifest.js';

const file = { path: 'en/table-0123456789abcdef.json', bytes: 3, sha256: '0123456789abcdef'.repeat(4) };
const manifest: IndexManifest = {
  format: 'lookback-index',
  version: indexFormatVersion,
  analyzer: 'mine',
  shards: [{ language: 'en', documents: 1, terms: 2, minisearch: file, table: file }],
};
const encode = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));

describe('parseManifest', () => {
  test('reads what was written', () => {
    expect(parseManifest(toManifestBytes(manifest), 'mine')).toEqual(manifest);
  });

  test('refuses every prefix of it', () => {
    const whole = toManifestBytes(manifest);
    for (let length = 0; length < whole.length - 1; length += 1) {
      expect(() => parseManifest(whole.subarray(0, length), 'mine')).toThrow(
        expect.objectContaining({ code: 'index-corrupt', file: 'manifest.json' }),
      );
    }
  });

  test.each([
    ['newer', indexFormatVersion + 1],
    ['older', indexFormatVersion - 1],
  ])('refuses a %s format and says which', (age, version) => {
    expect(() => parseManifest(encode({ ...manifest, version }), 'mine')).toThrow(
      expect.objectContaining({ code: 'index-format', message: expect.stringContaining(age) }),
    );
  });

  test('refuses another analyzer', () => {
    expect(() => parseManifest(toManifestBytes(manifest), 'yours')).toThrow(
      expect.objectContaining({ code: 'index-analyzer' }),
    );
  });

  test.each([
    '../secret.json',
    '/etc/passwd.json',
    'a/../../b.json',
    'https://x.example/a.json',
    'a\\b.json',
    '',
  ])('refuses a path that leads elsewhere: %s', (path) => {
    const shard = { ...manifest.shards[0], table: { ...file, path } };
    expect(() => parseManifest(encode({ ...manifest, shards: [shard] }), 'mine')).toThrow(
      expect.objectContaining({ code: 'index-corrupt' }),
    );
  });

  test.each([
    ['no object', []],
    ['another format', { ...manifest, format: 'zip' }],
    ['shards that are no list', { ...manifest, shards: {} }],
    ['a shard that is null', { ...manifest, shards: [null] }],
    ['a negative count', { ...manifest, shards: [{ ...manifest.shards[0], documents: -1 }] }],
    [
      'a hash that is none',
      { ...manifest, shards: [{ ...manifest.shards[0], table: { ...file, sha256: 'x' } }] },
    ],
  ])('refuses %s', (_, value) => {
    expect(() => parseManifest(encode(value), 'mine')).toThrow(
      expect.objectContaining({ code: 'index-corrupt' }),
    );
  });
});
