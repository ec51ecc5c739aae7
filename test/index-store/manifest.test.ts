import { describe, expect, test } from 'vitest';
import { type IndexManifest, indexFormatVersion } from '../../src/domain/index-manifest.js';
import { parseManifest, toManifestBytes } from '../../src/index-store/manifest.js';

const shard = {
  language: 'en',
  analyzer: 'some',
  documents: 1,
  terms: 2,
  root: { path: 'en/root-0123456789abcdef-01234567.txt' },
  catalog: {
    passages: [2],
    blocks: ['0123456789abcdef'],
    packs: [[1, 1]],
    expires: [[0, 2_000_000_000]] as const,
  },
  pinned: [['/a/', 0]] as const,
  columns: { tags: 'en/tags-0123456789abcdef.json', days: 'en/days-0123456789abcdef.json' },
  ids: 'en/ids-0123456789abcdef.json',
  minisearch: { path: 'en/minisearch-0123456789abcdef.json', bytes: 3, sha256: '0123456789abcdef'.repeat(4) },
};
const manifest: IndexManifest = {
  format: 'lookback-index',
  version: indexFormatVersion,
  ranking: {
    pins: [{ query: 'a [1, 2]', urls: ['/a/'], from: '2024-01-01', to: '2024-12-31' }],
    recency: { halfLife: 365, floor: 0.5 },
    fuzzy: false,
  },
  nextBuildDue: '2027-01-01T00:00:00.000Z',
  shards: [shard],
};
const encode = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));
/** With a checksum that is right, so that what is wrong is what the test made wrong. */
const seal = (change: object): Uint8Array => toManifestBytes({ ...manifest, ...change });

describe('parseManifest', () => {
  test('reads what was written', () => {
    expect(parseManifest(toManifestBytes(manifest))).toEqual(manifest);
  });

  test('has the columns that there are, and passes over those that nobody knows', () => {
    const columnsOf = (columns: object) =>
      parseManifest(seal({ shards: [{ ...shard, columns }] })).shards[0]?.columns;
    expect(columnsOf({})).toEqual({});
    expect(columnsOf({ series: 'en/series-0123456789abcdef.json', moods: 'x' })).toEqual({
      series: 'en/series-0123456789abcdef.json',
    });
  });

  test('has a root in it, or the path of one', () => {
    const inline = { ...manifest, shards: [{ ...shard, root: { base64: 'TEJL' } }] };
    expect(parseManifest(toManifestBytes(inline))).toEqual(inline);
    for (const root of [{}, { path: '../x.txt' }, { base64: 1 }, 'en/root-0123456789abcdef-01234567.txt'])
      expect(() => parseManifest(seal({ shards: [{ ...shard, root }] }))).toThrow(
        expect.objectContaining({ code: 'index-corrupt' }),
      );
  });

  test('refuses every prefix of it', () => {
    const whole = toManifestBytes(manifest);
    for (let length = 0; length < whole.length - 1; length += 1) {
      expect(() => parseManifest(whole.subarray(0, length))).toThrow(
        expect.objectContaining({ code: 'index-corrupt', file: 'manifest.json' }),
      );
    }
  });

  test.each([
    ['newer', indexFormatVersion + 1],
    ['older', indexFormatVersion - 1],
  ])('refuses a %s format and says which', (age, version) => {
    expect(() => parseManifest(encode({ ...manifest, version }))).toThrow(
      expect.objectContaining({
        code: 'index-format',
        message: expect.stringContaining(age),
        hint: expect.stringContaining('`lookback build'),
      }),
    );
  });

  test('refuses one in which anything has changed', () => {
    const text = new TextDecoder().decode(toManifestBytes(manifest));
    for (const [from, to] of [
      ['"terms": 2', '"terms": 3'],
      ['[2]', '[1]'],
      ['2027', '2028'],
    ] as const) {
      const changed = new TextEncoder().encode(text.replace(from, to));
      expect(() => parseManifest(changed)).toThrow(expect.objectContaining({ code: 'index-corrupt' }));
    }
  });

  test.each([
    ['another number of documents', { ...shard.catalog, passages: [1, 1] }],
    ['a document without a passage', { ...shard.catalog, passages: [0] }],
    ['too many passages', { ...shard.catalog, passages: [2 ** 31] }],
    ['another number of blocks', { ...shard.catalog, blocks: [] }],
    ['a block that leads elsewhere', { ...shard.catalog, blocks: ['../../../../../x'] }],
    ['packs of fewer passages', { ...shard.catalog, packs: [[1]] }],
    ['packs of more passages', { ...shard.catalog, packs: [[1, 2]] }],
    ['packs of another block', { ...shard.catalog, packs: [[1, 1], []] }],
    ['packs that are none', { ...shard.catalog, packs: [2] }],
    ['an expiry of no document', { ...shard.catalog, expires: [[1, 0]] }],
    ['an expiry before the first document', { ...shard.catalog, expires: [[-1, 0]] }],
    ['an expiry at no time', { ...shard.catalog, expires: [[0, null]] }],
  ])('refuses a catalog with %s', (_, catalog) => {
    expect(() => parseManifest(seal({ shards: [{ ...shard, catalog }] }))).toThrow(
      expect.objectContaining({ code: 'index-corrupt' }),
    );
  });

  test('has a ranking, and places of pins, only where there is one', () => {
    const { ranking: _ranking, ...without } = manifest;
    const { pinned: _pinned, ...unpinned } = shard;
    const bare = { ...without, shards: [unpinned] };
    expect(parseManifest(toManifestBytes(bare))).toEqual(bare);
    const plain = { ...manifest, ranking: { pins: [{ query: 'a', urls: [] }] } };
    expect(parseManifest(toManifestBytes(plain))).toEqual(plain);
  });

  test.each<[string, unknown]>([
    ['no pins', {}],
    ['a pin that is a text', { pins: ['/a/'] }],
    ['a pin of no query', { pins: [{ urls: ['/a/'] }] }],
    ['a pin of no URLs', { pins: [{ query: 'a' }] }],
    ['a pin with a day that is none', { pins: [{ query: 'a', urls: ['/a/'], from: '2024' }] }],
    ['a half-life of nothing', { pins: [], recency: { halfLife: 0, floor: 0.5 } }],
    ['a floor of nothing', { pins: [], recency: { halfLife: 1, floor: 0 } }],
    ['tolerance that is no yes or no', { pins: [], fuzzy: 0 }],
    ['a floor above all', { pins: [], recency: { halfLife: 1, floor: 1.1 } }],
    ['a recency without a floor', { pins: [], recency: { halfLife: 1 } }],
  ])('refuses a ranking with %s', (_, ranking) => {
    expect(() => parseManifest(seal({ ranking }))).toThrow(
      expect.objectContaining({ code: 'index-corrupt' }),
    );
  });

  test.each([[[['/a/', 1]]], [[['/a/', -1]]], [[['/a/']]], [[[0, 0]]], [['/a/']], ['/a/']])(
    'refuses places of pins that are none: %j',
    (pinned) => {
      expect(() => parseManifest(seal({ shards: [{ ...shard, pinned }] }))).toThrow(
        expect.objectContaining({ code: 'index-corrupt' }),
      );
    },
  );

  test.each([
    '../secret.json',
    '/etc/passwd.json',
    'a/../../b.json',
    'https://x.example/a.json',
    'a\\b.json',
    '',
  ])('refuses a path that leads elsewhere: %s', (path) => {
    expect(() =>
      parseManifest(seal({ shards: [{ ...shard, columns: { ...shard.columns, tags: path } }] })),
    ).toThrow(expect.objectContaining({ code: 'index-corrupt' }));
  });

  test.each([
    ['another format', { format: 'zip' }],
    ['shards that are no list', { shards: {} }],
    ['a shard that is null', { shards: [null] }],
    ['columns that are no object', { shards: [{ ...shard, columns: undefined }] }],
    ['a column that is no path', { shards: [{ ...shard, columns: { series: 1 } }] }],
    ['a negative count', { shards: [{ ...shard, documents: -1 }] }],
    [
      'a hash that is none',
      { ...manifest, shards: [{ ...shard, minisearch: { ...shard.minisearch, sha256: 'x' } }] },
    ],
  ])('refuses %s', (_, value) => {
    expect(() => parseManifest(seal(value))).toThrow(expect.objectContaining({ code: 'index-corrupt' }));
  });
});
