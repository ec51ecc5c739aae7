import { describe, expect, test } from 'vitest';
import { describePage, describeTotal } from '../../src/page/describe.js';
import { wordings } from '../../src/page/wording/wordings.js';
import { anything, createResult } from './sample-result.js';

describe('describeTotal', () => {
  test('counts posts, names the words and the page', () => {
    const { en, ja } = wordings;
    expect(describeTotal(createResult({ total: 0 }), { ...anything, text: 'dask' }, en)).toBe(
      'No posts for “dask”',
    );
    expect(describeTotal(createResult({ total: 1 }), anything, en)).toBe('1 post');
    const many = createResult({ total: 1200 });
    const later = { ...anything, text: ' dask ', offset: 20 };
    expect(describeTotal(many, later, en)).toBe('1,200 posts for “dask”, page 3');
    expect(describeTotal(many, later, ja)).toBe('「dask」の記事 1,200 件、3 ページ目');
  });
});

test('the tab names the words first', () => {
  expect(describePage('Notes', '')).toBe('Notes');
  expect(describePage('Notes', 'dask')).toBe('dask – Notes');
});
