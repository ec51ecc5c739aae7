import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import type { OpenSearchOptions } from '../../src/browser/index.js';
import { loadConfig } from '../../src/config/index.js';
import type { SearchResult } from '../../src/domain/search.js';
import { createFileSource } from '../../src/index-store/file-source.js';
import { buildIndex } from '../../src/indexer/index.js';
import { openIndex } from '../../src/reader/open-index.js';
import { serve } from '../server/serve.js';
import { type LibraryWindow, openLibraryPage, writeLibraryPage } from './library-page.js';
import { openBrowser } from './open-browser.js';
import { type FolderServer, serveFolder } from './serve-folder.js';

let browser: Browser;
let site: FolderServer;
beforeAll(async () => {
  // The page is asked for in a folder below the root, as on a real site.
  const folder = await mkdtemp(join(tmpdir(), 'lookback-site-'));
  const flags = {
    posts: resolve(import.meta.dirname, '../../posts'),
    index: join(folder, 'search'),
    page: true,
    minisearch: false,
    title: 'Notes',
  };
  await buildIndex(await loadConfig({ folder, flags }));
  await writeLibraryPage(folder);
  [browser, site] = await Promise.all([openBrowser(), serveFolder(folder)]);
});
afterAll(() => Promise.all([browser.close(), site.close()]));

const visit = async (address = 'search/'): Promise<{ page: Page; complaints: string[] }> => {
  const context = await browser.newContext();
  onTestFinished(() => context.close());
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    if (message.type() !== 'log') complaints.push(message.text());
  });
  site.requests.length = 0;
  await page.goto(site.url + address);
  return { page, complaints };
};

const titles = (page: Page) => page.locator('.hit-title').allTextContents();
const problems = (page: Page) => page.locator('#problems').textContent();
const status = (page: Page) => page.locator('#status').textContent();

describe('a page on a server of files', () => {
  test('shows the newest posts and answers as one types, under a strict policy and without an API', async () => {
    const { page, complaints } = await visit();
    await expect.poll(() => titles(page)).toHaveLength(10);
    expect(await page.locator('.facet .chip').count()).toBeGreaterThan(10);
    await page.locator('#search-text').pressSequentially('dask');
    await expect.poll(() => status(page)).toMatch(/^\d+ posts? for “dask”$/);
    expect((await titles(page))[0]).toMatch(/dask/i);
    expect(new URL(page.url()).search).toBe('?q=dask');
    await expect.poll(() => page.title()).toBe('dask – Notes');
    expect(complaints).toEqual([]);
    expect(site.requests.filter((path) => path.includes('api') || !path.startsWith('search/'))).toEqual([]);
    // What is preloaded is used, and the manifest is in it.
    expect(site.requests.filter((path) => path === 'search/lookback.js')).toHaveLength(1);
    expect(site.requests.filter((path) => path.endsWith('manifest.json'))).toEqual([]);
  });

  test('honours the parameters of its address', async () => {
    const { page } = await visit('search/index.html?q=data&sort=date-asc&limit=3&offset=3');
    await expect.poll(() => titles(page)).toHaveLength(3);
    await expect.poll(() => page.inputValue('#search-text')).toBe('data');
    await expect.poll(() => page.locator('.pagination [aria-current=page]').textContent()).toBe('2');
  });

  test('shows what the page of `lookback serve` shows', async () => {
    const engine = await openIndex(createFileSource(join(site.folder, 'search')));
    const { url } = await serve({ engine, title: 'Notes' });
    const { page } = await visit('search/?q=data');
    await expect.poll(() => titles(page)).toHaveLength(10);
    const here = await page.locator('#results').innerHTML();
    await page.goto(`${url}?q=data`);
    expect(await page.locator('#results').innerHTML()).toBe(here);
  });

  test('says when the files cannot be had, and answers once they can', async () => {
    const { page } = await visit();
    await expect.poll(() => titles(page)).toHaveLength(10);
    await page.context().setOffline(true);
    await page.fill('#search-text', 'storage');
    await expect.poll(() => problems(page)).toMatch(/no connection/);
    expect(await titles(page)).toEqual([]);
    await page.context().setOffline(false);
    await expect.poll(() => status(page)).toMatch(/for “storage”$/);
  });

  test('a page that comes before its index answers once it is there', async () => {
    site.fault = (path, response) => {
      if (/^search\/[a-z]{2}\//.test(path)) response.writeHead(503).end();
    };
    onTestFinished(() => {
      site.fault = undefined;
    });
    const { page } = await visit('search/?q=dask');
    await expect.poll(() => problems(page)).toMatch(/does not answer/);
    site.fault = undefined;
    await page.click('text=Try again');
    await expect.poll(() => titles(page).then(({ length }) => length)).toBeGreaterThan(0);
  });
});

describe('the library of an index', () => {
  /** What the `lookback.js` of the index answers, asked without an address. */
  const askOwn = (page: Page, options: OpenSearchOptions = {}) =>
    page.evaluate<SearchResult>(`(async () => {
      const { openSearch } = await import('/search/lookback.js');
      const search = await openSearch(${JSON.stringify(options)});
      return search.search('spark dask', { facets: ['tags'] });
    })()`);

  test('answers for its own folder as any other, in the page and in a worker, and waits for no manifest', async () => {
    const { page, complaints } = await visit('library.html');
    await openLibraryPage(page, site.url);
    const expected = await page.evaluate(async () => {
      const { openSearch } = window as unknown as LibraryWindow;
      return (await openSearch({ baseUrl: 'search' })).search('spark dask', { facets: ['tags'] });
    });
    expect(expected.hits.length).toBeGreaterThan(0);
    site.requests.length = 0;
    expect(await askOwn(page)).toEqual(expected);
    expect(site.requests).toContain('search/lookback.js');
    expect(await askOwn(page, { worker: true })).toEqual(expected);
    expect(site.requests.filter((path) => /-worker-|manifest/.test(path))).toEqual([
      expect.stringMatching(/^search\/assets\/lookback-open-in-worker-[0-9a-z]{8}\.js$/),
      expect.stringMatching(/^search\/assets\/lookback-worker-[0-9a-z]{8}\.js$/),
    ]);
    expect(complaints).toEqual([]);
  });

  test('that is older than its index goes on with the manifest that is there', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'lookback-site-'));
    await writeFile(join(folder, 'a.md'), '---\ntitle: Spark\nlang: en\n---\nSpark and dask.\n');
    const flags = { posts: folder, index: join(folder, 'search'), page: true, generator: 'plain' };
    await buildIndex(await loadConfig({ folder, flags }));
    await writeLibraryPage(folder);
    const { page } = await visit('library.html');
    const old = await readFile(join(site.folder, 'search/lookback.js'));
    const { folder: before } = site;
    onTestFinished(() => void Object.assign(site, { folder: before, fault: undefined }));
    site.folder = folder;
    site.fault = (path, response) => {
      if (path === 'search/lookback.js') response.end(old);
    };
    const { hits } = await askOwn(page);
    expect(hits.map(({ id }) => id)).toEqual(['a.md']);
    expect(site.requests.filter((path) => path.endsWith('manifest.json'))).toHaveLength(1);
  });
});

test('a page of files speaks the language of most posts, or the one that it is set to', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'lookback-language-'));
  const post = (title: string, text: string) => `---\ntitle: ${title}\n---\n\n${text}\n`;
  await mkdir(join(folder, 'posts'));
  const german = 'Im Herbst gibt es eine Stunde zweimal, und niemand weiß, welche davon gemeint war.';
  await writeFile(join(folder, 'posts', 'a.md'), post('Die Stunde', german));
  await writeFile(
    join(folder, 'posts', 'b.md'),
    post('Das Jahr', `${german} Auch das Jahr ist nicht immer gleich lang.`),
  );
  await writeFile(
    join(folder, 'posts', 'c.md'),
    post('The hour', 'In autumn there is an hour that comes twice, and nobody knows which was meant.'),
  );
  const pageOf = async (flags: Record<string, string>): Promise<string> => {
    await buildIndex(
      await loadConfig({
        folder,
        flags: { posts: join(folder, 'posts'), index: join(folder, 'index'), page: true, ...flags },
      }),
    );
    return readFile(join(folder, 'index', 'index.html'), 'utf8');
  };
  const page = await pageOf({ baseUrl: 'https://blog.example' });
  expect(page).toContain('<html lang="de" dir="ltr">');
  expect(page).toContain('<a class="home" href="https://blog.example">Startseite</a>');
  const other = await pageOf({ interfaceLanguage: 'ja', homeUrl: '/blog/', stylesheet: '/theme.css' });
  expect(other).toContain('<html lang="ja" dir="ltr">');
  expect(other).toContain('<a class="home" href="/blog/">ホーム</a>');
  expect(other).toContain('href="/theme.css"');
  await rm(folder, { recursive: true });
});

describe('the library, in a worker', () => {
  test('gives the same answers and errors', async () => {
    const { page, complaints } = await visit();
    await openLibraryPage(page, site.url);
    const answers = await page.evaluate(async () => {
      const { openSearch } = window as unknown as LibraryWindow;
      const failure = (error: unknown) =>
        error instanceof Error ? { ...error, name: error.name, message: error.message } : error;
      const ask = async (worker: boolean) => {
        const search = await openSearch({ baseUrl: 'search', worker });
        await search.preload();
        return {
          found: await search.search('spark dask', { facets: ['tags'] }),
          all: await search.search('spark dask', { languages: 'all' }),
          tags: await search.tags(),
          suggested: await search.suggest('spa'),
          invalid: await search.search('x', { limit: -1 }).catch(failure),
          aborted: await search
            .search('x', { signal: AbortSignal.abort('enough') })
            .catch((reason) => reason),
        };
      };
      return [await ask(true), await ask(false)] as const;
    });
    const { found, all, suggested, invalid, aborted } = answers[0];
    expect(found.hits.map(({ language }) => language)).toContain('en');
    expect(found.hits.filter(({ language }) => language !== 'en')).toEqual([]);
    expect(all.total).toBeGreaterThanOrEqual(found.total);
    expect(suggested.map(({ text }) => text)).toContain('tag:spark');
    expect(invalid).toMatchObject({ name: 'LookbackError', code: 'parameter-invalid' });
    expect(aborted).toBe('enough');
    expect(answers[0]).toEqual(answers[1]);
    expect(complaints).toEqual([]);
  });
});
