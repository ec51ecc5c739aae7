/**
 * Would a test fail if the code were wrong? StrykerJS changes one place of the source after the other and runs the tests that
 * reach it; a change that none of them notices has survived. Prints the survivors and a table of the folders; ends with 1
 * where a folder's score is too low. Not in the gate: it takes minutes. Use: mutations [folder of src …]
 *
 * Left out are changes of what is computed once, when a module is loaded (the column `static`): tables of letters and
 * constants. For each of them all tests would have to run, in a process of its own.
 */

import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Stryker } from '@stryker-mutator/core';

/** What reads posts is tested with whole sites, which takes too long for each mutant. */
const allFolders = [
  'analysis',
  'documents',
  'index-store',
  'postings',
  'query',
  'ranking',
  'reader',
  'search',
];

/** Least share of mutants, in percent, that the tests must notice. */
const leastScore = 80;

type Mutant = Awaited<ReturnType<Stryker['runMutationTest']>>[number];

interface Row {
  readonly folder: string;
  /** Noticed by a failing test, or by a test that then never ended. */
  readonly noticed: number;
  readonly survived: number;
  /** Reached by no test; counted as survived. */
  readonly unreached: number;
  readonly static: number;
  /** In percent; `NaN` where there was nothing to change. */
  readonly score: number;
}

const toRow = (folder: string, mutants: readonly Mutant[]): Row => {
  const count = (...statuses: readonly Mutant['status'][]): number =>
    mutants.filter(({ status }) => statuses.includes(status)).length;
  const noticed = count('Killed', 'Timeout');
  const survived = count('Survived');
  const unreached = count('NoCoverage');
  const score = (100 * noticed) / (noticed + survived + unreached);
  return { folder, noticed, survived, unreached, static: count('Ignored'), score };
};

const mutate = async (folder: string): Promise<Row> => {
  process.env.MUTATED_FOLDER = folder;
  const stryker = new Stryker({
    mutate: [`src/${folder}/**/*.ts`],
    testRunner: 'vitest',
    plugins: [import.meta.resolve('@stryker-mutator/vitest-runner')],
    vitest: { configFile: 'test/mutations/vitest.config.ts' },
    coverageAnalysis: 'perTest',
    ignoreStatic: true,
    concurrency: 2,
    // The copy of the project that is changed; what lies in `node_modules` is not compiled.
    tempDirName: join(tmpdir(), 'lookback-mutations'),
    cleanTempDir: 'always',
    // None: Stryker would rewrite its paths by an interface that TypeScript 7 does not have, and Vitest reads no paths from it.
    tsconfigFile: 'none',
    incremental: true,
    incrementalFile: `node_modules/.cache/lookback/mutations-${folder}.json`,
    reporters: ['progress-append-only', 'clear-text'],
    clearTextReporter: { logTests: false, reportTests: false, reportScoreTable: true },
  });
  return toRow(folder, await stryker.runMutationTest());
};

const named = process.argv.slice(2);
const unknown = named.filter((folder) => !allFolders.includes(folder));
if (unknown.length > 0)
  throw new Error(`No tests are meant for ${unknown.join(', ')}: see ${allFolders.join(', ')}.`);

const rows: Row[] = [];
for (const folder of named.length > 0 ? named : allFolders) rows.push(await mutate(folder));

const columns = ['folder', 'noticed', 'survived', 'unreached', 'static', 'score'] as const;
const format = (cells: readonly string[]): string =>
  cells.map((cell, at) => (at === 0 ? cell.padEnd(14) : cell.padStart(10))).join('');
console.log(format(columns));
for (const row of rows)
  console.log(
    format(columns.map((name) => (name === 'score' ? `${row.score.toFixed(1)} %` : String(row[name])))),
  );
// Not `<`: without mutants the score is no number, and there is something wrong too.
if (!rows.every(({ score }) => score >= leastScore)) {
  console.error(`Below ${leastScore} %: a test is missing for each survivor above.`);
  process.exitCode = 1;
}
