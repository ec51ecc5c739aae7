import { describe, expect, test } from 'vitest';
import type { Understanding } from '../../src/domain/search.js';
import { renderNotes } from '../../src/page/render-notes.js';
import { english } from '../../src/page/wording/english.js';
import { anything, createResult } from './sample-result.js';

const render = (text: string, understood: Partial<Understanding>, total = 1, changes = {}): string =>
  renderNotes(
    createResult({ total, understood: { text, dropped: [], ...understood } }),
    { ...anything, text, ...changes },
    english,
  ).markup;

describe('the notes above the hits', () => {
  test('say nothing of a question that was understood as it was typed, in whatever order and case', () => {
    expect(render('', {})).toBe('');
    expect(render(' Dask  tag:x -"a b" ', { text: 'dask -"a b" tag:x' })).toBe('');
  });

  test('say how another one was understood', () => {
    expect(render('dask year:soon (', { text: 'dask "year soon"' })).toBe(
      '<p>Understood as <code dir="auto">dask &quot;year soon&quot;</code></p>',
    );
  });

  test('name the words that were dropped, where something answers', () => {
    const dropped = ['zebra', 'gnu'];
    expect(render('dask zebra gnu', { dropped })).toBe(
      '<p>No post has all of these words: answered without “zebra” and “gnu”.</p>',
    );
    expect(render('zebra gnu', { dropped }, 0)).toBe('');
  });

  test('lead to likelier words: under the same filters, on the first page', () => {
    const filters = { tags: [['cloud']] };
    expect(render('daks', { didYouMean: 'dask' }, 0, { filters, offset: 10, fuzzy: false })).toBe(
      '<p>Did you mean <a href="?q=dask&amp;tag=cloud&amp;fuzzy=0" data-refine dir="auto">dask</a>?</p>',
    );
  });

  test('keep hostile words as text', () => {
    const hostile = '"><img src=x onerror=alert(1)>';
    const markup = render('x', { text: hostile, dropped: [hostile], didYouMean: hostile });
    expect(markup).not.toContain('<img');
    expect(markup.match(/&quot;&gt;&lt;img/g)).toHaveLength(3);
  });
});
