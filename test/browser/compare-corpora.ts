/**
 * `npm run same-answers -- <folder> [name...]`: builds an index of every blog in a folder, or of those named, and asks
 * 1,000 questions of each from a page, from memory and from the API. Exit code 1 if any two answers differ.
 */
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadConfig } from '../../src/config/index.js';
import { buildIndex } from '../../src/indexer/index.js';
import { compareAnswers } from './compare-answers.js';
import { writeLibraryPage } from './library-page.js';
import { openBrowser } from './open-browser.js';

const [folder, ...only] = process.argv.slice(2);
if (folder === undefined) {
  console.error('usage: npm run same-answers -- <folder of blogs> [name ...]');
  process.exit(1);
}

const names = (await readdir(folder, { withFileTypes: true }))
  .filter((entry) => entry.isDirectory() && (only.length === 0 || only.includes(entry.name)))
  .map((entry) => entry.name)
  .sort();

const browser = await openBrowser();
for (const name of names) {
  const site = await mkdtemp(join(tmpdir(), 'lookback-answers-'));
  try {
    const flags = { posts: join(folder, name), index: join(site, 'index') };
    const { indexed, languages } = await buildIndex(await loadConfig({ folder: site, flags }));
    await writeLibraryPage(site);
    const { questions, answered, withTwoWords, withTwoFields, withLaterSnippet, suggested, ...compared } =
      await compareAnswers(browser, site, 1_000);
    const { withOperator, deadEnds, differences } = compared;
    const about = `${indexed} posts in ${languages.map(({ language }) => language).join(' ')}`;
    console.log(
      `${name}: ${about}; ${questions} questions, ${answered} answered (two words in a snippet ${withTwoWords}, title and snippet ${withTwoFields}, a later snippet ${withLaterSnippet}, asked with ${JSON.stringify(withOperator)}), ${suggested} with suggestions, ${deadEnds.length} of which lead nowhere, ${differences.length} differ`,
    );
    for (const difference of differences.slice(0, 3)) console.log(difference);
    // A comparison of answers that have little in them would show little.
    if (
      differences.length > 0 ||
      deadEnds.length > 0 ||
      questions < 1_000 ||
      withTwoWords < 100 ||
      suggested < 100 ||
      Math.min(...Object.values(withOperator)) < 5
    )
      process.exitCode = 1;
  } finally {
    await rm(site, { recursive: true });
  }
}
await browser.close();
