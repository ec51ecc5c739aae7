/**
 * `npm run bench:query -- <folder of corpora> [name...]`: our engine beside others over the same posts: processor time a
 * question, load, memory and answers; then the whole answer, with facets and snippets. With `--whole` only that. Without names: digitalgov, and all corpora of the folder as one. With
 * `--beside <checkout>` ours of another checkout is measured too, in the same run, and every row of ours is set beside it.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Post } from '../../../src/domain/post.js';
import { loadAllPosts, loadPosts } from '../corpus-posts.js';
import { toNameAndVersion } from '../package-version.js';
import {
  bundleEngines,
  bundleWholeAnswers,
  type EngineName,
  removeBundles,
  runTask,
  sharedIndex,
} from './engine-process.js';
import { measureHostile } from './hostile.js';
import type { Answers, FirstAnswer } from './measure.js';
import { drawQuestions } from './queries.js';
import { formatBeside, formatTable, formatTargets, type Measured } from './report.js';
import { formatWholeAnswers, type WholeAnswers } from './whole-answer.js';

const questionCount = 300;
const loads = 5;
const allPosts = 'everything';

const medianBy = <Item>(items: readonly Item[], keyOf: (item: Item) => number): Item => {
  const item = items.toSorted((a, b) => keyOf(a) - keyOf(b))[Math.floor(items.length / 2)];
  if (item === undefined) throw new Error('nothing was measured');
  return item;
};

const measureEngine = async (
  name: EngineName,
  bundle: string,
  work: string,
  postsFile: string,
  questionsFile: string,
  firstQuestion: string,
): Promise<Measured> => {
  const folder = join(work, sharedIndex[name] ?? name);
  if (sharedIndex[name] === undefined) await runTask(bundle, 'build', folder, postsFile);
  const firsts: FirstAnswer[] = [];
  for (let load = 0; load < loads; load += 1) {
    firsts.push(await runTask<FirstAnswer>(bundle, 'first', folder, firstQuestion));
  }
  const answers = await runTask<Answers>(bundle, 'answers', folder, questionsFile);
  return { name, ...answers, first: medianBy(firsts, ({ cpuMilliseconds }) => cpuMilliseconds) };
};

/** Of indexes that are built. */
const measureWhole = async (
  work: string,
  questionsFile: string,
  other: string | undefined,
): Promise<string> => {
  const measure = async (built: EngineName, checkout?: string): Promise<WholeAnswers> =>
    runTask<WholeAnswers>(await bundleWholeAnswers(checkout), join(work, built), questionsFile);
  const ours = await measure('lookback');
  return formatWholeAnswers(ours, other === undefined ? undefined : await measure('other', other));
};

const pick = (bundles: ReadonlyMap<EngineName, string>, name: EngineName): string => {
  const bundle = bundles.get(name);
  if (bundle === undefined) throw new Error(`${name} is not bundled`);
  return bundle;
};

const measureCorpus = async (
  name: string,
  posts: readonly Post[],
  other: string | undefined,
  isWhole: boolean,
): Promise<void> => {
  const work = await mkdtemp(join(tmpdir(), 'lookback-bench-'));
  try {
    const questions = drawQuestions(posts, questionCount, 1);
    const postsFile = join(work, 'posts.json');
    const questionsFile = join(work, 'questions.json');
    await writeFile(postsFile, JSON.stringify(posts));
    await writeFile(questionsFile, JSON.stringify(questions));
    const bundles = await bundleEngines(other);
    console.log(`\n## ${name}: ${posts.length} posts, ${questionCount} questions of a kind\n`);
    if (isWhole) {
      await runTask(pick(bundles, 'lookback'), 'build', join(work, 'lookback'), postsFile);
      if (other !== undefined) await runTask(pick(bundles, 'other'), 'build', join(work, 'other'), postsFile);
      console.log(await measureWhole(work, questionsFile, other));
      return;
    }
    const measured: Measured[] = [];
    for (const [engine, bundle] of bundles) {
      const [first = ''] = questions.typos;
      measured.push(await measureEngine(engine, bundle, work, postsFile, questionsFile, first));
      console.error(`${name}: ${engine} done`);
    }
    console.log(formatTable(measured));
    console.log(formatTargets(measured));
    if (other !== undefined) console.log(formatBeside(measured));
    console.log(await measureWhole(work, questionsFile, other));
    console.log(await measureHostile(join(work, 'lookback'), posts, questions.typos));
  } finally {
    await rm(work, { recursive: true, force: true });
    await removeBundles();
  }
};

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { beside: { type: 'string' }, whole: { type: 'boolean', default: false } },
});
const [folder, ...names] = positionals;
if (folder === undefined) {
  console.error(
    `usage: npm run bench:query -- <folder of corpora> [name... | ${allPosts}] [--beside <checkout>] [--whole]`,
  );
  process.exit(1);
}
const packages = ['minisearch', 'flexsearch', '@orama/orama', 'node-sqlite3-wasm'];
console.log([...(await Promise.all(packages.map(toNameAndVersion))), `node ${process.version}`].join(', '));
for (const name of names.length > 0 ? names : ['digitalgov', allPosts]) {
  await measureCorpus(
    name,
    name === allPosts ? await loadAllPosts(folder) : await loadPosts(join(folder, name)),
    values.beside,
    values.whole,
  );
}
