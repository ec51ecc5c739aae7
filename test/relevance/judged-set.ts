/**
 * A folder with `docs.jsonl`, `queries.jsonl`, `qrels.tsv`, perhaps `queries.typo.jsonl`, and a README with baselines.
 * @module
 */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Judgments } from './metrics.js';

export interface JudgedDocument {
  readonly id: string;
  readonly title: string;
  readonly text: string;
}

export interface JudgedQuery {
  readonly id: string;
  readonly text: string;
}

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
  readonly documents: readonly JudgedDocument[];
  readonly queries: readonly JudgedQuery[];
  /** The same queries with a misspelt word each; empty where the set has none. */
  readonly misspelt: readonly JudgedQuery[];
  /** By query id. */
  readonly judgments: ReadonlyMap<string, Judgments>;
  readonly baselines: readonly Baseline[];
}

const toStrings = (record: unknown): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(Object(record)).map(([name, value]) => [name, String(value)]));

const readLines = async (path: string): Promise<readonly string[]> =>
  (await readFile(path, 'utf8')).split('\n').filter((line) => line.trim() !== '');

const readRecords = async (path: string): Promise<readonly Readonly<Record<string, string>>[]> =>
  (await readLines(path)).map((line) => toStrings(JSON.parse(line)));

const readQueries = async (path: string): Promise<readonly JudgedQuery[]> =>
  (await readRecords(path)).map(({ id = '', text = '' }) => ({ id, text }));

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

export const loadJudgedSet = async (folder: string): Promise<JudgedSet> => {
  const name = basename(folder);
  const misspeltPath = join(folder, 'queries.typo.jsonl');
  return {
    name,
    language: /-([a-z]{2})$/.exec(name)?.[1] ?? 'en',
    documents: (await readRecords(join(folder, 'docs.jsonl'))).map(({ id = '', title = '', text = '' }) => ({
      id,
      title,
      text,
    })),
    queries: await readQueries(join(folder, 'queries.jsonl')),
    misspelt: existsSync(misspeltPath) ? await readQueries(misspeltPath) : [],
    judgments: parseJudgments(await readLines(join(folder, 'qrels.tsv'))),
    baselines: parseBaselines(await readFile(join(folder, 'README.md'), 'utf8')),
  };
};
