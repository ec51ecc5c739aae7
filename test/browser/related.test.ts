/** Related posts in a page: the same as in a program, from scripts that no other question loads. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { loadConfig } from '../../src/config/index.js';
import { createFileSource } from '../../src/index-store/file-source.js';
import { buildIndex } from '../../src/indexer/index.js';
import { openIndex } from '../../src/reader/open-index.js';
import { type LibraryWindow, openLibraryPage, writeLibraryPage } from './library-page.js';
import { openBrowser } from './open-browser.js';
import { type FolderServer, serveFolder } from './serve-folder.js';

const posts = {
  'bread.md': '---\ntitle: Bread\nlang: en\ntags: [baking]\n---\nSourdough, see [oven](/oven/).\n',
  'oven.md': '---\ntitle: Oven\nlang: en\ntags: [baking]\n---\nA hot oven for sourdough.\n',
  'tea.md': '---\ntitle: Tea\nlang: en\n---\nGreen leaves.\n',
};

let browser: Browser;
let site: FolderServer;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lookback-related-'));
  const source = await mkdtemp(join(tmpdir(), 'lookback-related-posts-'));
  for (const [name, text] of Object.entries(posts)) await writeFile(join(source, name), text);
  const flags = { posts: source, index: join(folder, 'search'), urlTemplate: '/:slug/' };
  await buildIndex(await loadConfig({ folder: source, flags }));
  await rm(source, { recursive: true });
  await writeLibraryPage(folder);
  [browser, site] = await Promise.all([openBrowser(), serveFolder(folder)]);
});
afterAll(async () => {
  await Promise.all([browser.close(), site.close()]);
  await rm(folder, { recursive: true });
});

test.each([false, true])(
  'are those of a program, with a script of their own; in a worker: %s',
  async (worker) => {
    const context = await browser.newContext();
    onTestFinished(() => context.close());
    const page = await context.newPage();
    await openLibraryPage(page, site.url);
    site.requests.length = 0;
    const scripts = () => site.requests.filter((path) => path.includes('lookback-related-posts-'));
    const found = await page.evaluate(async (inWorker) => {
      const { openSearch } = window as unknown as LibraryWindow;
      const search = await openSearch({ baseUrl: 'search/', worker: inWorker });
      await search.search('sourdough');
      const before = performance
        .getEntriesByType('resource')
        .filter(({ name }) => name.includes('related-posts')).length;
      const lists = [];
      for (const id of ['bread.md', 'oven.md', 'tea.md', 'none'])
        lists.push((await search.related(id)) ?? null);
      const refused = await search.related('tea.md', { limit: 21 }).catch((error) => error.code);
      return { before, lists, refused };
    }, worker);
    const engine = await openIndex(createFileSource(join(folder, 'search')));
    const expected = [];
    for (const id of ['bread.md', 'oven.md', 'tea.md', 'none'])
      expected.push((await engine.related(id, undefined)) ?? null);
    expect(expected.map((list) => list?.length)).toEqual([1, 1, 0, undefined]);
    expect(found).toEqual({ before: 0, lists: expected, refused: 'parameter-invalid' });
    expect(scripts()).toHaveLength(1);
  },
);
