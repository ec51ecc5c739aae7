import { describe, expect, test } from 'vitest';
import { type IndexManifest, indexFormatVersion } from '../../src/domain/index-manifest.js';
import { parseManifest, toManifestBytes } from '../../src/index-store/manifest.js';

const shard = {
  language: 'en',
  documents: 1,
  terms: 2,
  root: 'en/root-0123456789abcdef.txt',
  catalog: 'en/catalog-0123456789abcdef.json',
  tags: 'en/tags-0123456789abcdef.json',
  categories: 'en/categories-0123456789abcdef.json',
  days: 'en/days-0123456789abcdef.json',
  ids: 'en/ids-0123456789abcdef.json',
  minisearch: { path: 'en/minisearch.json', bytes: 3, sha256: '0123456789abcdef'.repeat(4) },
};
const manifest: IndexManifest = {
  format: 'lookback-index',
  version: indexFormatVersion,
  analyzer: 'mine',
  nextBuildDue: '2027-01-01T00:00:00.000Z',
  shards: [shard],
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
    expect(() => parseManifest(encode({ ...manifest, shards: [{ ...shard, tags: path }] }), 'mine')).toThrow(
      expect.objectContaining({ code: 'index-corrupt' }),
    );
  });

  test.each([
    ['no object', []],
    ['another format', { ...manifest, format: 'zip' }],
    ['shards that are no list', { ...manifest, shards: {} }],
    ['a shard that is null', { ...manifest, shards: [null] }],
    ['a negative count', { ...manifest, shards: [{ ...shard, documents: -1 }] }],
    [
      'a hash that is none',
      { ...manifest, shards: [{ ...shard, minisearch: { ...shard.minisearch, sha256: 'x' } }] },
    ],
  ])('refuses %s', (_, value) => {
    expect(() => parseManifest(encode(value), 'mine')).toThrow(
      expect.objectContaining({ code: 'index-corrupt' }),
    );
  });
});
