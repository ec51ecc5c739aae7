/**
 * `npm run bench:embed -- <folder of corpora> [name...]`: what a search in a static page moves over the network, beside
 * Pagefind over the same words, in a real browser.
 */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import type { Post } from '../../../src/domain/post.js';
import { openBrowser } from '../../browser/open-browser.js';
import { loadPosts } from '../corpus-posts.js';
import { toNameAndVersion } from '../package-version.js';
import { type StaticServer, startStaticServer } from './compressing-server.js';
import { type Contender, lookback, measureDeployed, pagefind } from './contenders.js';
import { drawCandidates } from './questions.js';
import { type EmbedMeasured, formatBreakdown, formatEmbedTable, formatEmbedTargets } from './report.js';
import { type Asked, visit } from './visit.js';

const contenders = [lookback, pagefind];
/** Without a manifest in it. */
const libraryFile = new URL('../../../dist/page/static-page/lookback.js', import.meta.url);
const firstVisits = 5;
const laterQuestions = 10;
const slowVisits = 3;

/** Questions with ten results in both, or there would be nothing to compare. */
const chooseQuestions = async (
  browser: Browser,
  server: StaticServer,
  posts: readonly Post[],
): Promise<readonly string[]> => {
  const candidates = drawCandidates(posts, 60, 1);
  const answers: (readonly Asked[])[] = [];
  for (const contender of contenders) answers.push(await visit(browser, server, contender, candidates));
  const chosen = candidates.filter((_, at) => answers.every((asked) => (asked[at]?.found ?? 0) === 10));
  if (chosen.length < firstVisits + laterQuestions)
    throw new Error(`only ${chosen.length} questions have ten results`);
  return chosen;
};

const measureContender = async (
  browser: Browser,
  server: StaticServer,
  contender: Contender,
  folder: string,
  questions: readonly string[],
): Promise<EmbedMeasured> => {
  const first: Asked[] = [];
  for (const question of questions.slice(0, firstVisits)) {
    first.push(...(await visit(browser, server, contender, [question])));
  }
  const slow: Asked[] = [];
  const preloaded: Asked[] = [];
  for (const question of questions.slice(0, slowVisits)) {
    slow.push(...(await visit(browser, server, contender, [question], { isSlow: true })));
    preloaded.push(
      ...(await visit(browser, server, contender, [question], { isSlow: true, isPreloaded: true })),
    );
  }
  const [, ...later] = await visit(browser, server, contender, questions.slice(0, laterQuestions + 1));
  const deployed = await measureDeployed(contender, folder);
  return { name: contender.name, first, later, slow, preloaded, deployed };
};

const measureCorpus = async (browser: Browser, name: string, posts: readonly Post[]): Promise<void> => {
  const work = await mkdtemp(join(tmpdir(), 'lookback-bench-'));
  const folderOf = ({ root }: Contender): string => join(work, root);
  try {
    for (const contender of contenders) await contender.build(posts, folderOf(contender));
    const server = await startStaticServer(
      Object.fromEntries(contenders.map((contender) => [contender.root, folderOf(contender)])),
    );
    try {
      const questions = await chooseQuestions(browser, server, posts);
      const measured: EmbedMeasured[] = [];
      for (const contender of contenders) {
        measured.push(await measureContender(browser, server, contender, folderOf(contender), questions));
      }
      const library = gzipSync(await readFile(libraryFile), { level: 9 }).length;
      console.log(`\n## ${name}: ${posts.length} posts; ${questions.slice(0, 3).join(', ')} …\n`);
      console.log(formatEmbedTable(measured));
      console.log(formatEmbedTargets(measured, library));
      console.log(formatBreakdown(measured));
    } finally {
      await server.close();
    }
  } finally {
    await rm(work, { recursive: true, force: true });
  }
};

const [folder, ...names] = process.argv.slice(2);
if (folder === undefined) {
  console.error('usage: npm run bench:embed -- <folder of corpora> [name...]');
  process.exit(1);
}
const browser = await openBrowser();
console.log(`${await toNameAndVersion('pagefind')}, Chromium ${browser.version()}, node ${process.version}`);
try {
  for (const name of names.length > 0 ? names : ['rust-blog', 'digitalgov', 'bitcoinops']) {
    await measureCorpus(browser, name, await loadPosts(join(folder, name)));
  }
} finally {
  await browser.close();
}
