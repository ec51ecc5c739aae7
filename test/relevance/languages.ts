/**
 * `npx tsx test/relevance/languages.ts <folder of corpora> <folder of judged sets> [blog...]`: how well languages stand in one order.
 * Titles of posts in several languages are asked over all of their blog: is the post first, and how many of the first ten are in its
 * language. Judged sets are asked alone and all as one index.
 * @module
 */
import { join } from 'node:path';
import process from 'node:process';
import type { Post } from '../../src/domain/post.js';
import type { SearchEngine } from '../../src/domain/search.js';
import { evaluate } from '../../src/evaluation/evaluate.js';
import { mean } from '../../src/evaluation/metrics.js';
import { openPartsOnDemand } from '../../src/reader/open-index.js';
import { loadPosts } from '../bench/corpus-posts.js';
import { createRandom } from '../bench/extraction-corpus.js';
import { ask } from '../contract/subject.js';
import { createMemorySource, openEngine } from '../engines/compiled/engine-of-posts.js';
import { type JudgedSet, loadJudgedSets } from './judged-set.js';

const multilingual = ['bitcoinops', 'vitepress-docs', 'biome'];
const leastPosts = 15;
const mostQuestions = 60;
const mostJudged = 300;

const open = async (posts: readonly Post[]): Promise<SearchEngine> =>
  openEngine(await createMemorySource(posts), openPartsOnDemand);

/** Titles that no other post has, and that are more than a number: a fixed choice. */
const drawTitles = (posts: readonly Post[]): ReadonlyMap<string, readonly Post[]> => {
  const counts = new Map<string, number>();
  for (const { title } of posts) counts.set(title, (counts.get(title) ?? 0) + 1);
  const random = createRandom(1);
  const languages = [...new Set(posts.map(({ language }) => language))].sort();
  const drawn = languages.flatMap((language): [string, readonly Post[]][] => {
    const own = posts.filter((post) => post.language === language);
    if (own.length < leastPosts) return [];
    const titled = own.filter(({ title }) => counts.get(title) === 1 && /\p{L}{2}/u.test(title));
    while (titled.length > mostQuestions) titled.splice(Math.floor(random() * titled.length), 1);
    return [[language, titled]];
  });
  return new Map(drawn);
};

/** @returns mean reciprocal rank, and the share of the first ten that is in the language */
const askTitles = async (
  engine: SearchEngine,
  asked: readonly Post[],
  prefer: readonly string[],
): Promise<readonly number[]> => {
  const ranks: number[] = [];
  const shares: number[] = [];
  for (const { id, title, language } of asked) {
    // What means something in a question is none of its words.
    const { hits } = await engine.ask(ask(title.replace(/["():*|!-]/gu, ' '), { limit: 10, prefer }));
    const at = hits.findIndex((hit) => hit.id === id);
    ranks.push(at < 0 ? 0 : 1 / (at + 1));
    shares.push(hits.filter((hit) => hit.language === language).length / Math.max(1, hits.length));
  }
  return [mean(ranks), mean(shares)];
};

const measureTitles = async (name: string, posts: readonly Post[]): Promise<void> => {
  const engine = await open(posts);
  for (const [language, asked] of drawTitles(posts)) {
    if (asked.length === 0) continue;
    const figures = [
      ...(await askTitles(engine, asked, [])),
      ...(await askTitles(engine, asked, [language])),
    ];
    console.log(
      `| ${[name, language, asked.length, ...figures.map((figure) => figure.toFixed(3))].join(' | ')} |`,
    );
  }
};

const withName = (set: JudgedSet): readonly Post[] =>
  set.posts.map((post) => ({ ...post, id: `${set.name}/${post.id}`, url: `/${set.name}/${post.id}` }));

const measureSet = async (engine: SearchEngine, { name, queries }: JudgedSet): Promise<number> => {
  const { ndcg } = await evaluate(queries.slice(0, mostJudged), async (text) =>
    (await engine.ask(ask(text))).hits.map(({ id }) =>
      id.startsWith(`${name}/`) ? id.slice(name.length + 1) : id,
    ),
  );
  return ndcg;
};

const measureTogether = async (sets: readonly JudgedSet[]): Promise<void> => {
  const posts = sets.flatMap(withName);
  const together = await open(posts);
  for (const set of sets) {
    const alone = await open(posts.filter(({ language }) => language === set.language));
    const figures = [await measureSet(alone, set), await measureSet(together, set)];
    console.log(`| ${[set.name, ...figures.map((figure) => figure.toFixed(4))].join(' | ')} |`);
  }
};

const [corpora, judged, ...names] = process.argv.slice(2);
if (corpora === undefined || judged === undefined) {
  console.error(
    'usage: npx tsx test/relevance/languages.ts <folder of corpora> <folder of judged sets> [blog...]',
  );
  process.exit(1);
}
console.log(
  '| blog | titles in | asked | MRR | of ten | with `prefer` | of ten |\n|---|---|--:|--:|--:|--:|--:|',
);
for (const name of names.length > 0 ? names : multilingual)
  await measureTitles(name, await loadPosts(join(corpora, name)));
console.log('\n| set, nDCG@10 | its language alone | all languages as one |\n|---|--:|--:|');
const sets: JudgedSet[] = [];
for await (const set of loadJudgedSets(judged, [])) sets.push(set);
await measureTogether(sets);
