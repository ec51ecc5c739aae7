/**
 * `npm run snippets -- <folder of judged sets> [set...]`: whether the first snippet of the post that answers a question shows the sentence
 * that answers it, as far as words tell: one of those with the most words of the question. Beside the window around the first match, by our
 * terms, and around the first that MiniSearch tells of. The post is asked for itself, so that ranking does not matter.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import MiniSearch from 'minisearch';
import { type Analyzer, createAnalyzer } from '../../src/analysis/index.js';
import type { Post } from '../../src/domain/post.js';
import { everyPost } from '../../src/query/every-post.js';
import { openPartsOnDemand } from '../../src/reader/open-index.js';
import { snippetLength } from '../../src/search/snippet.js';
import { createMemorySource, openEngine } from '../engines/compiled/engine-of-posts.js';
import { type JudgedSet, loadJudgedSet } from './judged-set.js';

const sets = ['xquad-en', 'xquad-de', 'xquad-zh', 'xquad-ar'];
const queriesOfSet = 200;
/** Part of the queries whose sentence ours shows at least. */
const least = 0.8;

interface Asked {
  readonly text: string;
  readonly post: Post;
}

/** Spread evenly over the set, whose questions come post by post. */
const drawQueries = ({ queries, posts }: JudgedSet): readonly Asked[] => {
  const byId = new Map(posts.map((post) => [post.id, post]));
  const answered = queries.flatMap(({ text, judgments }) => {
    const [id] = [...judgments].find(([, grade]) => grade > 0) ?? [];
    const post = id === undefined ? undefined : byId.get(id);
    return post ? [{ text, post }] : [];
  });
  const step = Math.max(1, answered.length / queriesOfSet);
  return Array.from(
    { length: Math.min(queriesOfSet, answered.length) },
    (_, at) => answered[Math.floor(at * step)],
  ).filter((asked) => asked !== undefined);
};

/** Sentences as the host's rules of the language have them: not ours. */
const toSentences = (text: string, language: string): readonly string[] =>
  Array.from(new Intl.Segmenter(language, { granularity: 'sentence' }).segment(text), ({ segment }) =>
    segment.trim(),
  ).filter((sentence) => sentence !== '');

const countWords = (text: string, words: ReadonlySet<string>, analyzer: Analyzer): number =>
  new Set(analyzer.terms(text).filter((term) => words.has(term))).size;

/** The sentences with the most words of the question. */
const findTelling = ({ text, post }: Asked, analyzer: Analyzer): readonly string[] => {
  const words = new Set(analyzer.terms(text));
  const counted = toSentences(post.text, analyzer.language).map((sentence) => ({
    sentence,
    count: countWords(sentence, words, analyzer),
  }));
  const most = Math.max(...counted.map(({ count }) => count));
  return most === 0 ? [] : counted.filter(({ count }) => count === most).map(({ sentence }) => sentence);
};

/** A sentence that is longer than a snippet can be shown in part only. */
const shows = (snippet: string, sentence: string): boolean =>
  sentence.length <= snippetLength ? snippet.includes(sentence) : sentence.includes(snippet);

/** As many units as a snippet has, with the match in the middle. */
const windowAround = (text: string, at: number): string => {
  const start = Math.max(0, Math.min(at - snippetLength / 2, text.length - snippetLength));
  return text.slice(start, start + snippetLength).trim();
};

const aroundFirst = ({ text, post }: Asked, analyzer: Analyzer): string => {
  const words = new Set(analyzer.terms(text));
  const first = analyzer.tokens(post.text).find(({ term }) => words.has(term));
  return windowAround(post.text, first?.start ?? 0);
};

/** What its users do: it tells which terms a post has, and these are looked for in the text. */
const aroundMiniSearch = ({ text, post }: Asked, index: MiniSearch): string => {
  const match = index.search(text, { filter: ({ id }) => id === post.id })[0]?.match ?? {};
  const plain = post.text.toLowerCase();
  const places = Object.keys(match)
    .map((term) => plain.indexOf(term))
    .filter((at) => at >= 0);
  return windowAround(post.text, Math.min(...places, Infinity) === Infinity ? 0 : Math.min(...places));
};

interface Shown {
  readonly ours: number;
  readonly naive: number;
  readonly miniSearch: number;
}

const measureSet = async (set: JudgedSet): Promise<Shown> => {
  const analyzer = createAnalyzer(set.language);
  // Found by what they are tagged with: the words of the question choose the window only.
  const engine = await openEngine(
    await createMemorySource(set.posts.map((post) => ({ ...post, tags: [`post ${post.id}`] }))),
    openPartsOnDemand,
  );
  const miniSearch = new MiniSearch({ fields: ['title', 'text'] });
  miniSearch.addAll(set.posts.map(({ id, title, text }) => ({ id, title, text })));
  const asked = drawQueries(set);
  const shown = { ours: 0, naive: 0, miniSearch: 0 };
  for (const one of asked) {
    const sentences = findTelling(one, analyzer);
    const { hits } = await engine.ask({
      ...everyPost,
      text: one.text,
      sort: 'relevance',
      limit: 1,
      filters: { tags: [[`post ${one.post.id}`]] },
    });
    const ours = (hits[0]?.snippets[0].segments ?? []).map(({ text }) => text).join('');
    const isIn = (snippet: string): boolean =>
      snippet !== '' && sentences.some((sentence) => shows(snippet, sentence));
    if (isIn(ours)) shown.ours += 1;
    else if (process.env.SHOW) console.log(JSON.stringify({ q: one.text, ours, sentences }, null, 1));
    if (isIn(aroundFirst(one, analyzer))) shown.naive += 1;
    if (isIn(aroundMiniSearch(one, miniSearch))) shown.miniSearch += 1;
  }
  return {
    ours: shown.ours / asked.length,
    naive: shown.naive / asked.length,
    miniSearch: shown.miniSearch / asked.length,
  };
};

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;

const [folder, ...names] = process.argv.slice(2);
if (folder === undefined || !existsSync(folder)) {
  process.stderr.write('usage: npm run snippets -- <folder of judged sets> [set...]\n');
  process.exitCode = 1;
} else {
  console.log(
    `| set | Lookback | around the first match | MiniSearch | at least ${percent(least)} |\n|---|--:|--:|--:|---|`,
  );
  for (const name of names.length > 0 ? names : sets) {
    const { ours, naive, miniSearch } = await measureSet(await loadJudgedSet(join(folder, name)));
    if (ours < least) process.exitCode = 1;
    console.log(
      `| ${[name, ...[ours, naive, miniSearch].map(percent), ours < least ? 'MISSED' : 'met'].join(' | ')} |`,
    );
  }
}
