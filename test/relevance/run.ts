/**
 * `npm run relevance -- <folder> [set...]`: every judged set below the folder, or those named, through our own engine,
 * beside the baselines of its README.
 * @module
 */
import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { type JudgedSet, loadJudgedSet } from './judged-set.js';
import { type Measured, measure, openSet } from './measure.js';

type Row = readonly [run: string, ndcg: string, recall: string, mrr: string, milliseconds: string];

const toRow = (run: string, { ndcg, recall, mrr, milliseconds }: Measured): Row => [
  run,
  ndcg.toFixed(4),
  recall.toFixed(4),
  mrr.toFixed(4),
  milliseconds.toFixed(2),
];

const measureSet = async (set: JudgedSet): Promise<readonly Row[]> => {
  const engine = await openSet(set);
  const rows = [toRow('Lookback', await measure(engine, set.queries, set.judgments))];
  if (set.misspelt.length > 0) {
    rows.push(toRow('Lookback, a word misspelt', await measure(engine, set.misspelt, set.judgments)));
  }
  return [...rows, ...set.baselines.map(({ run, ndcg, recall, mrr }): Row => [run, ndcg, recall, mrr, ''])];
};

const formatTable = (name: string, rows: readonly Row[]): string =>
  [
    `## ${name}`,
    '| run | nDCG@10 | recall@100 | MRR | ms a query |',
    '|---|---|---|---|---|',
    ...rows.map((row) => `| ${row.join(' | ')} |`),
    '',
  ].join('\n');

const [folder, ...names] = process.argv.slice(2);
if (folder === undefined || !existsSync(folder)) {
  process.stderr.write('usage: npm run relevance -- <folder of judged sets> [set...]\n');
  process.exitCode = 1;
} else {
  const found = (await readdir(folder)).sort().filter((name) => existsSync(join(folder, name, 'qrels.tsv')));
  for (const name of names.length > 0 ? names : found) {
    const set = await loadJudgedSet(join(folder, name));
    process.stdout.write(`${formatTable(name, await measureSet(set))}\n`);
  }
}
