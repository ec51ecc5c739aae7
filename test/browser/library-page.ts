import { copyFile, mkdir, readdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import type { openSearch } from '../../src/browser/index.js';

const dist = resolve(import.meta.dirname, '../../dist/browser');

/** What `library.html` leaves in its window, for scripts that a test runs in it. */
export type LibraryWindow = Window & { readonly openSearch: typeof openSearch };

/** A page that has loaded `lookback/browser` as it is published, from files of its own origin. */
export const writeLibraryPage = async (folder: string, language = 'en'): Promise<void> => {
  await mkdir(join(folder, 'lookback'), { recursive: true });
  for (const name of (await readdir(dist)).filter((file) => file.endsWith('.js'))) {
    await copyFile(join(dist, name), join(folder, 'lookback', name));
  }
  await writeFile(
    join(folder, 'library.html'),
    `<!doctype html><html lang="${language}"><script type="module" src="library.js"></script></html>`,
  );
  await writeFile(
    join(folder, 'library.js'),
    "import { openSearch } from './lookback/lookback.js';\nglobalThis.openSearch = openSearch;\n",
  );
};

export const openLibraryPage = async (page: Page, url: string): Promise<void> => {
  await page.goto(`${url}library.html`);
  await page.waitForFunction(() => 'openSearch' in globalThis);
};
