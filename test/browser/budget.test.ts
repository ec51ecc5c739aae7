import { readdir, readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { languageModules } from '../../src/analysis/languages/known-languages.js';

const dist = resolve(import.meta.dirname, '../../dist');

/** What only some questions need is a script of its own, and no part of the first load. */
const later = [
  'checked-requests',
  'columns',
  'did-you-mean',
  'explain-scores',
  'find-misspelt',
  'find-sequence',
  'match-together',
  'open-in-worker',
  'phrase-matches',
  'query-language',
  'refinements',
  'related-posts',
  'suggest',
  'when-typing',
];

/**
 * What a page may have to load before it can search, in bytes as gzip sends them; the search page shows what it finds, too. Little more than
 * what it is: whoever adds to it sees here what that costs every reader, and whether it can be loaded later.
 */
const budgets = [
  // Marks are found without analyzing a text, by a trie, and windows begin with sentences; words come with their postings, and passages in
  // packs, which saves a reader two waits; and shards share how rare a word is.
  ['browser', 'lookback.js', 31_700],
  ['browser', 'worker.js', 31_300],
  ['page/static-page', 'lookback.js', 31_700],
  // Both pages show further places, pictures and translations of a hit, years as a chart, and categories below others; they say when
  // nobody answers, and write numbers, days and lists in the language of the page. What they say is in the document.
  ['page/static-page/assets', 'lookback-static-page-', 10_400],
  ['page/search-page', 'lookback-search-page-', 10_900],
] as const;

const nameIn = async (folder: string, beginning: string): Promise<string> => {
  const names = (await readdir(resolve(dist, folder))).filter((name) => name.startsWith(beginning));
  expect(names).toHaveLength(1);
  return names[0] ?? '';
};

describe.each(budgets)('%s/%s', (folder, beginning, budget) => {
  test(`is at most ${budget} bytes`, async () => {
    const script = await readFile(resolve(dist, folder, await nameIn(folder, beginning)));
    expect(gzipSync(script, { level: 9 }).length).toBeLessThanOrEqual(budget);
  });

  test('is one file, but for what is loaded later, that asks for no rights beyond its own origin', async () => {
    const script = await readFile(resolve(dist, folder, await nameIn(folder, beginning)), 'utf8');
    const names = Array.from(
      script.matchAll(/\bimport\([`"]\.\/(?:assets\/)?lookback-(?<name>[a-z-]+)-[0-9a-z]{8}\.js[`"]\)/g),
      ({ groups }) => groups?.name ?? '',
    );
    expect(names.filter((name) => !languageModules.has(name) && !later.includes(name))).toEqual([]);
    const alone = script
      .replaceAll(/\bimport\([`"][^`"]+[`"]\)/g, '')
      // The static page takes the engine from the library beside it, which it preloads.
      .replace(/^import\{[^}]+\}from"\.\.\/lookback\.js";/, '');
    expect(alone).not.toMatch(/\beval\(|\bFunction\(|WebAssembly|\bimport\(|^import\b|[;}]import[{"* ]/);
  });
});

describe('a language', () => {
  test('is one file that needs no other, the same for library and page, and small', async () => {
    const namesIn = async (folder: string) =>
      (await readdir(resolve(dist, folder))).filter((name) =>
        languageModules.has(/^lookback-(?<name>[a-z]+)-[0-9a-z]{8}\.js$/.exec(name)?.groups?.name ?? ''),
      );
    const names = await namesIn('browser');
    expect(await namesIn('page/static-page/assets')).toEqual(names);
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
