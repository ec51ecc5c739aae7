import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { createPost, createSampleEngine, samplePosts } from '../server/sample-engine.js';
import { serve } from '../server/serve.js';
import { findFaintText } from './contrast.js';
import { openBrowser } from './open-browser.js';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

/** Words without a place to break, and more filters than fit in a row. */
const wide = createPost({
  id: 'wide.md',
  title: `cloud${'Wide'.repeat(60)}`,
  text: `cloud ${'unbroken'.repeat(80)} https://example.org/${'path/'.repeat(60)}`,
  tags: ['w'.repeat(120), ...[...Array(20).keys()].map((index) => `tag-${index}`)],
});

const visit = async (address: string, options: BrowserContextOptions): Promise<Page> => {
  const engine = await createSampleEngine([wide, ...samplePosts]);
  const { url } = await serve({ engine, title: 'Notes' });
  const context = await browser.newContext(options);
  onTestFinished(() => context.close());
  const page = await context.newPage();
  await page.goto(`${url}${address}`);
  return page;
};

const backgroundOf = (page: Page) =>
  page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);

describe('colours', () => {
  test('are those the reader prefers', async () => {
    const light = await backgroundOf(await visit('', { colorScheme: 'light' }));
    const dark = await backgroundOf(await visit('', { colorScheme: 'dark' }));
    const brightness = (color: string) => Math.max(...(color.match(/\d+/g) ?? []).map(Number));
    expect(brightness(light)).toBeGreaterThan(240);
    expect(brightness(dark)).toBeLessThan(40);
  });

  test.each(['light', 'dark'] as const)('can be told apart, in %s', async (colorScheme) => {
    for (const address of [
      '?q=cloud&tag=cloud&category=blog',
      '?q=nothing&tag=x',
      '?limit=x',
      '?limit=2&offset=2',
    ]) {
      const page = await visit(address, { colorScheme });
      expect(await findFaintText(page)).toEqual([]);
    }
    const page = await visit('', { colorScheme });
    await page.click('.help summary');
    await page.focus('#search-text');
    await expect.poll(() => page.getAttribute('#search-text', 'role')).toBe('combobox');
    await page.keyboard.type('tag:');
    await expect.poll(() => page.locator('.completion').count()).toBe(8);
    await page.keyboard.press('ArrowDown');
    expect(await findFaintText(page)).toEqual([]);
  });

  test('are those of the site where it sets them', async () => {
    const page = await visit('?q=cloud', {});
    await page.evaluate(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(':root { --lookback-accent: rgb(0 0 200); --lookback-ground: rgb(250 250 255) }');
      document.adoptedStyleSheets = [sheet];
    });
    expect(await backgroundOf(page)).toBe('rgb(250, 250, 255)');
    const button = page.locator('#search-form button');
    expect(await button.evaluate((element) => getComputedStyle(element).backgroundColor)).toBe(
      'rgb(0, 0, 200)',
    );
  });

  test('text that cannot be told apart is found', async () => {
    const page = await visit('', {});
    await page.evaluate(() => {
      const { style } = document.querySelector<HTMLElement>('#status') ?? document.body;
      style.color = 'rgb(200 200 200)';
    });
    expect(await findFaintText(page)).toHaveLength(1);
  });
});

describe('on a phone', () => {
  const phone = { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true };

  test.each([
    '',
    '?q=cloud',
    `?q=${'x'.repeat(100)}`,
    `?tag=${'w'.repeat(120)}&tag=tag-1`,
    '?limit=2&offset=2',
    '?limit=x',
  ])('nothing is wider than the screen: %s', async (address) => {
    const page = await visit(address, phone);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  });

  test('what fingers must hit is 44 px high, and tags in a line 24', async () => {
    const page = await visit('?q=cloud&limit=2&tag=cloud&tag=cloud&category=blog', phone);
    const small = await page.evaluate(() => {
      const lowest = (selector: string) =>
        Math.min(
          ...[...document.querySelectorAll(selector)].map(
            (element) => element.getBoundingClientRect().height,
          ),
        );
      return [
        lowest('#search-text, button, .help summary, .facets > summary, .sort select, .pagination a'),
        lowest('.active-filters .chip'),
        lowest('.hit-tags a'),
      ];
    });
    expect(Math.min(small[0] ?? 0, small[1] ?? 0)).toBeGreaterThanOrEqual(44);
    expect(small[2]).toBeGreaterThanOrEqual(24);
    await page.tap('.facets > summary');
    const values = await page.evaluate(() =>
      [...document.querySelectorAll('.facet .chip, .bar, .facet summary')]
        .filter((element) => element.checkVisibility())
        .map((element) => element.getBoundingClientRect().height),
    );
    expect(values.length).toBeGreaterThan(5);
    expect(Math.min(...values)).toBeGreaterThanOrEqual(44);
  });

  test('completions are as wide as the box and high enough for a finger', async () => {
    const page = await visit('', phone);
    await page.tap('#search-text');
    await expect.poll(() => page.getAttribute('#search-text', 'role')).toBe('combobox');
    await page.keyboard.type('tag:');
    await expect.poll(() => page.locator('.completion').count()).toBe(8);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    const heights = await page.evaluate(() =>
      [...document.querySelectorAll('.completion')].map((option) => option.getBoundingClientRect().height),
    );
    expect(Math.min(...heights)).toBeGreaterThanOrEqual(44);
  });

  test('the filters are folded above the hits, one tap away', async () => {
    const page = await visit('?tag=cloud&lang=en', phone);
    const summary = page.locator('.facets > summary');
    expect(await summary.textContent()).toBe('Filters (2)');
    expect(await page.locator('.facet .chip').first().isVisible()).toBe(false);
    const top = async (selector: string) => (await page.locator(selector).first().boundingBox())?.y ?? 0;
    expect(await top('.facets > summary')).toBeLessThan(await top('.hit'));
    expect(await top('.hit')).toBeLessThan(740);
    await summary.tap();
    expect(await page.locator('.facet .chip').first().isVisible()).toBe(true);
    // They stay open as the answer changes.
    await page.locator('.facet .chip').first().tap();
    await expect.poll(() => summary.textContent()).toBe('Filters (1)');
    expect(await page.locator('.facet .chip').first().isVisible()).toBe(true);
  });
});

test('beside the hits, where there is room, the filters are open with and without script', async () => {
  for (const javaScriptEnabled of [true, false]) {
    const page = await visit('?tag=cloud', { javaScriptEnabled });
    expect(await page.locator('.facets > summary').isVisible()).toBe(false);
    expect(await page.locator('.facet .chip').first().isVisible()).toBe(true);
    const facets = await page.locator('.narrowing').boundingBox();
    const hits = await page.locator('.hits').boundingBox();
    expect((facets?.x ?? 0) + (facets?.width ?? 0)).toBeLessThan(hits?.x ?? 0);
  }
});

test('where the keyboard is can be seen', async () => {
  const page = await visit('?q=cloud', {});
  for (const selector of ['#search-text', '.help summary', '.hit-link', '.chip', '.bar', '.sort select']) {
    await page.keyboard.press('Tab');
    await page.locator(selector).first().focus();
    const outline = await page.evaluate(() => {
      const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement ?? document.body);
      return `${outlineStyle} ${outlineWidth}`;
    });
    expect(outline).toBe('solid 2px');
  }
});

test('nothing moves for who asked for that', async () => {
  const page = await visit('', { reducedMotion: 'reduce' });
  await page.evaluate(() => document.querySelector('#results')?.setAttribute('aria-busy', 'true'));
  const duration = await page.evaluate(() => {
    const results = document.querySelector('#results');
    return results && getComputedStyle(results).transitionDuration;
  });
  expect(duration).toBe('0s');
});
