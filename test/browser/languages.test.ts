/** Which files of languages a page loads. */
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { languageModules } from '../../src/analysis/languages/known-languages.js';
import { loadConfig } from '../../src/config/index.js';
import { buildIndex } from '../../src/indexer/index.js';
import { type LibraryWindow, openLibraryPage, writeLibraryPage } from './library-page.js';
import { openBrowser } from './open-browser.js';
import { type FolderServer, serveFolder } from './serve-folder.js';

const posts = {
  'suche.md': '---\ntitle: Die Veröffentlichung\nlanguage: de\n---\nWir haben die Suche verbessert.\n',
  'search.md': '---\ntitle: The release\nlanguage: en\n---\nWe made the search better.\n',
  'szukaj.md': '---\ntitle: Wydanie\nlanguage: pl\n---\nWyszukiwanie jest lepsze.\n',
};

let browser: Browser;
let site: FolderServer;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lookback-languages-'));
  const source = await mkdtemp(join(tmpdir(), 'lookback-languages-posts-'));
  for (const [name, text] of Object.entries(posts)) await writeFile(join(source, name), text);
  const flags = { posts: source, index: join(folder, 'search'), page: true, urlTemplate: '/:slug/' };
  const { languages } = await buildIndex(await loadConfig({ folder: source, flags }));
  expect(languages.map(({ language }) => language)).toEqual(['de', 'en', 'pl']);
  await rm(source, { recursive: true });
  await writeLibraryPage(folder, 'de');
  [browser, site] = await Promise.all([openBrowser(), serveFolder(folder)]);
});
afterAll(async () => {
  await Promise.all([browser.close(), site.close()]);
  await rm(folder, { recursive: true });
});

/** Names of the languages whose files were asked for. */
const loaded = () =>
  site.requests
    .flatMap((path) => /lookback-(?<name>[a-z]+)-[0-9a-z]{8}\.js$/.exec(path)?.groups?.name ?? [])
    .filter((name) => languageModules.has(name));

const openPage = async (): Promise<{ page: Page; complaints: string[] }> => {
  const context = await browser.newContext();
  onTestFinished(() => context.close());
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => complaints.push(message.text()));
  site.requests.length = 0;
  return { page, complaints };
};

test.each([false, true])(
  'a page in German loads that of German and no other; in a worker: %s',
  async (worker) => {
    const { page, complaints } = await openPage();
    await openLibraryPage(page, site.url);
    expect(loaded()).toEqual([]);
    const total = await page.evaluate(async (inWorker) => {
      const { openSearch } = window as unknown as LibraryWindow;
      const search = await openSearch({ baseUrl: 'search', worker: inWorker });
      return (await search.search('Suche')).total;
    }, worker);
    expect(total).toBe(1);
    expect(loaded()).toEqual(['german']);
    expect(complaints).toEqual([]);
  },
);

test('the search page comes with those of its posts, and loads them', async () => {
  const files = await readdir(join(folder, 'search/assets'));
  const modules = files.map((name) => /^lookback-([a-z]+)-/.exec(name)?.[1] ?? '');
  // Of the two, one is in the library.
  expect(modules.filter((name) => languageModules.has(name))).toEqual(['english']);
  const library = await readFile(join(folder, 'search/lookback.js'), 'utf8');
  expect(library).toContain('lookbackManifest');
  const { page, complaints } = await openPage();
  await page.goto(`${site.url}search/?q=search`);
  await expect.poll(() => page.locator('.hit-title').allTextContents()).toEqual(['The release']);
  expect(loaded()).toEqual(['english']);
  expect(complaints).toEqual([]);
});
