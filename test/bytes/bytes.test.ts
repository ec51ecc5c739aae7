import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ByteReader } from '../../src/bytes/byte-reader.js';
import { ByteWriter, varintSize } from '../../src/bytes/byte-writer.js';

type Item =
  | { readonly kind: 'u8' | 'u32' | 'f64' | 'varint'; readonly value: number }
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'bytes'; readonly value: Uint8Array };

const number = (kind: 'u8' | 'u32' | 'f64' | 'varint', value: fc.Arbitrary<number>): fc.Arbitrary<Item> =>
  value.map((value) => ({ kind, value }));

/** Of every size, and the ones at which another byte begins. */
const varint = fc.oneof(
  fc.nat({ max: 2 ** 32 - 1 }),
  fc.constantFrom(0, 127, 128, 2 ** 14 - 1, 2 ** 14, 2 ** 21, 2 ** 28 - 1, 2 ** 28, 2 ** 31, 2 ** 32 - 1),
);
const item: fc.Arbitrary<Item> = fc.oneof(
  number('u8', fc.nat({ max: 255 })),
  number('u32', fc.nat({ max: 2 ** 32 - 1 })),
  number('f64', fc.double({ noNaN: true })),
  number('varint', varint),
  fc.string({ unit: 'binary' }).map((value): Item => ({ kind: 'text', value })),
  fc.uint8Array({ maxLength: 700 }).map((value): Item => ({ kind: 'bytes', value })),
);

const write = (writer: ByteWriter, { kind, value }: Item): void => {
  if (kind === 'text') writer.text(value);
  else if (kind === 'bytes') writer.bytes(value);
  else writer[kind](value);
};

const read = (reader: ByteReader, { kind, value }: Item): unknown => {
  if (kind === 'text') return reader.text();
  return kind === 'bytes' ? reader.bytes(value.length) : reader[kind]();
};

describe('bytes', () => {
  test('are read as they were written, and no further', () => {
    const met = new Map<string, number>();
    fc.assert(
      fc.property(fc.array(item, { maxLength: 40 }), fc.nat(), (items, cut) => {
        const writer = new ByteWriter();
        for (const each of items) write(writer, each);
        const bytes = writer.toBytes();
        expect(writer.length).toBe(bytes.length);
        const reader = new ByteReader(bytes, 'a part');
        for (const each of items) {
          expect(read(reader, each)).toEqual(each.value);
          met.set(each.kind, (met.get(each.kind) ?? 0) + 1);
        }
        expect([reader.left, reader.at]).toEqual([0, bytes.length]);
        reader.end();
        if (bytes.length === 0) return;
        const short = new ByteReader(bytes.subarray(0, cut % bytes.length), 'a part');
        const readAll = (): void => {
          for (const each of items) read(short, each);
        };
        expect(readAll).toThrow(expect.objectContaining({ code: 'index-corrupt' }));
      }),
    );
    expect([...met.keys()].sort()).toEqual(['bytes', 'f64', 'text', 'u32', 'u8', 'varint']);
    for (const times of met.values()) expect(times).toBeGreaterThan(50);
  });

  test('are put behind others, and forgotten', () => {
    const one = new ByteWriter();
    one.text('tea');
    const other = new ByteWriter();
    other.u8(9);
    other.append(one);
    one.clear();
    one.u8(7);
    other.append(one);
    expect(other.toBytes()).toEqual(Uint8Array.of(9, 3, 116, 101, 97, 7));
    expect(one.length).toBe(1);
  });

  test('have the least significant first', () => {
    const writer = new ByteWriter();
    writer.u32(0x01020304);
    writer.varint(300);
    writer.f64(1);
    expect(Buffer.from(writer.toBytes()).toString('hex')).toBe('04030201ac02000000000000f03f');
  });

  test.each([0, 1, 127, 128, 16_383, 16_384, 2 ** 28, 2 ** 32 - 1])(
    'of a varint of %i are known',
    (value) => {
      const writer = new ByteWriter();
      writer.varint(value);
      expect(varintSize(value)).toBe(writer.length);
    },
  );

  test.each([-1, 2 ** 32, 1.5, Number.NaN])('do not hold %d', (value) => {
    expect(() => new ByteWriter().varint(value)).toThrow(RangeError);
  });

  const hostile: readonly (readonly [string, readonly number[], (reader: ByteReader) => unknown, RegExp])[] =
    [
      [
        'a number that does not end',
        [255, 255, 255, 255, 255, 255, 1],
        (reader) => reader.varint(),
        /does not end/,
      ],
      [
        'a number above 32 bits',
        [255, 255, 255, 255, 127],
        (reader) => reader.varint(),
        /at most 4294967295/,
      ],
      ['a number above what is possible', [128, 1], (reader) => reader.varint(127), /128 where at most 127/],
      ['a text longer than all', [200, 1, 65], (reader) => reader.text(), /200 where at most 3/],
      ['a unit above 16 bits', [1, 255, 255, 127], (reader) => reader.text(), /at most 65535/],
      ['bytes that there are not', [1, 2, 3], (reader) => reader.bytes(4), /ends too early/],
      ['half a number', [1, 2, 3], (reader) => reader.u32(), /ends too early/],
      ['something behind the end', [1, 2], (reader) => reader.end(), /2 bytes too many/],
    ];

  test.each(hostile)('with %s are refused, by the name of the part', (_, bytes, ask, message) => {
    const reader = new ByteReader(Uint8Array.from(bytes), 'terms-0');
    expect(() => ask(reader)).toThrow(expect.objectContaining({ code: 'index-corrupt', file: 'terms-0' }));
    expect(() => ask(new ByteReader(Uint8Array.from(bytes), 'terms-0'))).toThrow(message);
  });

  test('are read from where it is asked', () => {
    const reader = new ByteReader(Uint8Array.of(1, 2, 3), 'a part', 2);
    expect([reader.u8(), reader.left, reader.at]).toEqual([3, 0, 3]);
  });
});
