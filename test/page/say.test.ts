import { describe, expect, test } from 'vitest';
import {
  formatCount,
  formatDay,
  formatMonth,
  formatPeriod,
  nameLanguage,
  say,
  sayCount,
} from '../../src/page/say.js';
import { wordings } from '../../src/page/wording/wordings.js';

const { en, de, cs, ja, ar } = wordings;

test.each([
  [0, '0', '0'],
  [999, '999', '999'],
  [1000, '1,000', '1.000'],
  [1234567, '1,234,567', '1.234.567'],
])('%i is written %s, in German %s', (count, inEnglish, inGerman) => {
  expect(formatCount(count, en)).toBe(inEnglish);
  expect(formatCount(count, de)).toBe(inGerman);
});

test('a day is written out; what is none stays as it is', () => {
  expect([en, de, ja].map((wording) => formatDay('2019-03-07', wording))).toEqual([
    '7 March 2019',
    '7. März 2019',
    '2019年3月7日',
  ]);
  expect(formatDay('2019-13-07', en)).toBe('2019-13-07');
  expect(formatDay('soon', en)).toBe('soon');
});

test('a month is written with its year or without; a year stays as it is', () => {
  expect(formatMonth('2019-03', de)).toBe('März');
  expect(formatPeriod('2019-03', en)).toBe('March 2019');
  expect(formatPeriod('2019', en)).toBe('2019');
});

test('figures of Arabic are those of addresses', () => {
  expect(formatDay('2019-03-07', ar)).toContain('2019');
  expect(formatCount(1234, ar)).toContain('234');
});

test('a language goes by the name its readers use', () => {
  expect(nameLanguage('de', en)).toBe('Deutsch');
  expect(nameLanguage('ja', de)).toBe('日本語');
  expect(nameLanguage('und', de)).toBe('Unbekannt');
  expect(nameLanguage('not a tag', en)).toBe('not a tag');
});

describe('a text of a dictionary', () => {
  test('has its places filled in, and nothing of what is filled in is a place', () => {
    expect(say('{a} and {b}', { a: '{b}', b: '$&' })).toBe('{b} and $&');
    expect(say('{a}.', {})).toBe('.');
  });

  test('follows the number', () => {
    const posts = [1, 3, 5, 1.5].map((count) => sayCount(cs.total, count, cs));
    expect(posts).toEqual(['1 příspěvek', '3 příspěvky', '5 příspěvků', '1,5 příspěvku']);
    expect([1, 2, 3, 11, 100].map((count) => sayCount(ar.total, count, ar))).toEqual([
      'مقال واحد',
      'مقالان',
      '3 مقالات',
      '11 مقالًا',
      '100 مقال',
    ]);
    expect(sayCount(de.totalFor, 1200, de, { text: '{count}' })).toBe('1.200 Beiträge zu „{count}“');
  });
});
