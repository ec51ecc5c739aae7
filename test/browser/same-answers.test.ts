import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { loadConfig } from '../../src/config/index.js';
import { buildIndex } from '../../src/indexer/index.js';
import { compareAnswers } from './compare-answers.js';
import { writeLibraryPage } from './library-page.js';
import { openBrowser } from './open-browser.js';

test('a page, a program and the API have the same answers to 1,000 questions, and suggest the same', async () => {
  const site = await mkdtemp(join(tmpdir(), 'lookback-answers-'));
  const flags = { posts: resolve(import.meta.dirname, '../../posts'), index: join(site, 'index') };
  await buildIndex(await loadConfig({ folder: site, flags }));
  await writeLibraryPage(site);
  const browser = await openBrowser();
  try {
    const { questions, differences, deadEnds, ...met } = await compareAnswers(browser, site, 1_000);
    expect(differences.slice(0, 1)).toEqual([]);
    expect(deadEnds).toEqual([]);
    expect(questions).toBe(1_000);
    // A comparison of empty answers would show nothing.
    console.log(`${questions} questions:`, met);
    expect(met.answered).toBeGreaterThan(550);
    expect(met.withTwoWords).toBeGreaterThan(200);
    expect(met.withTwoFields).toBeGreaterThan(80);
    expect(met.withLaterSnippet).toBeGreaterThan(400);
    expect(met.suggested).toBeGreaterThan(250);
    expect(Math.min(...Object.values(met.withOperator))).toBeGreaterThan(20);
  } finally {
    await browser.close();
  }
}, 300_000);
