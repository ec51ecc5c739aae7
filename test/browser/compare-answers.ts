/**
 * Asks the same of an index in four ways: from a page over HTTP, as a question and as a request, from memory, and from the
 * server's API; and what to suggest for the same texts.
 * @module
 */
import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import type { SearchRequest } from '../../src/browser/index.js';
import { LookbackError } from '../../src/domain/errors.js';
import type { IndexSource } from '../../src/domain/index-source.js';
import type { SearchQuery, SearchResult, Segment, SuggestQuery } from '../../src/domain/search.js';
import { createFileSource } from '../../src/index-store/file-source.js';
import { everyPost } from '../../src/query/every-post.js';
import { parseParameters } from '../../src/query/parse-parameters.js';
import { toSuggestQuery } from '../../src/query/suggest-query.js';
import { openAllParts, openIndex } from '../../src/reader/open-index.js';
import { createApp, startServer } from '../../src/server/index.js';
import { type LibraryWindow, openLibraryPage } from './library-page.js';
import { createQuestions, type Question } from './random-questions.js';
import { serveFolder } from './serve-folder.js';

/** What is typed besides words, and how it is known. */
const operators = {
  phrases: /"/,
  negations: /(?:^| )-/,
  alternatives: / OR /,
  parentheses: /\(/,
  fields: /title:/,
  filters: /(?:tag|category|author|series|lang|year|date|after|before):/,
  beginnings: /\*/,
} as const;
type Operator = keyof typeof operators;

export interface Comparison {
  readonly questions: number;
  /** Questions that are answered with a hit. */
  readonly answered: number;
  /** Of these: the best hit's snippet shows two different words of the question. */
  readonly withTwoWords: number;
  /** Of these: words are marked in title and snippet of the best hit. */
  readonly withTwoFields: number;
  /** Of these: the snippet of a hit is not from the beginning of its post. */
  readonly withLaterSnippet: number;
  /** Of these, by name of {@link operators}: those that are asked with it. */
  readonly withOperator: Readonly<Record<Operator, number>>;
  /** Questions of which the first word has suggestions. */
  readonly suggested: number;
  /** Texts of suggestions that lead to no hit. */
  readonly deadEnds: readonly string[];
  /** Questions that were answered differently, or other things suggested for their first word, each with its answers as JSON. */
  readonly differences: readonly {
    readonly question: string;
    readonly page: string;
    readonly pageRequest: string;
    readonly memory: string;
    readonly api: string;
  }[];
}

/** The answer to a question, and what is suggested for its text, as JSON. */
type Answer = readonly [found: string, suggested: string];

/** Every file of the folder, read before the first is asked for. */
const createMemorySource = async (folder: string): Promise<IndexSource> => {
  const files = new Map<string, Uint8Array>();
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    files.set(relative(folder, file).split(sep).join('/'), await readFile(file));
  }
  return {
    async read(path) {
      const bytes = files.get(path);
      if (bytes === undefined) throw new LookbackError('index-missing', `there is no ${path}`);
      return bytes;
    },
  };
};

const firstWord = /[\p{L}\p{N}]{2,}/u;

/** A question as `ask` takes it, and as `search` does; and its first word, for suggestions. */
const toAsked = (
  question: Question,
): {
  readonly query: SearchQuery;
  readonly text: string;
  readonly request: SearchRequest;
  readonly toSuggest: SuggestQuery;
} => {
  const { query } = parseParameters(question);
  if (query === undefined)
    throw new Error(`no question: ${new URLSearchParams(question.map((p) => [...p]))}`);
  const { text, filters, ...rest } = query;
  const { languages = 'all' } = filters;
  const toSuggest = toSuggestQuery(firstWord.exec(text)?.[0] ?? '', { languages });
  return { query, text, request: { ...rest, ...filters, languages }, toSuggest };
};

/** Questions that a page asks at once. */
const batchSize = 50;

/** @returns each answer to `ask`, then to `search` */
const askPage = async (
  page: Page,
  questions: readonly Question[],
): Promise<readonly (readonly [asked: string, ...Answer])[]> => {
  const answers: (readonly [asked: string, ...Answer])[] = [];
  for (let at = 0; at < questions.length; at += batchSize) {
    const batch = questions.slice(at, at + batchSize).map(toAsked);
    answers.push(
      ...(await page.evaluate(async (asked) => {
        const opening = window as unknown as LibraryWindow & {
          opened?: ReturnType<LibraryWindow['openSearch']>;
        };
        opening.opened ??= opening.openSearch({ baseUrl: 'index' });
        const search = await opening.opened;
        const found = asked.map(async ({ query, text, request, toSuggest }) => {
          const all = await Promise.all([
            search.ask(query),
            search.search(text, request),
            search.suggest(toSuggest.text, toSuggest),
          ]);
          return [JSON.stringify(all[0]), JSON.stringify(all[1]), JSON.stringify(all[2])] as const;
        });
        return Promise.all(found);
      }, batch)),
    );
  }
  return answers;
};

const askApi = async (url: string, questions: readonly Question[]): Promise<readonly Answer[]> => {
  const answers: Answer[] = [];
  for (const question of questions) {
    const parameters = new URLSearchParams(question.map((parameter) => [...parameter]));
    const {
      limit: _limit,
      offset: _offset,
      links: _links,
      ...found
    } = await (await fetch(`${url}api/search?${parameters}`)).json();
    const { text, languages } = toAsked(question).toSuggest;
    const toSuggest = new URLSearchParams({ q: text, lang: languages.join() });
    const { suggestions } = await (await fetch(`${url}api/suggest?${toSuggest}`)).json();
    answers.push([JSON.stringify(found), JSON.stringify(suggestions)]);
  }
  return answers;
};

const noneMet = () => ({
  answered: 0,
  withTwoWords: 0,
  withTwoFields: 0,
  withLaterSnippet: 0,
  suggested: 0,
  withOperator: {
    phrases: 0,
    negations: 0,
    alternatives: 0,
    parentheses: 0,
    fields: 0,
    filters: 0,
    beginnings: 0,
  } satisfies Record<Operator, number>,
});

const countMet = (met: ReturnType<typeof noneMet>, { text }: SearchQuery, { hits }: SearchResult): void => {
  const [best] = hits;
  if (best === undefined) return;
  met.answered += 1;
  for (const name of Object.keys(operators) as Operator[])
    if (operators[name].test(text)) met.withOperator[name] += 1;
  const marked = (segments: readonly Segment[]): readonly string[] =>
    segments.flatMap(({ text, highlighted }) => (highlighted ? [text.toLowerCase()] : []));
  const inSnippet = new Set(marked(best.snippets[0].segments));
  if (inSnippet.size > 1) met.withTwoWords += 1;
  if (inSnippet.size > 0 && marked(best.title).length > 0) met.withTwoFields += 1;
  if (hits.some(({ snippets }) => snippets[0].before)) met.withLaterSnippet += 1;
};

/** @param site a folder with the page of `writeLibraryPage` and an index in `index/` */
export const compareAnswers = async (browser: Browser, site: string, count: number): Promise<Comparison> => {
  const folder = join(site, 'index');
  const memory = await openIndex(await createMemorySource(folder), { openMatcher: openAllParts });
  const served = await openIndex(createFileSource(folder), { openMatcher: openAllParts });
  const questions = await createQuestions(memory, count);
  const app = createApp({ engine: served });
  const server = await startServer({ app, port: 0, host: '127.0.0.1', closeTimeout: 0 });
  const files = await serveFolder(site);
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    await openLibraryPage(page, files.url);
    const [fromPage, fromApi] = [await askPage(page, questions), await askApi(server.url, questions)];
    const differences: Comparison['differences'][number][] = [];
    const deadEnds: string[] = [];
    const met = noneMet();
    for (const [at, question] of questions.entries()) {
      const { query, toSuggest } = toAsked(question);
      const { languages } = toSuggest;
      const result = await memory.ask(query);
      const suggestions = await memory.suggest(toSuggest);
      countMet(met, query, result);
      if (suggestions.length > 0) met.suggested += 1;
      for (const { text } of suggestions) {
        const { total } = await memory.ask({ ...everyPost, text, filters: { languages }, limit: 0 });
        if (total === 0) deadEnds.push(text);
      }
      const [page = '', pageRequest = '', pageSuggested = ''] = fromPage[at] ?? [];
      const [api = '', apiSuggested = ''] = fromApi[at] ?? [];
      const suggested = JSON.stringify(suggestions);
      const written = question.map((parameter) => parameter.join('=')).join('&');
      for (const [asked, answers] of [
        [written, { page, pageRequest, memory: JSON.stringify(result), api }],
        [
          `suggest ${written}`,
          { page: pageSuggested, pageRequest: pageSuggested, memory: suggested, api: apiSuggested },
        ],
      ] as const) {
        if (new Set(Object.values(answers)).size > 1) differences.push({ question: asked, ...answers });
      }
    }
    return { questions: questions.length, ...met, deadEnds, differences };
  } finally {
    await Promise.all([context.close(), files.close(), server.close()]);
  }
};
