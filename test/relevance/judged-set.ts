/**
 * A folder with `docs.jsonl`, `queries.jsonl`, `qrels.tsv`, perhaps `queries.typo.jsonl`, and a README with baselines.
 * @module
 */
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Post } from '../../src/domain/post.js';
import type { Judgments } from '../../src/evaluation/metrics.js';
import type { JudgedQuery } from '../../src/evaluation/parse-judgments.js';

/** A row of the README's table, as it is written there. */
export interface Baseline {
  readonly run: string;
  readonly ndcg: string;
  readonly recall: string;
  readonly mrr: string;
}

export interface JudgedSet {
  readonly name: string;
  /** What the name ends in (`xquad-de`), else English. */
  readonly language: string;
  readonly posts: readonly Post[];
  /** Those that are judged, each post by its id. */
  readonly queries: readonly JudgedQuery[];
  /** The same queries with a misspelt word each; empty where the set has none. */
  readonly misspelt: readonly JudgedQuery[];
  readonly baselines: readonly Baseline[];
}

const readLines = async (path: string): Promise<readonly string[]> =>
  (await readFile(path, 'utf8')).split('\n').filter((line) => line.trim() !== '');

/** Each line of a file as the object that it is. */
const readRecords = async <Item>(path: string): Promise<readonly Item[]> =>
  (await readLines(path)).map((line) => JSON.parse(line));

/** The least that `docs.jsonl` says of a post; sets that were made of blogs say all of it. */
type JudgedDocument = Pick<Post, 'id' | 'title' | 'text'> & Partial<Post>;

const toPost = (document: JudgedDocument, language: string): Post => ({
  url: `/${document.id}`,
  tags: [],
  categories: [],
  authors: [],
  headings: [],
  code: [],
  ...document,
  id: String(document.id),
  language,
});

const readQueries = async (
  path: string,
  judgments: ReadonlyMap<string, Judgments>,
): Promise<readonly JudgedQuery[]> =>
  (await readRecords<{ readonly id: string; readonly text: string }>(path)).flatMap(({ id, text }) => {
    const ofQuery = judgments.get(String(id));
    return ofQuery === undefined ? [] : [{ text, judgments: ofQuery }];
  });

/** A header line, then query, document and grade. */
const parseJudgments = (lines: readonly string[]): ReadonlyMap<string, Judgments> => {
  const judgments = new Map<string, Map<string, number>>();
  for (const line of lines.slice(1)) {
    const [query = '', document = '', grade = '0'] = line.split('\t');
    const ofQuery = judgments.get(query) ?? new Map<string, number>();
    judgments.set(query, ofQuery.set(document, Number(grade)));
  }
  return judgments;
};

const toCells = (row: string): readonly string[] =>
  row
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());

/** The table whose header names `run` and `nDCG@10`. */
export const parseBaselines = (readme: string): readonly Baseline[] => {
  const rows = readme.split('\n').filter((line) => line.startsWith('|'));
  const header = rows.findIndex((row) => toCells(row).includes('nDCG@10'));
  if (header < 0) return [];
  const names = toCells(rows[header] ?? '');
  return rows.slice(header + 2).map((row) => {
    const cells = toCells(row);
    const cell = (name: string): string => cells[names.indexOf(name)] ?? '';
    return { run: cell('run'), ndcg: cell('nDCG@10'), recall: cell('Recall@100'), mrr: cell('MRR') };
  });
};

/** @param part of the queries, where a set has several: `train` reads `queries.train.jsonl` */
export const loadJudgedSet = async (folder: string, part = ''): Promise<JudgedSet> => {
  const infix = part && `.${part}`;
  const name = basename(folder);
  const language = /-([a-z]{2})$/.exec(name)?.[1] ?? 'en';
  const judgments = parseJudgments(await readLines(join(folder, `qrels${infix}.tsv`)));
  const misspeltPath = join(folder, 'queries.typo.jsonl');
  const hasMisspelt = part === '' && existsSync(misspeltPath);
  const documents = await readRecords<JudgedDocument>(join(folder, 'docs.jsonl'));
  return {
    name: name + infix,
    language,
    posts: documents.map((document) => toPost(document, language)),
    queries: await readQueries(join(folder, `queries${infix}.jsonl`), judgments),
    misspelt: hasMisspelt ? await readQueries(misspeltPath, judgments) : [],
    baselines: part === '' ? parseBaselines(await readFile(join(folder, 'README.md'), 'utf8')) : [],
  };
};

const listSets = async (folder: string): Promise<readonly string[]> =>
  (await readdir(folder)).sort().filter((name) => existsSync(join(folder, name, 'qrels.tsv')));

/** The judged sets below a folder, or those named; a part of one is `scifact.train`. */
export const loadJudgedSets = async function* (
  folder: string,
  names: readonly string[],
): AsyncGenerator<JudgedSet> {
  for (const name of names.length > 0 ? names : await listSets(folder)) {
    const [set = '', part] = name.split('.');
    yield await loadJudgedSet(join(folder, set), part);
  }
};
