import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BitReader } from '../../src/bytes/bit-reader.js';
import { BitWriter } from '../../src/bytes/bit-writer.js';

type Item =
  | { readonly kind: 'choice'; readonly value: number; readonly of: number }
  | { readonly kind: 'golomb'; readonly value: number; readonly of: number };

const choices = fc.oneof(
  fc.integer({ min: 1, max: 2 ** 30 + 1 }),
  fc.integer({ min: 1, max: 9 }),
  fc.integer({ min: 0, max: 30 }).map((power) => 2 ** power),
);
/** A choice of so many, or a number with such a divisor. */
const item: fc.Arbitrary<Item> = fc.oneof(
  choices.chain((of) => fc.nat({ max: of - 1 }).map((value): Item => ({ kind: 'choice', value, of }))),
  fc.tuple(fc.integer({ min: 1, max: 2 ** 30 }), fc.nat({ max: 9 }), fc.nat()).map(
    ([of, quotient, rest]): Item => ({
      kind: 'golomb',
      value: Math.min(2 ** 32 - 1, quotient * of + (rest % of)),
      of,
    }),
  ),
);

const write = (writer: BitWriter, { kind, value, of }: Item): void => writer[kind](value, of);
const bitsOf = (...items: readonly Item[]): string => {
  const writer = new BitWriter();
  for (const each of items) write(writer, each);
  const bytes = writer.toBytes();
  return Array.from(bytes, (byte) => byte.toString(2).padStart(8, '0'))
    .join('')
    .slice(0, writer.length);
};

describe('bits', () => {
  test('are read as they were written, whatever they are put behind', () => {
    const met = { choice: 0, golomb: 0, quotient: 0, bytes: 0 };
    fc.assert(
      fc.property(
        fc.array(fc.array(item, { maxLength: 12 }), { maxLength: 6 }),
        fc.nat({ max: 9 }),
        (lists, ahead) => {
          const whole = new BitWriter();
          for (let at = 0; at < ahead; at += 1) whole.bit(at % 2);
          const own = new BitWriter();
          for (const list of lists) {
            own.clear();
            for (const each of list) write(own, each);
            whole.append(own);
          }
          const bytes = whole.toBytes();
          const reader = new BitReader(bytes, 'a part', ahead);
          for (const { kind, value, of } of lists.flat()) {
            expect(reader[kind](of)).toBe(value);
            met[kind] += 1;
            met.quotient += kind === 'golomb' && value >= of ? 1 : 0;
          }
          expect(reader.at).toBe(whole.length);
          expect(bytes.length).toBe(Math.ceil(whole.length / 8));
          met.bytes += bytes.length > 16 ? 1 : 0;
          reader.end();
        },
      ),
    );
    for (const [what, times] of Object.entries(met)) expect(times, what).toBeGreaterThan(40);
  });

  test('are the shorter codes for the first choices, and none for a choice of one', () => {
    const choice = (value: number, of: number): string => bitsOf({ kind: 'choice', value, of });
    expect([0, 1, 2].map((value) => choice(value, 3))).toEqual(['0', '10', '11']);
    expect([0, 1, 2, 3, 4].map((value) => choice(value, 5))).toEqual(['00', '01', '10', '110', '111']);
    expect([0, 1].map((value) => choice(value, 2))).toEqual(['0', '1']);
    expect(choice(0, 1)).toBe('');
  });

  test('are a quotient in ones and a zero, then the remainder', () => {
    const golomb = (value: number, of: number): string => bitsOf({ kind: 'golomb', value, of });
    expect([0, 1, 2, 3, 7].map((value) => golomb(value, 3))).toEqual(['00', '010', '011', '100', '11010']);
    expect([0, 2].map((value) => golomb(value, 1))).toEqual(['0', '110']);
  });

  const read = (bytes: readonly number[], ask: (reader: BitReader) => unknown, at = 0): unknown =>
    ask(new BitReader(Uint8Array.from(bytes), 'postings-0', at));

  const hostile: readonly (readonly [string, readonly number[], (reader: BitReader) => unknown, RegExp])[] = [
    ['a choice past the end', [255], (reader) => reader.choice(2 ** 9), /end too early/],
    [
      'a quotient that does not end',
      new Array(1_000).fill(255),
      (reader) => reader.golomb(7),
      /end too early/,
    ],
    ['a number above 32 bits', [0b1111_0000, 0, 0, 0, 0], (reader) => reader.golomb(2 ** 30), /too great/],
    ['nothing where a number is', [], (reader) => reader.golomb(1), /end too early/],
    ['a byte behind the end', [0, 0], (reader) => reader.end(), /do not fill/],
    ['a one behind the end', [0b0001_0000], (reader) => [reader.choice(8), reader.end()], /do not fill/],
  ];

  test.each(hostile)('with %s are refused, by the name of the part', (_, bytes, ask, message) => {
    expect(() => read(bytes, ask)).toThrow(
      expect.objectContaining({ code: 'index-corrupt', file: 'postings-0' }),
    );
    expect(() => read(bytes, ask)).toThrow(message);
  });

  test('may end in seven zeros, and hold the greatest number', () => {
    expect(read([0b1000_0000], (reader) => [reader.choice(2), reader.end()])).toEqual([1, undefined]);
    const writer = new BitWriter();
    writer.golomb(2 ** 32 - 1, 2 ** 30);
    expect(read([...writer.toBytes()], (reader) => reader.golomb(2 ** 30))).toBe(2 ** 32 - 1);
  });

  test('are refused where 32 bits cannot count them', () => {
    // All zeros, so that no memory is taken.
    expect(() => new BitReader(new Uint8Array(2 ** 29), 'postings-0', 0)).toThrow(/too long/);
  });
});
