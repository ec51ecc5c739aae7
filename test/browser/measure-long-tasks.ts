/**
 * `npx tsx test/browser/measure-long-tasks.ts <index folder> [questions]`: asks in a page whose processor is four times
 * slower than this one, and reports the tasks that would have kept it from answering its reader (over 50 ms).
 */
import { mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { createFileSource } from '../../src/index-store/file-source.js';
import { createPage } from '../../src/indexer/create-page.js';
import { openIndex } from '../../src/reader/open-index.js';
import { type LibraryWindow, openLibraryPage, writeLibraryPage } from './library-page.js';
import { openBrowser } from './open-browser.js';
import { createQuestions } from './random-questions.js';
import { serveFolder } from './serve-folder.js';

const [folder, count = '100'] = process.argv.slice(2);
if (folder === undefined) {
  console.error('usage: measure-long-tasks <index folder> [questions]');
  process.exit(1);
}

const slowdown = 4;

const openSlowPage = async (browser: Browser): Promise<Page> => {
  const page = await browser.newPage();
  await page.addInitScript(() => {
    const tasks: number[] = [];
    Object.assign(window, { tasks });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) tasks.push(Math.round(duration));
    }).observe({ type: 'longtask', buffered: true });
  });
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  return page;
};

const takeTasks = (page: Page): Promise<readonly number[]> =>
  page.evaluate(async () => {
    await new Promise((later) => setTimeout(later, 50));
    return (window as unknown as { tasks: number[] }).tasks.splice(0);
  });

const report = (what: string, tasks: readonly number[]): void => {
  const longest = tasks.toSorted((a, b) => b - a).slice(0, 12);
  console.log(`${what}: ${tasks.length} long tasks ${longest.join(' ')}`);
};

const site = await mkdtemp(join(tmpdir(), 'lookback-long-'));
for (const entry of await readdir(folder)) {
  if (entry !== 'index.html' && entry !== 'assets') await symlink(resolve(folder, entry), join(site, entry));
}
for (const { path, bytes } of await createPage('Posts')) {
  await mkdir(dirname(join(site, path)), { recursive: true });
  await writeFile(join(site, path), bytes);
}
await writeLibraryPage(site);

const questions = await createQuestions(folder, await openIndex(createFileSource(folder)), Number(count));
const texts = questions.flatMap((question) =>
  question.flatMap(([name, value]) => (name === 'q' ? [value] : [])),
);
const [browser, server] = [await openBrowser(), await serveFolder(site)];
try {
  const page = await openSlowPage(browser);
  for (const worker of [false, true]) {
    for (const facets of [[], ['tags', 'categories', 'years', 'languages'] as const]) {
      await openLibraryPage(page, server.url);
      await takeTasks(page);
      const how = `library${worker ? ' in a worker' : ''}${facets.length > 0 ? ', with facets' : ''}`;
      await page.evaluate(async (inWorker) => {
        const opened = await (window as unknown as LibraryWindow).openSearch({
          baseUrl: '.',
          worker: inWorker,
          languages: 'all',
        });
        Object.assign(window, { opened });
        await opened.preload();
      }, worker);
      report(`${how}: open`, await takeTasks(page));
      const found: [string, number][] = [];
      for (const text of texts) {
        await page.evaluate(
          async ([asked, counted]) => {
            const { opened } = window as unknown as {
              opened: Awaited<ReturnType<LibraryWindow['openSearch']>>;
            };
            await opened.search(asked, { facets: counted });
          },
          [text, [...facets]] as const,
        );
        for (const task of await takeTasks(page)) found.push([text, task]);
      }
      report(
        `${how}: ${texts.length} questions`,
        found.map(([, task]) => task),
      );
      for (const [text, task] of found.toSorted(([, a], [, b]) => b - a).slice(0, 5))
        console.log(`  ${task} ms: ${text}`);
    }
  }
  await page.goto(server.url);
  await page.waitForSelector('.hit');
  report('search page: first view', await takeTasks(page));
  const found: number[] = [];
  for (const text of texts.slice(0, 30)) {
    await page.fill('#search-text', text);
    await page.waitForFunction(
      (asked) => document.querySelector('#status')?.textContent?.includes(asked),
      text.trim(),
    );
    found.push(...(await takeTasks(page)));
  }
  report('search page: 30 questions', found);
} finally {
  await Promise.all([browser.close(), server.close(), rm(site, { recursive: true })]);
}
