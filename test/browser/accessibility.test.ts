import axe from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { interfaceLanguages } from '../../src/domain/interface-languages.js';
import type { SearchEngine, Snippet, Suggestion } from '../../src/domain/search.js';
import { createPost, createSampleEngine, samplePosts } from '../server/sample-engine.js';
import { serve } from '../server/serve.js';
import { openBrowser } from './open-browser.js';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const further: Snippet = {
  segments: [
    { text: 'Another place of the ', highlighted: false },
    { text: 'cloud', highlighted: true },
  ],
  before: true,
  after: true,
  heading: { text: 'The bill', anchor: 'the-bill' },
};

const suggestions: readonly Suggestion[] = [
  {
    kind: 'title',
    segments: [{ text: 'The cloud bill', highlighted: false }],
    text: 'cloud bill',
    url: '/b/',
  },
  { kind: 'heading', segments: [{ text: 'Clouds', highlighted: true }], text: 'clouds', url: '/b/#c' },
  { kind: 'tag', segments: [{ text: 'cloud', highlighted: true }], text: 'tag:cloud' },
];

/** Answers of the engine that have all that a hit can have, and values of all kinds. */
const createFullEngine = async (): Promise<SearchEngine> => {
  const posts = [...Array(14).keys()].map((at) =>
    createPost({
      id: `${at}.md`,
      title: `Cloud ${at}`,
      text: 'About a cloud, at length.',
      tags: [`tag ${at}`, 'cloud'],
      categories: ['lang', 'lang/rust'],
      authors: ['Ada', `Author ${at}`],
      image: 'cover.png',
      date: { day: '2020-02-03', timestamp: 1_580_731_200 },
    }),
  );
  const engine = await createSampleEngine([...posts, ...samplePosts]);
  const ask: SearchEngine['ask'] = async (query, options) => {
    const { total, hits, facets, understood } = await engine.ask(query, options);
    return {
      total,
      facets: query.facets.includes('months')
        ? { ...facets, months: [{ value: '2020-02', count: 14 }] }
        : facets,
      understood,
      hits: hits.map((hit) => ({
        ...hit,
        snippets: [hit.snippets[0], further],
        translations: [{ language: 'cs', url: '/cs/', title: 'Mrak' }],
      })),
    };
  };
  return { ...engine, documentCount: engine.documentCount, languages: engine.languages, ask };
};

/** What keeps people out, by the rules of axe: the rule, and the first place that breaks it. */
const findBarriers = async (page: Page): Promise<readonly string[]> => {
  await page.evaluate(axe.source);
  // On a desktop what is folded is shown, which axe does not see; unfolded it looks the same.
  if (!(await page.locator('.facets > summary').first().isVisible()))
    await page.evaluate(() => document.querySelector('.facets')?.setAttribute('open', ''));
  const violations = await page.evaluate(async () => {
    const { axe: checker } = window as unknown as { readonly axe: typeof axe };
    return (await checker.run(document)).violations;
  });
  return violations.map(
    ({ id, help, nodes }) => `${id}: ${help}: ${nodes[0]?.html} ${nodes[0]?.failureSummary}`,
  );
};

const visit = async (address: string, options: BrowserContextOptions): Promise<Page> => {
  const { url } = await serve({ engine: await createFullEngine(), title: 'Notes', homeUrl: '/' });
  const context = await browser.newContext({ reducedMotion: 'reduce', ...options });
  onTestFinished(() => context.close());
  const page = await context.newPage();
  await page.route('**/api/suggest?*', (route) => route.fulfill({ json: { suggestions } }));
  await page.route('**/cover.png', (route) =>
    route.fulfill({ contentType: 'image/svg+xml', body: '<svg xmlns="http://www.w3.org/2000/svg"/>' }),
  );
  await page.goto(url + address);
  await expect.poll(() => page.locator('#keys').getAttribute('hidden')).toBeNull();
  return page;
};

const box = '#search-text';

const type = async (page: Page, text: string): Promise<void> => {
  await page.focus(box);
  await expect.poll(() => page.getAttribute(box, 'role')).toBe('combobox');
  await page.keyboard.type(text);
};

/** How the page comes to look so, and what shows that it does. */
const states: readonly (readonly [name: string, show: (options: BrowserContextOptions) => Promise<Page>])[] =
  [
    ['every post', (options) => visit('', options)],
    [
      'results under filters, the years and months and further values unfolded',
      async (options) => {
        const page = await visit('?q=cloud&period=2020&lang=en&category=lang', options);
        if (options.isMobile) await page.tap('.facets > summary');
        await page.click('#more-tags summary');
        expect(await page.locator('.bars .bars .bar').count()).toBe(1);
        expect(await page.locator('.further').count()).toBe(10);
        await page.hover('.facet .chip');
        return page;
      },
    ],
    [
      'suggestions open, one of them chosen',
      async (options) => {
        const page = await visit('', options);
        await type(page, 'ta');
        await expect.poll(() => page.locator('.completion').count()).toBe(4);
        await page.keyboard.press('ArrowDown');
        return page;
      },
    ],
    [
      'the help open',
      async (options) => {
        const page = await visit('?q=cloud', options);
        await page.click('.help summary');
        return page;
      },
    ],
    ['nothing found', (options) => visit('?q=zebra&tag=cloud', options)],
    [
      'a likelier question',
      async (options) => {
        const page = await visit('', options);
        await page.route('**/api/search?*', async (route) => {
          const response = await route.fetch();
          const understood = { text: 'clod zebra', dropped: ['zebra'], didYouMean: 'cloud' };
          await route.fulfill({ response, json: { ...(await response.json()), understood } });
        });
        await page.fill(box, 'cloud');
        await expect.poll(() => page.locator('#notes a').count()).toBe(1);
        return page;
      },
    ],
    ['something wrong with the question', (options) => visit('?q=x&limit=many', options)],
    [
      'nobody who answers',
      async (options) => {
        const page = await visit('', options);
        await page.route('**/api/**', (route) => route.abort());
        await page.fill(box, 'cloud');
        await expect.poll(() => page.locator('[data-retry]').count()).toBe(1);
        return page;
      },
    ],
    ['the last page', (options) => visit('?q=cloud&offset=10', options)],
  ];

const phone = { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true };
const desktop = { viewport: { width: 1180, height: 860 } };
const looks: readonly (readonly [name: string, options: BrowserContextOptions])[] = [
  ['desktop, light', { ...desktop, colorScheme: 'light' }],
  ['desktop, dark', { ...desktop, colorScheme: 'dark' }],
  ['phone, light', { ...phone, colorScheme: 'light' }],
  ['phone, dark', { ...phone, colorScheme: 'dark' }],
];

describe.each(looks)('on a %s', (_, options) => {
  test.each(states)('nothing keeps people out of %s', { timeout: 60_000 }, async (_state, show) => {
    const page = await show(options);
    expect(await findBarriers(page)).toEqual([]);
    if (options.isMobile) expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  });

  test.each(interfaceLanguages)('nor where it speaks %s', { timeout: 60_000 }, async (locale) => {
    const page = await visit('?q=cloud&period=2020', { ...options, locale });
    expect(await page.getAttribute('html', 'lang')).toBe(locale);
    expect(await findBarriers(page)).toEqual([]);
    if (options.isMobile) expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  });
});

test('a barrier is found', async () => {
  const page = await visit('', desktop);
  await page.evaluate(() => {
    document.documentElement.removeAttribute('lang');
    document.querySelector('#status')?.setAttribute('role', 'listbox');
    for (const chip of document.querySelectorAll<HTMLElement>('.chip')) chip.style.color = '#ccc';
  });
  const found = (await findBarriers(page)).join();
  for (const rule of ['html-has-lang', 'color-contrast', 'aria-required-children'])
    expect(found).toContain(rule);
});
