/**
 * `npm run relevance -- <folder> [set...]`: every judged set below the folder, or those named (`scifact.train` for a part of one's queries),
 * through our own engines, beside the baselines of its README and what is promised.
 * @module
 */
import { existsSync } from 'node:fs';
import process from 'node:process';
import { type Figures, meanFigures } from '../../src/evaluation/evaluate.js';
import { type JudgedSet, loadJudgedSets } from './judged-set.js';
import { measure, openSet, timeQueries } from './measure.js';

/** nDCG@10 that is promised of a set. */
const targets: Readonly<Record<string, number>> = {
  scifact: 0.695,
  'anchor-optech-topics': 0.855,
  'xquad-en': 0.967,
  'xquad-de': 0.927,
  'xquad-zh': 0.967,
  'xquad-ar': 0.885,
};
/** Of the nDCG@10 of correct spelling, what one misspelt word a query leaves at least. */
const leastMisspelt = 0.96;
/** How much of the nDCG@10 of correct spelling tolerance may take away. */
const mostLoss = 0.001;

type Row = readonly string[];

const toRow = (run: string, { ndcg, recall, mrr }: Figures, remark: string): Row => [
  run,
  ...[ndcg, recall, mrr].map((figure) => figure.toFixed(4)),
  remark,
];

/** What is promised and missed makes the command fail. */
const judge = (isMet: boolean, what: string): string => {
  if (!isMet) process.exitCode = 1;
  return `${isMet ? 'met' : 'MISSED'}: ${what}`;
};

const measureSet = async (
  set: JudgedSet,
): Promise<{ readonly rows: readonly Row[]; readonly ours: Figures }> => {
  const { ours: engine, miniSearch } = await openSet(set);
  const ours = await measure(engine, set.queries);
  const milliseconds = await timeQueries(engine, set.queries);
  const target = targets[set.name];
  const strict = await measure(engine, set.queries, false);
  const change = ours.ndcg - strict.ndcg;
  const rows = [
    toRow(
      'Lookback',
      ours,
      `${milliseconds.toFixed(2)} ms${target === undefined ? '' : `; ${judge(ours.ndcg >= target, `at least ${target}`)}`}`,
    ),
    toRow('Lookback, fuzzy=0', strict, judge(change >= -mostLoss, `tolerance changes ${change.toFixed(4)}`)),
  ];
  if (set.misspelt.length > 0) {
    const misspelt = await measure(engine, set.misspelt);
    const share = misspelt.ndcg / ours.ndcg;
    rows.push(
      toRow(
        'Lookback, a word misspelt',
        misspelt,
        judge(share >= leastMisspelt, `${(100 * share).toFixed(1)} %`),
      ),
    );
  }
  rows.push(toRow('MiniSearch, our terms and fields', await measure(miniSearch, set.queries), ''));
  return {
    rows: [...rows, ...set.baselines.map(({ run, ndcg, recall, mrr }) => [run, ndcg, recall, mrr, ''])],
    ours,
  };
};

const formatTable = (name: string, rows: readonly Row[]): string =>
  [
    `## ${name}`,
    '| run | nDCG@10 | recall@100 | MRR | |',
    '|---|---|---|---|---|',
    ...rows.map((row) => `| ${row.join(' | ')} |`),
    '',
  ].join('\n');

const [folder, ...names] = process.argv.slice(2);
if (folder === undefined || !existsSync(folder)) {
  process.stderr.write('usage: npm run relevance -- <folder of judged sets> [set...]\n');
  process.exitCode = 1;
} else {
  const all: Figures[] = [];
  for await (const set of loadJudgedSets(folder, names)) {
    const { rows, ours } = await measureSet(set);
    all.push(ours);
    process.stdout.write(
      `${formatTable(`${set.name}: ${set.posts.length} posts, ${set.queries.length} queries`, rows)}\n`,
    );
  }
  const seconds = Math.round(performance.now() / 1000);
  process.stdout.write(
    formatTable(`mean of ${all.length} sets`, [toRow('Lookback', meanFigures(all), `${seconds} s in all`)]),
  );
}
