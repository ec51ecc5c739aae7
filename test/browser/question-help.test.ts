import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import type { Suggestion, Understanding } from '../../src/domain/search.js';
import { queryLanguage } from '../../src/query/language.js';
import { createPost, createSampleEngine, samplePosts } from '../server/sample-engine.js';
import { serve } from '../server/serve.js';
import { openBrowser } from './open-browser.js';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const bills = createPost({ id: 'bills.md', title: 'Bills', text: 'A bill of Spark.', tags: ['cloud bills'] });

/** @param suggestions that the server has, whatever is typed */
const visit = async (
  address = '',
  javaScriptEnabled = true,
  suggestions: readonly Suggestion[] = [],
): Promise<Page> => {
  const engine = await createSampleEngine([bills, ...samplePosts]);
  const { url } = await serve({ engine, title: 'Notes' });
  const context = await browser.newContext({ javaScriptEnabled });
  onTestFinished(() => context.close());
  const page = await context.newPage();
  const failures: string[] = [];
  page.on('pageerror', (error) => failures.push(String(error)));
  // One is of the page's own question, which says so to whoever watches.
  onTestFinished(() => expect(failures.filter((failure) => !/Failed to fetch/.test(failure))).toEqual([]));
  await page.route('**/api/suggest?*', (route) => route.fulfill({ json: { suggestions } }));
  await page.goto(url + address);
  return page;
};

/** Answers are the server's, but for how it says that it understood the question. */
const understandAs = (page: Page, understood: Understanding) =>
  page.route('**/api/search?*', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, json: { ...(await response.json()), understood } });
  });

const box = '#search-text';
const options = (page: Page) => page.locator('#completions .completion bdi').allTextContents();
const active = (page: Page) =>
  page.evaluate(() => {
    const id = document.querySelector('#search-text')?.getAttribute('aria-activedescendant') ?? '';
    const option = document.getElementById(id);
    return option?.getAttribute('aria-selected') === 'true' ? option.querySelector('bdi')?.textContent : id;
  });
const focusedId = (page: Page) => page.evaluate(() => document.activeElement?.id);
const queryOf = (page: Page) => new URL(page.url()).searchParams.toString();

describe('the notes above the hits', () => {
  test('say what was dropped, and a link asks for likelier words under the same filters', async () => {
    const page = await visit('?tag=cloud');
    await understandAs(page, { text: 'spark zebra', dropped: ['zebra'], didYouMean: 'spark' });
    await page.fill(box, 'spark zebra');
    const notes = page.locator('#notes p');
    await expect
      .poll(() => notes.allTextContents())
      .toEqual(['No post has all of these words: answered without “zebra”.', 'Did you mean spark?']);
    await page.unroute('**/api/search?*');
    await page.click('#notes a');
    await expect.poll(() => queryOf(page)).toBe('q=spark&tag=cloud');
    await expect.poll(() => page.inputValue(box)).toBe('spark');
    await expect.poll(() => notes.count()).toBe(0);
    await expect.poll(() => focusedId(page)).toBe('status');
  });

  test('are in the page that the server makes', async () => {
    const page = await visit('?q=spark+zebra&tag=cloud', false);
    expect(await page.locator('#notes p').allTextContents()).toEqual([
      'No post has all of these words: answered without “zebra”.',
    ]);
  });

  test('go with what is wrong with a question', async () => {
    const page = await visit();
    await understandAs(page, { text: 'something else', dropped: [] });
    await page.fill(box, 'spark');
    await expect.poll(() => page.locator('#notes').textContent()).toBe('Understood as something else');
    await page.evaluate(() => {
      document.querySelector('#search-text')?.removeAttribute('maxlength');
    });
    await page.fill(box, 'x'.repeat(600));
    await expect.poll(() => page.locator('#problems').textContent()).toContain('600');
    expect(await page.locator('#notes').textContent()).toBe('');
  });
});

describe('completions', () => {
  test('of names and of values are taken by the keyboard, and the question is asked', async () => {
    const page = await visit();
    await page.focus(box);
    await expect.poll(() => page.getAttribute(box, 'role')).toBe('combobox');
    await page.keyboard.type('spark ta');
    await expect.poll(() => options(page)).toEqual(['tag:']);
    expect(await page.getAttribute(box, 'aria-expanded')).toBe('true');
    expect(await page.locator('#completion-count').textContent()).toMatch(/^1 suggestion,/);
    await page.keyboard.press('ArrowDown');
    expect(await active(page)).toBe('tag:');
    await page.keyboard.press('Enter');
    expect(await page.inputValue(box)).toBe('spark tag:');
    // Tags of the posts with the word, and of no others.
    await expect.poll(() => options(page)).toEqual(['cloud', 'cloud bills', 'dask', 'spark', 'sql']);
    await page.keyboard.type('bi');
    await expect.poll(() => options(page)).toEqual(['cloud bills']);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Tab');
    expect(await page.inputValue(box)).toBe('spark tag:"cloud bills" ');
    expect(await focusedId(page)).toBe('search-text');
    await expect.poll(() => page.locator('#completions').isHidden()).toBe(true);
    await expect.poll(() => queryOf(page)).toBe('q=spark+tag%3A%22cloud+bills%22');
  });

  test('stand in the middle of a text, behind a minus, and are taken by a click', async () => {
    const page = await visit();
    await page.focus(box);
    await expect.poll(() => page.getAttribute(box, 'role')).toBe('combobox');
    await page.keyboard.type('-la spark');
    for (let step = 0; step < ' spark'.length; step += 1) await page.keyboard.press('ArrowLeft');
    await page.keyboard.type('n');
    await expect.poll(() => options(page)).toEqual(['lang:']);
    await page.click('#completions .completion');
    expect(await page.inputValue(box)).toBe('-lang: spark');
    await expect.poll(() => options(page)).toEqual(['en English']);
    await page.click('#completions .completion');
    expect(await page.inputValue(box)).toBe('-lang:en spark');
    expect(await focusedId(page)).toBe('search-text');
  });

  test('leave the keys of the page as they are', async () => {
    const page = await visit();
    await page.focus(box);
    await expect.poll(() => page.getAttribute(box, 'role')).toBe('combobox');
    await page.keyboard.type('da');
    await expect.poll(() => options(page)).toEqual(['date:']);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    expect(await active(page)).toBe('');
    // Past the end of the list are the hits.
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => page.locator('#status').textContent()).toContain('“da”');
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => page.evaluate(() => document.activeElement?.className)).toBe('hit-link');
    expect(await page.locator('#completions').isHidden()).toBe(true);
    // Escape closes the list, and clears the box only when it is pressed again.
    await page.keyboard.press('ArrowUp');
    await page.keyboard.type('t');
    await expect.poll(() => options(page)).toEqual(['date:']);
    await page.keyboard.press('Escape');
    expect(await page.locator('#completions').isHidden()).toBe(true);
    expect(await page.inputValue(box)).toBe('dat');
    await page.keyboard.press('Escape');
    expect(await page.inputValue(box)).toBe('');
    // With nothing chosen, Enter asks and Tab goes on.
    await page.keyboard.type('da');
    await expect.poll(() => options(page)).toEqual(['date:']);
    await page.keyboard.press('Enter');
    expect(await page.locator('#completions').isHidden()).toBe(true);
    expect(await page.inputValue(box)).toBe('da');
    await page.keyboard.type('t');
    await expect.poll(() => options(page)).toEqual(['date:']);
    await page.keyboard.press('Tab');
    expect(await focusedId(page)).not.toBe('search-text');
    expect(await page.locator('#completions').isHidden()).toBe(true);
  });

  test('are missing where they cannot be counted, and the page goes on', async () => {
    const page = await visit();
    await page.focus(box);
    await expect.poll(() => page.getAttribute(box, 'role')).toBe('combobox');
    await page.route('**/api/search?*', (route) => route.abort());
    await page.keyboard.type('tag:');
    await expect.poll(() => page.locator('#problems').textContent()).toMatch(/does not answer/);
    expect(await page.locator('#completions').isHidden()).toBe(true);
    await page.unroute('**/api/search?*');
    await page.keyboard.type('d');
    await expect.poll(() => options(page)).toContain('dask');
  });
});

describe('suggestions', () => {
  const suggestions: readonly Suggestion[] = [
    {
      kind: 'title',
      segments: [
        { text: 'Dask', highlighted: true },
        { text: ' or Spark <b>', highlighted: false },
      ],
      text: 'dask or spark',
      url: '/2019/dask or spark/',
      language: 'en',
    },
    { kind: 'tag', segments: [{ text: 'dask', highlighted: true }], text: 'tag:dask' },
  ];
  const visitSuggested = async (): Promise<Page> => {
    const page = await visit('', true, suggestions);
    await page.focus(box);
    await expect.poll(() => page.getAttribute(box, 'role')).toBe('combobox');
    return page;
  };

  test('stand behind the names, marked, and one that is taken is asked', async () => {
    const page = await visitSuggested();
    const asked = page.waitForRequest('**/api/suggest?*');
    await page.keyboard.type('da');
    expect(new URL((await asked).url()).searchParams.get('q')).toBe('da');
    await expect.poll(() => options(page)).toEqual(['date:', 'Dask or Spark <b>', 'dask']);
    expect(await page.locator('.completion mark').allTextContents()).toEqual(['Dask', 'dask']);
    expect(await page.locator('.completion .detail').nth(1).textContent()).toBe('Post');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    expect(await active(page)).toBe('Dask or Spark <b>');
    await page.keyboard.press('Enter');
    expect(await page.inputValue(box)).toBe('dask or spark');
    await expect.poll(() => queryOf(page)).toBe('q=dask+or+spark');
    await page.waitForTimeout(200);
    expect(await page.locator('#completions').isHidden()).toBe(true);
  });

  test('move the answer down and never cover it; a hit that is pressed does not move away', async () => {
    const page = await visitSuggested();
    await page.keyboard.type('spark');
    await expect.poll(() => options(page)).toHaveLength(2);
    await expect.poll(() => page.locator('#status').textContent()).toContain('“spark”');
    const list = await page.locator('#completions').boundingBox();
    const status = await page.locator('#status').boundingBox();
    expect((list?.y ?? 0) + (list?.height ?? 0)).toBeLessThanOrEqual(status?.y ?? 0);
    const title = await page.locator('.hit-link').first().boundingBox();
    await page.mouse.move((title?.x ?? 0) + 5, (title?.y ?? 0) + 5);
    await page.mouse.down();
    expect(await page.locator('.hit-link').first().boundingBox()).toEqual(title);
    await page.mouse.up();
    await page.waitForURL(/\/(?:bills|2019|2020)/);
  });

  test('go with a click elsewhere and with Escape', async () => {
    const page = await visitSuggested();
    await page.keyboard.type('dask');
    await expect.poll(() => options(page)).toHaveLength(2);
    await page.locator('#status').click();
    await expect.poll(() => page.locator('#completions').isHidden()).toBe(true);
    await page.focus(box);
    await page.keyboard.type(' s');
    await expect.poll(() => options(page)).toHaveLength(2);
    await page.keyboard.press('Escape');
    expect(await page.locator('#completions').isHidden()).toBe(true);
    expect(await page.inputValue(box)).toBe('dask s');
  });
});

describe('the help', () => {
  test.each(['with', 'without'])('unfolds below the box, %s script', async (mode) => {
    const page = await visit('', mode === 'with');
    const rows = page.locator('.help dt code');
    expect(await rows.first().isVisible()).toBe(false);
    await page.click('.help summary');
    expect(await rows.first().isVisible()).toBe(true);
    expect(await rows.allTextContents()).toEqual(queryLanguage.map(({ example }) => example));
    const others = await page.locator('.also code').allTextContents();
    expect(others).toEqual(queryLanguage.flatMap(({ also = [] }) => also));
  });
});
