/**
 * `npx tsx test/relevance/make-sets.ts <folder of corpora> <folder to write> [name...]`: judged sets made of blogs, so that what is chosen by
 * numbers is chosen on more than the sets that it is held to. Each set has the posts of one blog in one language, and questions
 * of one kind of which the post that they come from is the answer:
 * - `links`: how other posts call it when they link to it;
 * - `headings`: a heading that no other post has;
 * - `summaries`: what its author says of it in lists, where that is not in its text;
 * - `code`: three neighbouring words of its code.
 * @module
 */
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import type { Post } from '../../src/domain/post.js';
import { loadPosts } from '../bench/corpus-posts.js';
import { createRandom } from '../bench/extraction-corpus.js';

/** What is asked, and the ids of the posts that answer. */
type Questions = ReadonlyMap<string, ReadonlySet<string>>;

const leastPosts = 30;
const leastQuestions = 20;
const mostQuestions = 200;
/** A text by which more posts are meant says nothing of any. */
const mostAnswers = 2;

const wordsOf = (text: string): readonly string[] => text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];

class QuestionList {
  readonly #answers = new Map<string, Set<string>>();

  add(text: string, id: string): void {
    const question = text.replace(/\s+/gu, ' ').trim();
    this.#answers.set(question, (this.#answers.get(question) ?? new Set()).add(id));
  }

  /** A fixed choice among those that mean few posts. */
  take(): Questions {
    const random = createRandom(1);
    const telling = [...this.#answers]
      .filter(([, ids]) => ids.size <= mostAnswers)
      .sort(([a], [b]) => (a < b ? -1 : 1));
    while (telling.length > mostQuestions) telling.splice(Math.floor(random() * telling.length), 1);
    return new Map(telling);
  }
}

/** The last part of a path, without what kind of file it is. */
const slugOf = (path: string): string =>
  path
    .replace(/[?#].*$/su, '')
    .replace(/\/(?:index\.\w+)?$/u, '')
    .replace(/^.*\//su, '')
    .replace(/\.\w+$/u, '');

const askLinks = (posts: readonly Post[], sources: ReadonlyMap<string, string>): Questions => {
  const idsOf = new Map<string, string[]>();
  for (const { url, id } of posts) idsOf.set(slugOf(url), [...(idsOf.get(slugOf(url)) ?? []), id]);
  const questions = new QuestionList();
  for (const { id: from } of posts) {
    const source = sources.get(from) ?? '';
    for (const [, text = '', target = ''] of source.matchAll(
      /\[([^[\]\n]{3,80})\]\(([^()\s]{3,200})[)\s]/gu,
    )) {
      const [id, ...others] = idsOf.get(slugOf(target)) ?? [];
      const isText = wordsOf(text).length > 0 && !/[{}<>]|^https?:/u.test(text);
      if (id !== undefined && others.length === 0 && id !== from && isText) questions.add(text, id);
    }
  }
  return questions.take();
};

const askHeadings = (posts: readonly Post[]): Questions => {
  const questions = new QuestionList();
  for (const { id, title, headings } of posts) {
    for (const { text } of headings) {
      if (text !== title && text.length >= 6 && text.length <= 120) questions.add(text, id);
    }
  }
  return questions.take();
};

const askSummaries = (posts: readonly Post[]): Questions => {
  const questions = new QuestionList();
  for (const { id, text, title, excerpt = '' } of posts) {
    const said = excerpt.slice(0, 300);
    if (said.length >= 20 && said !== title && !text.includes(said.slice(0, 40))) questions.add(said, id);
  }
  return questions.take();
};

const askCode = (posts: readonly Post[]): Questions => {
  const questions = new QuestionList();
  const random = createRandom(2);
  for (const { id, text, code } of posts) {
    const lines = code.flatMap(({ start, end }) => text.slice(start, end).split('\n'));
    const telling = lines.map(wordsOf).filter((words) => words.length >= 3 && words.join('').length >= 12);
    const words = telling[Math.floor(random() * telling.length)] ?? [];
    const at = Math.floor(random() * (words.length - 2));
    if (words.length > 0) questions.add(words.slice(at, at + 3).join(' '), id);
  }
  return questions.take();
};

const toLines = (records: readonly unknown[]): string =>
  records.map((record) => `${JSON.stringify(record)}\n`).join('');

const writeSet = async (
  folder: string,
  name: string,
  posts: readonly Post[],
  questions: Questions,
): Promise<void> => {
  if (questions.size < leastQuestions) return;
  const asked = [...questions].map(([text, ids], at) => ({ id: `q${at + 1}`, text, ids }));
  await mkdir(join(folder, name), { recursive: true });
  await writeFile(join(folder, name, 'docs.jsonl'), toLines(posts));
  await writeFile(join(folder, name, 'queries.jsonl'), toLines(asked.map(({ id, text }) => ({ id, text }))));
  await writeFile(
    join(folder, name, 'qrels.tsv'),
    `query_id\tdoc_id\tgrade\n${asked
      .flatMap(({ id, ids }) => [...ids].map((post) => `${id}\t${post}\t1\n`))
      .join('')}`,
  );
  await writeFile(join(folder, name, 'README.md'), `# ${name}\n`);
  console.log(`${name}: ${posts.length} posts, ${asked.length} questions`);
};

/** The sources of posts, whose ids are the ends of their paths. */
const readSources = async (folder: string, posts: readonly Post[]): Promise<ReadonlyMap<string, string>> => {
  const paths = (await readdir(folder, { recursive: true })).sort();
  const sources = new Map<string, string>();
  for (const { id } of posts) {
    const path = paths.find((candidate) => candidate === id || candidate.endsWith(`/${id}`));
    if (path !== undefined) sources.set(id, await readFile(join(folder, path), 'utf8'));
  }
  return sources;
};

const makeSets = async (corpus: string, name: string, folder: string): Promise<void> => {
  const posts = await loadPosts(corpus);
  const sources = await readSources(corpus, posts);
  const byLanguage = new Map<string, Post[]>();
  for (const post of posts) {
    const [language = ''] = post.language.split('-');
    byLanguage.set(language, [...(byLanguage.get(language) ?? []), post]);
  }
  for (const [language, ofLanguage] of byLanguage) {
    if (ofLanguage.length < leastPosts) continue;
    const kinds = {
      links: askLinks(ofLanguage, sources),
      headings: askHeadings(ofLanguage),
      summaries: askSummaries(ofLanguage),
      code: askCode(ofLanguage),
    };
    for (const [kind, questions] of Object.entries(kinds)) {
      await writeSet(folder, `${name}-${kind}-${language}`, ofLanguage, questions);
    }
  }
};

const [corpora, folder, ...names] = process.argv.slice(2);
if (corpora === undefined || folder === undefined) {
  console.error('usage: npx tsx test/relevance/make-sets.ts <folder of corpora> <folder to write> [name...]');
  process.exit(1);
}
const found = (await readdir(corpora, { withFileTypes: true })).filter((entry) => entry.isDirectory());
for (const name of names.length > 0 ? names : found.map((entry) => entry.name).sort()) {
  await makeSets(join(corpora, name), name, folder);
}
