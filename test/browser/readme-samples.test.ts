import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadConfig } from '../../src/config/index.js';
import { buildIndex } from '../../src/indexer/index.js';
import { sampleWith } from '../readme-sample.js';
import { openBrowser } from './open-browser.js';
import { type FolderServer, serveFolder } from './serve-folder.js';

const root = resolve(import.meta.dirname, '../..');

let browser: Browser;
let site: FolderServer;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lookback-readme-'));
  const flags = { posts: join(root, 'posts'), index: join(folder, 'search'), page: true };
  await buildIndex(await loadConfig({ folder, flags }));
  [browser, site] = await Promise.all([openBrowser(), serveFolder(folder)]);
});
afterAll(async () => {
  await Promise.all([browser.close(), site.close()]);
  await rm(folder, { recursive: true });
});

/** Bundled for a page as its author would: an import of Node's modules fails here. */
const runBundled = async (sample: string, shown: string): Promise<unknown> => {
  const contents = `${sample}\nglobalThis.shown = ${shown};`;
  const stdin = { contents, resolveDir: root, loader: 'js' } as const;
  const { outputFiles } = await build({
    stdin,
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'browser',
  });
  await writeFile(join(folder, 'sample.js'), outputFiles[0]?.text ?? '');
  await writeFile(
    join(folder, 'sample.html'),
    '<!doctype html><script type="module" src="sample.js"></script>',
  );
  const page = await browser.newPage();
  await page.goto(`${site.url}sample.html`);
  await page.waitForFunction(() => 'shown' in globalThis);
  return page.evaluate(() => Reflect.get(globalThis, 'shown'));
};

test('the sample of the library, with a bundler', async () => {
  const sample = await sampleWith('js', "from 'lookback/browser'");
  const ids = await runBundled(sample, 'hits.map(({ id }) => id)');
  expect(ids).toContain('2019-08-05-dask-or-spark-one-job-measured.md');
});

test('the sample of plain MiniSearch, with a bundler', async () => {
  const sample = await sampleWith('js', "from 'lookback/minisearch'");
  const ids = await runBundled(sample, '[...found, ...added].map(({ id }) => id)');
  expect(ids).toContain('2019-08-05-dask-or-spark-one-job-measured.md');
  expect(ids).toContain('new.md');
});

test('the sample without a bundler', async () => {
  const sample = await sampleWith('html', "from '/search/lookback.js'");
  // The policy of the server that tests use allows no script inside of a page.
  const [, before, script] = /^(.*)<script type="module">(.*)<\/script>$/s.exec(sample) ?? [];
  await writeFile(join(folder, 'page.js'), script ?? '');
  await writeFile(
    join(folder, 'page.html'),
    `<!doctype html><html lang="en">${before}<script type="module" src="page.js"></script></html>`,
  );
  const page = await browser.newPage();
  await page.goto(`${site.url}page.html`, { waitUntil: 'networkidle' });
  await page.locator('#words').pressSequentially('dask spark');
  await page.locator('#hits a', { hasText: 'Dask or Spark?' }).waitFor();
  expect(await page.locator('#hits li a').first().getAttribute('href')).toMatch(/^\/blog\//);
});
