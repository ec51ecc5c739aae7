import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { QueryWord } from '../../../src/analysis/query-words.js';
import { ByteWriter } from '../../../src/bytes/byte-writer.js';
import { crc32 } from '../../../src/domain/crc32.js';
import { LookbackError } from '../../../src/domain/errors.js';
import { openCompiledMatcher } from '../../../src/engines/compiled/index.js';
import type { Root } from '../../../src/engines/compiled/root.js';
import { anyOf, corpus, dataOf, partsOf, termWord } from './corpus.js';
import { readBack } from './read-back.js';
import { type Parts, reseal } from './reseal.js';

const words: readonly QueryWord[] = [...'abcdeé'].flatMap((term) => [
  termWord(term, { prefix: 'always' }),
  termWord(term, { prefix: 'scarce', maxEdits: 2 }),
  termWord(`${term}a`, { maxEdits: 1, relatives: true }),
]);

/** Reads all that can be read and asks for what comes near to every term. */
const readAll = async (parts: Parts): Promise<void> => {
  const matcher = await openCompiledMatcher(async (name) => {
    const bytes = parts.get(name);
    if (bytes === undefined) throw new LookbackError('index-missing', `There is no ${name}.`);
    return bytes;
  });
  const matches = await matcher.match(anyOf(words));
  await matcher.locate(matches, [...matches.ordinals]);
  await matcher.loadAll();
  readBack(parts);
};

const readError = async (parts: Parts): Promise<unknown> =>
  readAll(parts).then(
    () => undefined,
    (error: unknown) => error,
  );

const at = <Item>(items: Iterable<Item>, place: number): Item => {
  const all = [...items];
  const item = all[Math.floor(place * all.length)];
  if (item === undefined) throw new Error('nothing to choose from');
  return item;
};

/** A number from 0 up to and without 1. */
const place = fc.nat({ max: 9_999 }).map((number) => number / 10_000);

const damage = fc.oneof(
  fc
    .record({ place, flip: fc.integer({ min: 1, max: 255 }) })
    .map(({ place, flip }) => (bytes: Uint8Array) => {
      const damaged = bytes.slice();
      const offset = Math.floor(place * bytes.length);
      damaged[offset] = (damaged[offset] ?? 0) ^ flip;
      return damaged;
    }),
  place.map((kept) => (bytes: Uint8Array) => bytes.slice(0, Math.floor(kept * bytes.length))),
  fc
    .uint8Array({ minLength: 1, maxLength: 9 })
    .map((more) => (bytes: Uint8Array) => Uint8Array.of(...bytes, ...more)),
);

const isOurs = (error: unknown): boolean =>
  error === undefined ||
  (error instanceof LookbackError && /^index-(corrupt|format|missing)$/.test(error.code));

describe('a compiled index of which a part', () => {
  test('was damaged on the way is refused', async () => {
    await fc.assert(
      fc.asyncProperty(corpus, place, damage, async (docs, where, inflict) => {
        const parts = new Map(partsOf(docs));
        // Positions are asked for as all parts are, but not for these words.
        const names = [...parts.keys()].filter((name) => !name.startsWith('positions'));
        const name = at(names, where);
        const bytes = parts.get(name) ?? new Uint8Array();
        parts.set(name, inflict(bytes));
        const error = await readError(parts);
        expect(error).toBeInstanceOf(LookbackError);
        expect(isOurs(error)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  test('was made to harm is refused or answers something, and that soon', async () => {
    const targets: string[] = [];
    await fc.assert(
      fc.asyncProperty(corpus, place, damage, async (docs, where, inflict) => {
        const parts = partsOf(docs);
        const target = at(['lengths', ...[...parts.keys()].slice(1)], where);
        targets.push(target);
        const harmful = reseal(
          parts,
          (name, bytes) => (name === target ? inflict(bytes) : bytes),
          (root) => root,
        );
        expect(isOurs(await readError(harmful))).toBe(true);
      }),
      { numRuns: 400 },
    );
    for (const kind of ['words', 'terms', 'positions'])
      expect(targets.filter((name) => name.startsWith(kind)).length).toBeGreaterThan(50);
  });

  test('is a root made to harm is refused or answers something, and that soon', async () => {
    await fc.assert(
      fc.asyncProperty(corpus, damage, async (docs, inflict) => {
        const parts = new Map(partsOf(docs));
        const content = inflict((parts.get('root') ?? new Uint8Array()).slice(0, -4));
        const sealed = new ByteWriter();
        sealed.bytes(content);
        sealed.u32(crc32(content));
        parts.set('root', sealed.toBytes());
        expect(isOurs(await readError(parts))).toBe(true);
      }),
      { numRuns: 400 },
    );
  });

  const docs = [{ id: 'post-0', body: 'apple apricot', tags: 'fruit' }];
  const same = (_: string, bytes: Uint8Array): Uint8Array => bytes;
  const promises: readonly (readonly [string, (root: Root) => Root])[] = [
    ['2^31 documents', (root) => ({ ...root, documentCount: 2 ** 31 })],
    [
      '2^32 - 1 terms a part',
      (root) => ({
        ...root,
        words: root.words.map((entry) => ({ ...entry, count: 2 ** 32 - 1 })),
      }),
    ],
    [
      'a part without terms',
      (root) => ({ ...root, words: root.words.map((entry) => ({ ...entry, count: 0 })) }),
    ],
    [
      'more terms than there are',
      (root) => ({ ...root, words: root.words.map((entry) => ({ ...entry, count: entry.count + 1 })) }),
    ],
    ['words that no terms part is for', (root) => ({ ...root, terms: [] })],
    ['words that no positions are for', (root) => ({ ...root, positions: [] })],
    [
      'a part that belongs to no words',
      (root) => ({ ...root, terms: root.terms.map((entry) => ({ ...entry, count: 0 })) }),
    ],
    [
      'positions of more words than there are',
      (root) => ({ ...root, positions: root.positions.map((entry) => ({ ...entry, count: 2 ** 32 - 1 })) }),
    ],
    [
      'words out of order',
      (root) => ({ ...root, words: root.words.map((entry) => ({ ...entry, separator: 'z' })) }),
    ],
    ['no fields', (root) => ({ ...root, fields: [] })],
    [
      'a mean length that is no number',
      (root) => ({
        ...root,
        fields: root.fields.map((field) => ({ ...field, averageLength: Number.NaN })),
      }),
    ],
    [
      'parts of 4 GB',
      (root) => ({
        ...root,
        words: root.words.map((entry) => ({ ...entry, bytes: 2 ** 32 - 1 })),
      }),
    ],
  ];

  test.each(promises)('is a root that promises %s is refused', async (_, change) => {
    const before = process.memoryUsage().arrayBuffers;
    expect(await readError(reseal(partsOf(docs), same, change))).toMatchObject({ code: 'index-corrupt' });
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(2 ** 24);
  });

  test.each([1, 2, 3, 5])('is a root of format %i is refused as such', async (version) => {
    const parts = new Map(partsOf(docs));
    const other = (parts.get('root') ?? new Uint8Array()).slice();
    other[4] = version;
    parts.set('root', other);
    expect(await readError(parts)).toMatchObject({ code: 'index-format' });
  });

  const harm = (kind: string, bytes: readonly number[]): Parts =>
    reseal(
      partsOf(docs, {}),
      (name, untouched) => (name.startsWith(kind) ? Uint8Array.from(bytes) : untouched),
      (root) => root,
    );
  const numberThatNeverEnds = Array.from({ length: 64 }, () => 255);
  // Lengths by field (a tag, two words in the body), then passages. The words are `apple`, `(ap)ricot` and `fruit`; each list is a header
  // (3: one document in the body; 2: in a tag) and the first gap; each position is the bits of a quotient and a choice of 3.
  const spelled = [0x05, 0x25, 0x05, ...Buffer.from('applericotfruit')];
  const harms: readonly (readonly [string, string, readonly number[], RegExp])[] = [
    ['words', 'numbers that never end', numberThatNeverEnds, /./],
    ['terms', 'numbers that never end', numberThatNeverEnds, /./],
    ['positions', 'numbers that never end', numberThatNeverEnds, /does not end/],
    ['lengths', 'numbers that never end', numberThatNeverEnds, /impossible length/],
    ['lengths', 'a length above 32 bits', [0, 0, 1, 240, 0, 0], /impossible length/],
    ['lengths', 'more documents than promised', [0, 0, 1, 2, 0, 0, 1], /too many/],
    ['lengths', 'no numbers of passages', [0, 0, 1, 2, 0], /fewer documents/],
    ['lengths', '2^31 passages', [0, 0, 1, 2, 0, 255, 255, 255, 255, 7], /at most/],
    [
      'lengths',
      '2^30 passages that nothing is said of',
      [0, 0, 1, 2, 0, 255, 255, 255, 255, 3],
      /end too early/,
    ],
    ['words', 'passages of a document of one', [...spelled, 2, 2, 2, 3, 0, 3, 0, 2, 0, 0], /do not fill/],
    ['words', 'bits after the passages', [...spelled, 2, 2, 2, 3, 0, 3, 0, 2, 0, 1], /do not fill/],
    ...['words', 'terms'].flatMap((kind): (readonly [string, string, readonly number[], RegExp])[] => [
      [
        kind,
        'a term that shares more than there is',
        [0x05, 0x61, 0x05, ...new Array(11).fill(97)],
        /shares more/,
      ],
      [kind, 'fewer terms than promised', [0], /fewer terms/],
      [kind, 'fewer letters than promised', [0x05, 0x06, 0x07, 97, 98, 99], /fewer letters/],
      [kind, 'a letter that is none', [0x01, 0x01, 0x01, 97, 98, 255, 255, 127], /at most 65535/],
    ]),
    ['terms', 'letters left over', [0x01, 0x01, 0x01, 97, 98, 99, 100], /too many/],
    ['words', 'terms alone', spelled, /fewer lists/],
    ['words', 'a document that there is not', [...spelled, 2, 2, 2, 3, 2, 3, 2, 2, 2], /no document/],
    ['words', 'more postings than documents', [...spelled, 2, 2, 2, 8, 0, 8, 0, 8, 0], /more postings/],
    ['words', 'a list that ends in a posting', [...spelled, 1, 1, 1, 3, 0, 0], /too early/],
    ['words', 'lists that are longer than it', [...spelled, 5, 5, 5, 3, 3, 3], /longer than it/],
    ['positions', 'fewer bits than occurrences', [1, 0x0f], /end too early/],
    ['positions', 'no bits', [0], /end too early/],
    ['positions', 'nothing', [], /ends too early/],
    ['positions', 'bits of more than itself', [2, 0], /ends too early/],
    ['positions', 'bits that belong to no words', [1, 0, 0], /too many/],
  ];

  test.each(harms)('%s, has %s is refused', async (kind, _, bytes, message) => {
    const error = await readError(harm(kind, bytes));
    expect(error).toMatchObject({ code: 'index-corrupt' });
    expect(String(error)).toMatch(message);
  });

  test('promises 2^30 passages and 2^32 occurrences of a term is refused as soon as its bytes end', async () => {
    const occurrences = [1, 255, 255, 255, 255, 15];
    const parts = reseal(
      partsOf(docs, {}),
      (name, bytes) => {
        if (name === 'lengths') return Uint8Array.of(0, 0, 1, 2, 0, 255, 255, 255, 255, 3);
        if (!name.startsWith('words')) return bytes;
        return Uint8Array.of(...spelled, 7, 2, 2, 3, ...occurrences, 3, 0, 2, 0, ...new Array(2_000).fill(0));
      },
      (root) => root,
    );
    const error = await readError(parts);
    expect(error).toMatchObject({ code: 'index-corrupt' });
    expect(String(error)).toMatch(/end too early/);
  });

  test('has passages that end too early leaves nothing behind', async () => {
    const long = [{ id: 'post-0', body: 'aa ab b b b b aa aa aa c c c ab', tags: '' }];
    const parts = partsOf(long, { wordsPartBytes: 1 });
    const harmful = reseal(
      parts,
      (name, bytes) => (name.startsWith('words-1') ? bytes.slice(0, -1) : bytes),
      (root) => root,
    );
    const matcher = await openCompiledMatcher(async (name) => harmful.get(name) ?? new Uint8Array());
    const passagesOf = async (term: string) =>
      matcher.locate(await matcher.match(anyOf([termWord(term)])), [0]);
    const aa = await passagesOf('aa');
    expect(aa[0]?.map(({ passage }) => passage)).toEqual([0, 1]);
    await expect(passagesOf('ab')).rejects.toMatchObject({ code: 'index-corrupt' });
    expect(await passagesOf('aa')).toEqual(aa);
  });

  test('promises 2^32 occurrences is refused as soon as the bits of their positions end', () => {
    const parts = reseal(
      partsOf(docs, {}),
      (name, bytes) => {
        if (name.startsWith('words'))
          return Uint8Array.of(...spelled, 7, 2, 2, 3, 1, 255, 255, 255, 255, 15, 3, 0, 2, 0);
        return name.startsWith('positions') ? Uint8Array.of(128, 16, ...new Uint8Array(2_048)) : bytes;
      },
      (root) => root,
    );
    expect(() => readBack(parts)).toThrow(/end too early/);
  });

  test('failed to be read leaves the matcher able to answer', async () => {
    const harmful = new Map(partsOf([...docs, { id: 'post-1', body: 'banana', tags: '' }]));
    let isBroken = true;
    const matcher = await openCompiledMatcher(async (name) => {
      const bytes = harmful.get(name) ?? new Uint8Array();
      return isBroken && name.startsWith('words') ? bytes.slice(1) : bytes;
    });
    const ask = () => matcher.match(anyOf([termWord('apple')]));
    await expect(ask()).rejects.toMatchObject({ code: 'index-corrupt' });
    isBroken = false;
    expect([...(await ask()).ordinals]).toEqual([0]);
  });

  test('has postings that end too early leaves no scores behind', async () => {
    const several = ['aa ab', 'aa', 'ab aa'].map((body, number) => ({
      id: `post-${number}`,
      body,
      tags: '',
    }));
    // Behind its spelling and its size, the list of `ab` claims more documents than there are; that of `aa` is added up before.
    const harmful = reseal(
      partsOf(several, { wordsPartBytes: 1 }),
      (name, bytes) =>
        name.startsWith('words-1') ? bytes.map((byte, at) => (at === 4 ? 250 : byte)) : bytes,
      (root) => root,
    );
    const matcher = await openCompiledMatcher(async (name) => harmful.get(name) ?? new Uint8Array());
    const aa = termWord('aa');
    const clean = await matcher.match(anyOf([aa]));
    await expect(matcher.match(anyOf([aa, termWord('ab')]))).rejects.toMatchObject({
      code: 'index-corrupt',
    });
    expect(dataOf(await matcher.match(anyOf([aa])))).toEqual(dataOf(clean));
  });
});
