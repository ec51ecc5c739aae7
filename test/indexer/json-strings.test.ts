import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findJsonStrings } from '../../src/indexer/leak-check/json-strings.js';

/** Every name and string of a value, and no number. */
const stringsOf = (value: unknown): string[] => {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(stringsOf);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => [name, ...stringsOf(inner)]);
};

test('finds the names and strings of any JSON text, and no number', () => {
  const text = fc.oneof(fc.string(), fc.constantFrom('\\', '"', '\\"', 'a\nb', '\u2028', '😀', 'é"\\\\'));
  const { json } = fc.letrec((tie) => ({
    json: fc.oneof(
      { depthSize: 'small' },
      text,
      fc.integer(),
      fc
        .double({ noDefaultInfinity: true, noNaN: true, min: -1000, max: 1000 })
        .map((number) => Math.round(number * 100) / 100),
      fc.array(tie('json')),
      fc.dictionary(text, tie('json')),
    ),
  }));
  let met = 0;
  fc.assert(
    fc.property(json, fc.constantFrom(undefined, 2), (value, spaces) => {
      const written = JSON.stringify(value, null, spaces);
      const strings = stringsOf(value).filter((string) => !/^\d{1,4}$/.test(string));
      if (strings.some((string) => /["\\]/.test(string))) met += 1;
      // What needs no escape is given in its quotes, which no word has.
      const found = findJsonStrings(written);
      const expected = strings.map((string) =>
        JSON.stringify(string).includes('\\') ? string : `"${string}"`,
      );
      expect(found).toBe(expected.join('\n'));
    }),
    { numRuns: 500 },
  );
  expect(met).toBeGreaterThan(100);
});

test('skips ordinals, and no longer number that is a name', () => {
  expect(findJsonStrings('{"0":{"1234":5},"12345":67890}')).toBe('"12345"');
});

test('loses no word of a text that is no JSON', () => {
  expect(findJsonStrings('{"a":1} zqxriver hunter2 "open k8s')).toBe('"a"\n:1} zqxriver hunter2 \n"open k8s');
  expect(findJsonStrings('"bad \\escape"')).toBe('"bad \\escape"');
  expect(findJsonStrings('words')).toBe('words');
});
