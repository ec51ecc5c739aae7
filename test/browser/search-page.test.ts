import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import type { Post } from '../../src/domain/post.js';
import { renderPage } from '../../src/page/render-page.js';
import { english } from '../../src/page/wording/english.js';
import { loadPageAssets } from '../../src/server/page-assets.js';
import { createPost, createSampleEngine, samplePosts } from '../server/sample-engine.js';
import { serve } from '../server/serve.js';
import { openBrowser } from './open-browser.js';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

interface Visit {
  readonly page: Page;
  readonly url: string;
  /** Everything the browser complained about: exceptions, refused scripts and styles, failed requests. */
  readonly complaints: readonly string[];
}

const visit = async (
  address = '',
  { posts = samplePosts, ...options }: BrowserContextOptions & { readonly posts?: readonly Post[] } = {},
): Promise<Visit> => {
  const engine = await createSampleEngine(posts);
  const { url } = await serve({ engine, title: 'Notes' });
  const context = await browser.newContext(options);
  onTestFinished(() => context.close());
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    if (message.type() !== 'log') complaints.push(message.text());
  });
  await page.goto(`${url}${address}`);
  return { page, url, complaints };
};

const titles = (page: Page) => page.locator('.hit-title').allTextContents();
const status = (page: Page) => page.locator('#status').textContent();
const problems = async (page: Page) => ((await page.locator('#problems').textContent()) ?? '').trim();
const queryOf = (page: Page) => new URL(page.url()).searchParams.toString();
const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent?.trim());

describe('without script', () => {
  test('the form asks, the links narrow, the marks show', async () => {
    const { page, url } = await visit('', { javaScriptEnabled: false });
    await expect.poll(() => titles(page)).toHaveLength(6);
    await page.fill('#search-text', 'spark');
    await page.press('#search-text', 'Enter');
    await expect.poll(() => titles(page)).toEqual(['Dask or Spark', 'The cloud bill in five queries']);
    expect(await page.locator('.hit mark').first().textContent()).toBe('Spark');
    await page.click('.facet .chip:has-text("sql")');
    await expect.poll(() => titles(page)).toEqual(['The cloud bill in five queries']);
    await page.fill('#search-text', 'dask');
    await page.press('#search-text', 'Enter');
    await expect.poll(() => queryOf(page)).toBe('q=dask&tag=sql');
    await expect.poll(() => titles(page)).toEqual([]);
    await page.click('text=Search without the filters');
    await expect.poll(() => titles(page)).toEqual(['Dask or Spark']);
    await page.goto(`${url}?tag=cloud`);
    await page.selectOption('.sort select', 'date-asc');
    await page.click('.sort button');
    await expect.poll(() => queryOf(page)).toBe('tag=cloud&sort=date-asc');
    await expect.poll(async () => (await titles(page))[0]).toBe('Dask or Spark');
  });

  test('a year opens its months, and several years are any of them', async () => {
    const { page } = await visit('', { javaScriptEnabled: false });
    await page.click('.bar:has-text("2021")');
    await expect.poll(() => page.locator('.bars .bars .period').allTextContents()).toEqual(['March', 'May']);
    await page.click('.bar:has-text("2022")');
    await expect.poll(() => titles(page)).toHaveLength(3);
    await expect.poll(() => queryOf(page)).toBe('period=2021%2C2022');
  });
});

describe('as one types', () => {
  test('the results, their number, the address and the title follow', async () => {
    const { page, complaints } = await visit();
    const entries = await page.evaluate(() => history.length);
    await page.locator('#search-text').pressSequentially('rust');
    await expect.poll(() => titles(page)).toEqual(['One parser in Rust']);
    await expect.poll(() => status(page)).toBe('1 post for “rust”');
    await expect.poll(() => queryOf(page)).toBe('q=rust');
    await expect.poll(() => page.title()).toBe('rust – Notes');
    expect(await page.evaluate(() => history.length)).toBe(entries);
    expect(complaints).toEqual([]);
  });

  test('shows the same as the page that the server makes', async () => {
    const { page } = await visit();
    await page.fill('#search-text', 'cloud');
    await expect.poll(() => status(page)).toBe('3 posts for “cloud”');
    const typed = await page.locator('#results').innerHTML();
    await page.reload();
    expect(await page.locator('#results').innerHTML()).toBe(typed);
  });

  test('an answer that comes late does not replace a newer one', async () => {
    const { page } = await visit();
    let release = () => {};
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    let isLate = false;
    await page.route('**/api/search?q=dask', async (route) => {
      await released;
      await route
        .fulfill({ json: { total: 0, hits: [], facets: {}, understood: { text: '', dropped: [] } } })
        .catch(() => {});
      isLate = true;
    });
    const asked = page.waitForRequest('**/api/search?q=dask');
    await page.fill('#search-text', 'dask');
    await asked;
    await page.fill('#search-text', 'rust');
    await expect.poll(() => titles(page)).toEqual(['One parser in Rust']);
    release();
    await expect.poll(() => isLate).toBe(true);
    await page.evaluate(() => fetch('api/tags'));
    await expect.poll(() => titles(page)).toEqual(['One parser in Rust']);
  });

  test('a search that fails says so, shows nothing of an older question, and a button asks again', async () => {
    const { page } = await visit();
    await page.route('**/api/search?*', (route) => route.abort());
    await page.fill('#search-text', 'rust');
    await expect.poll(() => problems(page)).toBe('The search does not answer. Try again');
    expect(await titles(page)).toEqual([]);
    expect(await status(page)).toBe('');
    expect(await page.getAttribute('#results', 'aria-busy')).toBe('false');
    await page.unroute('**/api/search?*');
    await page.click('text=Try again');
    await expect.poll(() => titles(page)).toEqual(['One parser in Rust']);
    expect(await problems(page)).toBe('');
  });

  test('who is not connected is told that, and answered when the connection is back', async () => {
    const { page } = await visit();
    await page.context().setOffline(true);
    await page.fill('#search-text', 'rust');
    await expect.poll(() => problems(page)).toBe('There is no connection to the network. Try again');
    await page.context().setOffline(false);
    await expect.poll(() => titles(page)).toEqual(['One parser in Rust']);
  });

  test('what is shown of an older question is marked as such, from the first letter on', async () => {
    const { page } = await visit();
    let release = () => {};
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route('**/api/search?*', async (route) => {
      await released;
      await route.continue();
    });
    expect(await page.getAttribute('#results', 'aria-busy')).toBeNull();
    await page.locator('#search-text').press('r');
    expect(await page.getAttribute('#results', 'aria-busy')).toBe('true');
    await expect
      .poll(() =>
        page.evaluate(() =>
          Number(getComputedStyle(document.querySelector('#results') ?? document.body).opacity),
        ),
      )
      .toBeLessThan(0.6);
    release();
    await expect.poll(() => page.getAttribute('#results', 'aria-busy')).toBe('false');
    expect(await status(page)).toBe('No posts for “r”');
  });

  test('what is wrong with an address is said, and the next words do away with it', async () => {
    const { page } = await visit('?q=rust&limit=many');
    await expect.poll(() => page.locator('#problems').textContent()).toContain('limit');
    await expect.poll(() => page.inputValue('#search-text')).toBe('rust');
    await page.click('#site-title');
    await expect.poll(() => titles(page)).toHaveLength(6);
    await expect.poll(() => page.locator('#problems').textContent()).toBe('');
  });

  test('a page that no server filled asks for itself', async () => {
    const { page, url } = await visit();
    const assets = { script: `assets/${loadPageAssets().first}`, style: 'assets/search-page.css' };
    const body = renderPage({ wording: english, title: 'Notes', text: '', problems: [], assets });
    await page.route(`${url}?q=rust`, (route) => route.fulfill({ contentType: 'text/html', body }));
    await page.goto(`${url}?q=rust`);
    await expect.poll(() => titles(page)).toEqual(['One parser in Rust']);
    await expect.poll(() => page.inputValue('#search-text')).toBe('rust');
    await expect.poll(() => page.title()).toBe('rust – Notes');
  });

  test('letters of a word that is still composed ask nothing', async () => {
    const { page } = await visit();
    const asked: string[] = [];
    page.on('request', (request) => {
      if (request.url().includes('/api/search')) asked.push(new URL(request.url()).search);
    });
    await page.clock.install();
    const session = await page.context().newCDPSession(page);
    await page.focus('#search-text');
    await session.send('Input.imeSetComposition', { text: 'ru', selectionStart: 2, selectionEnd: 2 });
    await page.clock.runFor(1000);
    expect(asked).toEqual([]);
    await session.send('Input.insertText', { text: 'rust' });
    await page.clock.runFor(1000);
    await expect.poll(() => titles(page)).toEqual(['One parser in Rust']);
    expect(asked).toEqual(['?q=rust']);
  });
});

describe('the history', () => {
  test('back undoes a filter, forward does it again', async () => {
    const { page } = await visit('?q=cloud');
    await page.click('.facet .chip:has-text("sql")');
    await expect.poll(() => titles(page)).toEqual(['The cloud bill in five queries']);
    await expect.poll(() => queryOf(page)).toBe('q=cloud&tag=sql');
    await page.goBack();
    await expect.poll(() => titles(page)).toHaveLength(3);
    await expect.poll(() => queryOf(page)).toBe('q=cloud');
    await page.goForward();
    await expect.poll(() => titles(page)).toEqual(['The cloud bill in five queries']);
  });

  test('back from a post shows what was searched', async () => {
    const { page } = await visit();
    await page.fill('#search-text', 'rust');
    await expect.poll(() => titles(page)).toEqual(['One parser in Rust']);
    await page.click('.hit-link');
    await page.waitForURL('**/2021/rust/');
    await page.goBack();
    await expect.poll(() => titles(page)).toEqual(['One parser in Rust']);
    await expect.poll(() => page.inputValue('#search-text')).toBe('rust');
  });
});

describe('filters', () => {
  test('a chip narrows, stays in focus, and lifts itself', async () => {
    const { page } = await visit();
    const chip = page.locator('.facet .chip:has-text("cloud")');
    await chip.focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => titles(page)).toHaveLength(3);
    expect(await chip.getAttribute('aria-current')).toBe('true');
    await expect.poll(() => focused(page)).toMatch(/^cloud/);
    await page.keyboard.press('Enter');
    await expect.poll(() => titles(page)).toHaveLength(6);
    await expect.poll(() => queryOf(page)).toBe('');
  });

  test('year, language and order are links of the page', async () => {
    const { page } = await visit();
    await page.click('.facet .bar:has-text("2021")');
    await expect.poll(() => titles(page)).toEqual(['Counting without counting', 'One parser in Rust']);
    await page.focus('.sort select');
    await page.selectOption('.sort select', 'date-asc');
    await expect.poll(() => titles(page)).toEqual(['One parser in Rust', 'Counting without counting']);
    await expect.poll(() => queryOf(page)).toBe('period=2021&sort=date-asc');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('sort');
    await page.click('.bar:has-text("March")');
    await expect.poll(() => titles(page)).toEqual(['One parser in Rust']);
    await expect.poll(() => queryOf(page)).toBe('period=2021-03&sort=date-asc');
    await page.click('.bar:has-text("2021")');
    await expect.poll(() => titles(page)).toHaveLength(6);
  });

  test('words typed but not yet answered are kept by a click', async () => {
    const { page } = await visit();
    await page.fill('#search-text', 'dask');
    await page.locator('.facet .chip:has-text("cloud")').dispatchEvent('click', { button: 0 });
    await expect.poll(() => queryOf(page)).toBe('q=dask&tag=cloud');
    await expect.poll(() => titles(page)).toEqual(['Dask or Spark']);
  });
});

describe('a facet with many values', () => {
  test('is searched as one types, and what is found narrows', async () => {
    const posts = [...Array(30).keys()].map((at) =>
      createPost({ id: `${at}.md`, title: `Post ${at}`, text: 'Words.', tags: [`tag ${at}`, 'common'] }),
    );
    const { page, complaints } = await visit('', { posts });
    await page.click('#more-tags summary');
    const chips = page.locator('#more-tags .chip bdi');
    expect(await chips.count()).toBeGreaterThan(10);
    await page.locator('#find-tags').pressSequentially('G 2');
    await expect
      .poll(() => chips.allTextContents())
      .toEqual(['tag 2', ...[...Array(10).keys()].map((at) => `tag 2${at}`)]);
    await chips.nth(3).click();
    await expect.poll(() => titles(page)).toEqual(['Post 22']);
    expect(complaints).toEqual([]);
  });

  test('offers no search where there is no script', async () => {
    const posts = [...Array(30).keys()].map((at) =>
      createPost({ id: `${at}.md`, title: `Post ${at}`, text: 'Words.', tags: [`tag ${at}`] }),
    );
    const { page } = await visit('', { posts, javaScriptEnabled: false });
    await page.click('#more-tags summary');
    expect(await page.locator('#more-tags .chip').first().isVisible()).toBe(true);
    expect(await page.locator('#find-tags').isVisible()).toBe(false);
  });
});

test('a picture that is not there leaves no frame', async () => {
  const { page } = await visit('', {
    posts: [createPost({ id: 'a.md', title: 'A', text: 'B', image: 'gone.png' })],
  });
  await expect.poll(() => titles(page)).toEqual(['A']);
  await expect.poll(() => page.locator('.hit img').count()).toBe(0);
});

describe('the keyboard', () => {
  test('/ goes to the box, arrows through the hits, Enter opens, Escape clears', async () => {
    const { page } = await visit('?q=spark');
    await page.keyboard.press('/');
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('search-text');
    await expect.poll(() => page.inputValue('#search-text')).toBe('spark');
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => focused(page)).toBe('Dask or Spark');
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => focused(page)).toBe('The cloud bill in five queries');
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => focused(page)).toBe('The cloud bill in five queries');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('search-text');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Escape');
    await expect.poll(() => titles(page)).toHaveLength(6);
    await expect.poll(() => page.inputValue('#search-text')).toBe('');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/2022/zeit/');
  });
});

describe('hostile strings', () => {
  const attack = '<img src=x onerror="document.title=1"><script>document.title=1</script>';
  const posts = [
    createPost({
      id: 'attack.md',
      url: 'javascript:document.title=1',
      title: `Attack ${attack}`,
      text: `Heading ${attack}\nAn attack in the text: ${attack} "'><svg onload=document.title=1>`,
      headings: [{ level: 2, text: `Heading ${attack}`, anchor: '"onmouseover="x', start: 0, end: 80 }],
      tags: [attack, 'x'],
      categories: [`"><b>${attack}`],
    }),
    ...samplePosts,
  ];

  test.each(['script', 'no script'])('are inert with %s', async (mode) => {
    const address = `?q=${encodeURIComponent(`attack "><script>${attack}`)}&tag=${encodeURIComponent(attack)}`;
    const { page, complaints } = await visit(address, { posts, javaScriptEnabled: mode === 'script' });
    if (mode === 'script') {
      await page.fill('#search-text', 'attack');
      await expect.poll(() => status(page)).toBe('1 post for “attack”');
      await expect.poll(() => page.title()).toBe('attack – Notes');
    }
    await expect.poll(() => page.locator('.hit-title').textContent()).toContain('<img src=x onerror=');
    await expect.poll(() => page.locator('.snippet').textContent()).toContain('<script>');
    expect(await page.locator('main img, main script, main svg, main b').count()).toBe(0);
    expect(await page.locator('a[href^="javascript" i], [onerror], [onload], [onmouseover]').count()).toBe(0);
    expect(complaints).toEqual([]);
  });
});

test('the policy that forbids inline script and style is never violated', async () => {
  const { page, complaints } = await visit('?q=spark');
  await page.fill('#search-text', 'cloud');
  await expect.poll(() => status(page)).toBe('3 posts for “cloud”');
  await page.click('.facet .chip:has-text("sql")');
  await expect.poll(() => titles(page)).toHaveLength(1);
  expect(complaints).toEqual([]);
  await page.evaluate(() => {
    document.body.setAttribute('style', 'color: red');
  });
  await expect.poll(() => complaints.length).toBe(1);
});
