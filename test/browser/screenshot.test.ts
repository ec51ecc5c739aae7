import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createFileSource } from '../../src/index-store/file-source.js';
import { openIndex } from '../../src/reader/open-index.js';
import { serve } from '../server/serve.js';
import { openBrowser } from './open-browser.js';

const root = resolve(import.meta.dirname, '../..');
const picture = resolve(import.meta.dirname, 'search-page.png');

let browser: Awaited<ReturnType<typeof openBrowser>>;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

/** `UPDATE_SCREENSHOT=1 npx vitest run --config test/vitest.config.ts test/browser/screenshot.test.ts` renews the README's picture. */
test('the page over the posts of this repository, as the README shows it', async () => {
  const engine = await openIndex(createFileSource(resolve(root, 'index')));
  const { url } = await serve({ engine, title: 'Notes on data' });
  const page = await browser.newPage({ viewport: { width: 1180, height: 860 } });
  await page.goto(`${url}?q=dask+spark`, { waitUntil: 'networkidle' });
  await expect(page.locator('.hit-title').first().textContent()).resolves.toContain('Dask or Spark?');
  expect(await page.locator('.hit mark').count()).toBeGreaterThan(10);
  expect(await page.locator('.facet .chip').count()).toBeGreaterThan(10);
  const image = await page.screenshot();
  // An empty page of this size compresses to a few kilobytes.
  expect(image.length).toBeGreaterThan(30_000);
  if (process.env.UPDATE_SCREENSHOT) await writeFile(picture, image);
});
