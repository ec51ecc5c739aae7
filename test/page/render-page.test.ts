import { describe, expect, test } from 'vitest';
import { renderPage } from '../../src/page/render-page.js';
import { anything, createResult } from './sample-result.js';

const assets = { script: 'assets/search-page.js', style: 'assets/search-page.css' };

describe('renderPage', () => {
  test('is a whole document that needs no script: a form that asks by GET, and the answer', () => {
    const query = { ...anything, text: 'dask', filters: { tags: [['cloud']] }, offset: 10 };
    const page = renderPage({
      title: 'Notes',
      text: 'dask',
      answer: { query, result: createResult() },
      problems: [],
      assets,
    });
    expect(page).toMatch(/^<!doctype html>/);
    expect(page).toContain('<title>dask – Notes</title>');
    expect(page).toMatch(/<form [^>]*method="get"/);
    expect(page).toContain('value="dask"');
    expect(page).toContain('<input type="hidden" name="tag" value="cloud">');
    expect(page).not.toContain('name="offset"');
    expect(page).toContain('Dask measured');
  });

  test('has no inline script or style, and loads only what lies beside it', () => {
    const page = renderPage({ title: 'Notes', text: '', problems: [], assets });
    expect(page).toContain('<script type="module" src="assets/search-page.js"></script>');
    expect(page).toContain('<link rel="stylesheet" href="assets/search-page.css">');
    expect(page).not.toMatch(/<style|\son\w+=|style=|<script>/);
  });

  test('says what is wrong beside the box', () => {
    const problems = [{ message: 'limit is <b>.', hint: 'Give a number.' }];
    const page = renderPage({ title: 'Notes', text: 'dask', problems, assets });
    expect(page).toContain('<li>limit is &lt;b&gt;. Give a number.</li>');
    expect(page).toContain('aria-invalid="true"');
    expect(page).toContain('value="dask"');
  });

  test('keeps hostile words and titles as text', () => {
    const hostile = '"></title><script>alert(1)</script>';
    const page = renderPage({ title: hostile, text: hostile, problems: [], assets });
    expect(page).not.toContain('<script>alert');
    expect(page.match(/&lt;script&gt;alert\(1\)/g)).toHaveLength(4);
  });
});
