import { describe, expect, test } from 'vitest';
import { describePage, describeTotal, formatCount, formatDay, nameLanguage } from '../../src/page/wording.js';
import { anything, createResult } from './sample-result.js';

test.each([
  [0, '0'],
  [999, '999'],
  [1000, '1,000'],
  [1234567, '1,234,567'],
])('%i is written %s', (count, written) => {
  expect(formatCount(count)).toBe(written);
});

test('a day is written out; what is none stays as it is', () => {
  expect(formatDay('2019-03-07')).toBe('7 March 2019');
  expect(formatDay('2019-13-07')).toBe('2019-13-07');
  expect(formatDay('soon')).toBe('soon');
});

test('a language goes by the name its readers use', () => {
  expect(nameLanguage('de')).toBe('Deutsch');
  expect(nameLanguage('ja')).toBe('日本語');
  expect(nameLanguage('und')).toBe('Unknown');
  expect(nameLanguage('not a tag')).toBe('not a tag');
});

describe('describeTotal', () => {
  test('counts posts, names the words and the page', () => {
    expect(describeTotal(createResult({ total: 0 }), { ...anything, text: 'dask' })).toBe(
      'No posts for “dask”',
    );
    expect(describeTotal(createResult({ total: 1 }), anything)).toBe('1 post');
    expect(describeTotal(createResult({ total: 1200 }), { ...anything, text: ' dask ', offset: 20 })).toBe(
      '1,200 posts for “dask”, page 3',
    );
  });
});

test('the tab names the words first', () => {
  expect(describePage('Notes', '')).toBe('Notes');
  expect(describePage('Notes', 'dask')).toBe('dask – Notes');
});
