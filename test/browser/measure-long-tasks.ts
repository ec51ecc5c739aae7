/**
 * `npx tsx test/browser/measure-long-tasks.ts <index folder> [questions]`: types questions into the search page over an
 * index, and asks them of the library, and reports the longest tasks of the page's main thread. A task is long if it takes
 * 50 ms on a processor four times slower than this one. Counted is the processor's time, not that of the clock: what else
 * the machine does changes nothing.
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
const longTask = 50;

/** The part of Chromium's trace format that is read here; times in microseconds, `tdur` that of the processor. */
interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly args: { readonly name?: string };
}

interface Task {
  /** Milliseconds of the slower processor. */
  readonly milliseconds: number;
  /** The most that was done in it. */
  readonly parts: string;
}

const toSlow = (event: TraceEvent): number => ((event.tdur ?? 0) * slowdown) / 1_000;

const findTasks = (events: readonly TraceEvent[]): readonly Task[] => {
  // A page that goes to another site gets another process.
  const mains = new Set(
    events.flatMap(({ name, args, pid, tid }) =>
      name === 'thread_name' && args.name === 'CrRendererMain' ? [`${pid} ${tid}`] : [],
    ),
  );
  const own = events.filter(({ ph, pid, tid }) => ph === 'X' && mains.has(`${pid} ${tid}`));
  return own
    .filter(({ name }) => name.endsWith('RunTask'))
    .toSorted((a, b) => toSlow(b) - toSlow(a))
    .slice(0, 200)
    .map((task) => {
      const inside = own.filter(
        ({ name, pid, ts, dur = 0 }) =>
          !name.endsWith('RunTask') &&
          pid === task.pid &&
          ts >= task.ts &&
          ts + dur <= task.ts + (task.dur ?? 0),
      );
      const parts = inside
        .toSorted((a, b) => toSlow(b) - toSlow(a))
        .slice(0, 3)
        .map((part) => `${part.name} ${toSlow(part).toFixed(0)}`);
      return { milliseconds: toSlow(task), parts: parts.join(', ') };
    });
};

const measure = async (browser: Browser, what: string, run: (page: Page) => Promise<void>): Promise<void> => {
  const page = await browser.newPage();
  await browser.startTracing(page, { categories: ['toplevel', 'devtools.timeline'] });
  await run(page);
  const trace: { traceEvents: TraceEvent[] } = JSON.parse((await browser.stopTracing()).toString());
  await page.close();
  const tasks = findTasks(trace.traceEvents);
  const long = tasks.filter(({ milliseconds }) => milliseconds > longTask);
  console.log(`${what}: ${long.length} tasks over ${longTask} ms; the longest:`);
  for (const { milliseconds, parts } of tasks.slice(0, 5))
    console.log(`  ${milliseconds.toFixed(0)} ms: ${parts}`);
};

/** The index, the page and the library side by side, without a copy of the index. */
const site = await mkdtemp(join(tmpdir(), 'lookback-long-'));
for (const entry of await readdir(folder)) {
  if (entry !== 'index.html' && entry !== 'assets') await symlink(resolve(folder, entry), join(site, entry));
}
for (const { path, bytes } of await createPage({ title: 'Posts' }, 'en')) {
  await mkdir(dirname(join(site, path)), { recursive: true });
  await writeFile(join(site, path), bytes);
}
await writeLibraryPage(site);

const questions = await createQuestions(await openIndex(createFileSource(folder)), Number(count));
const texts = questions.flatMap((question) =>
  question.flatMap(([name, value]) => (name === 'q' ? [value] : [])),
);
const [browser, server] = [await openBrowser(), await serveFolder(site)];
try {
  for (const worker of [false, true]) {
    await measure(
      browser,
      `library${worker ? ' in a worker' : ''}, ${texts.length} questions`,
      async (page) => {
        await openLibraryPage(page, server.url);
        await page.evaluate(
          async ([asked, inWorker]) => {
            const { openSearch } = window as unknown as LibraryWindow;
            const search = await openSearch({ baseUrl: '.', languages: 'all', worker: inWorker });
            await search.preload();
            for (const text of asked) await search.search(text, { facets: ['tags', 'categories', 'years'] });
          },
          [texts, worker] as const,
        );
      },
    );
  }
  await measure(browser, `search page, ${texts.length} questions`, async (page) => {
    await page.goto(server.url);
    await page.waitForSelector('.hit');
    for (const text of texts) {
      await page.fill('#search-text', text);
      await page.waitForFunction(
        (asked) => document.querySelector('#status')?.textContent?.includes(asked),
        text.trim(),
      );
    }
  });
} finally {
  await Promise.all([browser.close(), server.close()]);
  await rm(site, { recursive: true });
}
