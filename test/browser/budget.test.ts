import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';

const dist = resolve(import.meta.dirname, '../../dist');
/** What a page may have to load before it can search, in bytes as gzip sends them; the search page shows what it finds, too. */
const budgets = [
  ['browser/lookback.js', 22_000],
  ['browser/worker.js', 22_000],
  ['page/static-page.js', 26_000],
] as const;

describe.each(budgets)('%s', (file, budget) => {
  test(`is at most ${budget} bytes`, async () => {
    expect(gzipSync(await readFile(resolve(dist, file)), { level: 9 }).length).toBeLessThanOrEqual(budget);
  });

  test('is one file that asks for no rights beyond its own origin', async () => {
    const script = await readFile(resolve(dist, file), 'utf8');
    expect(script).not.toMatch(/\beval\(|\bFunction\(|WebAssembly|\bimport\(|^import\b|[;}]import[{"* ]/);
  });
});
