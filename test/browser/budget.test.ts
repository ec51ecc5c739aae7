import { readdir, readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';

const dist = resolve(import.meta.dirname, '../../dist');
/** What a page may have to load before it can search, in bytes as gzip sends them; the search page shows what it finds, too. */
const budgets = [
  ['browser/lookback.js', 23_500],
  ['browser/worker.js', 22_500],
  ['page/static-page.js', 27_500],
] as const;

describe.each(budgets)('%s', (file, budget) => {
  test(`is at most ${budget} bytes`, async () => {
    expect(gzipSync(await readFile(resolve(dist, file)), { level: 9 }).length).toBeLessThanOrEqual(budget);
  });

  test('is one file, but for the languages, that asks for no rights beyond its own origin', async () => {
    const script = await readFile(resolve(dist, file), 'utf8');
    const alone = script.replaceAll(/import\("\.\/lookback-[a-z]+-[0-9A-Z]{8}\.js"\)/g, '');
    expect(alone).not.toMatch(/\beval\(|\bFunction\(|WebAssembly|\bimport\(|^import\b|[;}]import[{"* ]/);
  });
});

describe('a language', () => {
  test('is one file that needs no other, the same for library and page, and small', async () => {
    const namesIn = async (folder: string) =>
      (await readdir(resolve(dist, folder))).filter((name) => name.startsWith('lookback-'));
    const names = await namesIn('browser');
    expect(await namesIn('page')).toEqual(names);
    expect(names.length).toBeGreaterThan(25);
    for (const name of names) {
      const script = await readFile(resolve(dist, 'browser', name));
      expect(script.toString()).not.toMatch(/\bimport\b|\beval\(|\bFunction\(/);
      // Greek and Serbian have long lists of words.
      const limit = name.includes('-serbian-') ? 13_000 : name.includes('-greek-') ? 7_000 : 5_000;
      expect(gzipSync(script, { level: 9 }).length, name).toBeLessThanOrEqual(limit);
    }
  });
});
