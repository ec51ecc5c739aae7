import fc from 'fast-check';
import { expect, it } from 'vitest';
import { toOneLine } from '../../src/domain/one-line.js';

it('leaves names as they are', () => {
  for (const name of ['a b.md', 'žluťoučký kůň', '日本語', 'שלום', '👩‍👩‍👧', 'می‌خواهم', 'C:\\posts\\a.md'])
    expect(toOneLine(name)).toBe(name);
});

it('writes out what would act on a terminal, or look like another line', () => {
  expect(toOneLine('a\nb\r\tc')).toBe('a\\nb\\r\\tc');
  expect(toOneLine('\u001b[31m\u0007\u0000\u007f\u009b')).toBe('\\u001b[31m\\u0007\\u0000\\u007f\\u009b');
  expect(toOneLine('\u2028\u2029\u0085')).toBe('\\u2028\\u2029\\u0085');
  expect(toOneLine('\u202egnp.md\u2066\u200e\u061c')).toBe('\\u202egnp.md\\u2066\\u200e\\u061c');
  expect(toOneLine('\ud800x')).toBe('\\ud800x');
});

it('never gives a second line, and never changes what JSON says', () =>
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const shown = toOneLine(text);
      expect(shown).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}\p{Cs}]/u);
      expect(JSON.parse(toOneLine(JSON.stringify({ text })))).toEqual({ text });
    }),
  ));
