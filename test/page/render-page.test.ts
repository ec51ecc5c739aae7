import { describe, expect, test } from 'vitest';
import { renderPage } from '../../src/page/render-page.js';
import { english } from '../../src/page/wording/english.js';
import { wordings } from '../../src/page/wording/wordings.js';
import { anything, createHit, createResult } from './sample-result.js';

const assets = { script: 'assets/search-page.js', style: 'assets/search-page.css' };

describe('renderPage', () => {
  test('is a whole document that needs no script: a form that asks by GET, and the answer', () => {
    const query = { ...anything, text: 'dask', filters: { tags: [['cloud']] }, offset: 10 };
    const page = renderPage({
      wording: english,
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
    const page = renderPage({ wording: english, title: 'Notes', text: '', problems: [], assets });
    expect(page).toContain('<script type="module" src="assets/search-page.js"></script>');
    expect(page).toContain('<link rel="stylesheet" href="assets/search-page.css">');
    expect(page).not.toMatch(/<style|\son\w+=|style=|<script>/);
  });

  test('says what is wrong beside the box', () => {
    const problems = [{ message: 'limit is <b>.', hint: 'Give a number.' }];
    const page = renderPage({ wording: english, title: 'Notes', text: 'dask', problems, assets });
    expect(page).toContain('<li>limit is &lt;b&gt;. Give a number.</li>');
    expect(page).toContain('aria-invalid="true"');
    expect(page).toContain('value="dask"');
  });

  test('has the title of the site as its heading, and leads home', () => {
    const page = renderPage({
      wording: english,
      title: 'A & B',
      homeUrl: '/',
      text: '',
      problems: [],
      assets,
    });
    expect(page).toContain('<title>A &amp; B</title>');
    expect(page).toMatch(/<h1><a [^>]*>A &amp; B<\/a><\/h1>/);
    expect(page).toContain('<a class="home" href="/">Home</a>');
  });

  test('leads nowhere, and loads nothing, by an address that is none', () => {
    const bad = 'javascript:alert(1)';
    const page = renderPage({
      wording: english,
      title: 'Notes',
      homeUrl: bad,
      stylesheet: bad,
      text: '',
      problems: [],
      assets,
    });
    expect(page).not.toContain(bad);
    expect(page.match(/rel="stylesheet"/g)).toHaveLength(1);
  });

  test('loads the style sheet of the site after its own', () => {
    const page = renderPage({
      wording: english,
      title: 'Notes',
      stylesheet: '/theme.css',
      text: '',
      problems: [],
      assets,
    });
    expect(page).toContain(
      '<link rel="stylesheet" href="assets/search-page.css">\n<link rel="stylesheet" href="/theme.css">',
    );
  });

  test.each(Object.values(wordings))('speaks $language, and only that', (wording) => {
    const result = createResult({ total: 12, hits: [createHit()] });
    const page = renderPage({
      wording,
      title: 'Notes',
      homeUrl: '/',
      text: 'dask',
      answer: { query: { ...anything, text: 'dask', filters: { tags: [['cloud']] } }, result },
      problems: [],
      assets,
    });
    expect(page).toContain(`<html lang="${wording.language}" dir="${wording.direction}">`);
    for (const said of [wording.home, wording.howToAsk, wording.orders.longest, wording.next])
      expect(page).toContain(said);
    if (wording.language === 'en') return;
    const shown = page.replaceAll(/<[^>]*>/g, ' ');
    for (const text of [
      english.home,
      english.howToAsk,
      english.orders.longest,
      english.next,
      english.meanings.phrase,
    ])
      expect(shown).not.toContain(text);
  });

  test('keeps hostile words and titles as text', () => {
    const hostile = '"></title><script>alert(1)</script>';
    const page = renderPage({ wording: english, title: hostile, text: hostile, problems: [], assets });
    expect(page).not.toContain('<script>alert');
    expect(page.match(/&lt;script&gt;alert\(1\)/g)).toHaveLength(4);
  });
});
