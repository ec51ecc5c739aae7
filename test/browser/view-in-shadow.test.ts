import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { renderPage } from '../../src/page/render-page.js';
import { english } from '../../src/page/wording/english.js';
import { openBrowser } from './open-browser.js';
import { type FolderServer, serveFolder } from './serve-folder.js';

const assets = { script: 'assets/search-page.js', style: 'assets/search-page.css' };

const root = resolve(import.meta.dirname, '../..');

let browser: Browser;
let site: FolderServer;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lookback-shadow-'));
  await cp(join(root, 'index'), join(folder, 'index'), { recursive: true });
  [browser, site] = await Promise.all([openBrowser(), serveFolder(folder)]);
});
afterAll(async () => {
  await Promise.all([browser.close(), site.close()]);
  await rm(folder, { recursive: true });
});

/** Two views in shadows of one page, over one index, without an address. */
const writePage = async (): Promise<void> => {
  const [, body = ''] =
    /<body>(.*)<\/body>/s.exec(
      renderPage({ wording: english, title: 'Notes', text: '', problems: [], assets }),
    ) ?? [];
  const contents = `
    import { openSearch } from './src/browser/index.js';
    import { startSearchPage } from './src/page/client/start-search-page.js';
    const search = await openSearch({ baseUrl: 'index' });
    const address = { read: () => new URLSearchParams(), show() {}, onMove() {} };
    for (const id of ['one', 'two']) {
      const root = document.getElementById(id).attachShadow({ mode: 'open' });
      root.innerHTML = ${JSON.stringify(body)};
      startSearchPage({ root, address, engine: { ask: search.ask, suggest: async () => [] } });
    }`;
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: root, loader: 'ts' },
    bundle: true,
    write: false,
    format: 'esm',
  });
  await writeFile(join(folder, 'views.js'), outputFiles[0]?.text ?? '');
  await writeFile(
    join(folder, 'views.html'),
    '<!doctype html><html lang="en"><title>A site</title><input id="search-text" value="of the site"><div id="one"></div><div id="two"></div><script type="module" src="views.js"></script></html>',
  );
};

test('views in shadows answer each for itself, and leave the page as it is', async () => {
  await writePage();
  const page = await browser.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  await page.goto(`${site.url}views.html?q=spark#here`);
  const titles = (view: string) => page.locator(`#${view} .hit-title`).allTextContents();
  const focused = () =>
    page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.closest('.hit') !== null);
  await expect.poll(() => titles('one'), { timeout: 5_000 }).toHaveLength(10);
  await expect.poll(() => titles('two'), { timeout: 5_000 }).toHaveLength(10);
  const newest = await titles('two');
  await page.locator('#one #search-text').pressSequentially('dask');
  await expect.poll(async () => (await titles('one'))[0], { timeout: 5_000 }).toMatch(/dask/i);
  expect(await titles('two')).toEqual(newest);
  await page.keyboard.press('ArrowDown');
  expect(await focused()).toBe(true);
  // Without the style of the page they are folded.
  await page.locator('#two .facets > summary').click();
  const chip = page.locator('#two .facet .chip').first();
  await chip.click();
  await expect
    .poll(() => page.locator('#two .facet .chip[aria-current]').count(), { timeout: 5_000 })
    .toBe(1);
  expect(await page.locator('#one .facet .chip[aria-current]').count()).toBe(0);
  // The keyboard stays on the chip, which is a new one.
  expect(
    await page.evaluate(() => document.querySelector('#two')?.shadowRoot?.activeElement?.className),
  ).toContain('chip');
  expect([page.url(), await page.title()]).toEqual([`${site.url}views.html?q=spark#here`, 'A site']);
  expect(await page.inputValue('body > #search-text')).toBe('of the site');
  expect(complaints).toEqual([]);
  await page.close();
});
