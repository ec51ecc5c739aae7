/**
 * `npm run corpora -- <folder>`: builds an index of every blog in a folder and accounts for every file.
 * Exit code 1 if one of them crashes, a file is neither indexed nor skipped, `explain` says otherwise of one, or MiniSearch itself
 * writes another index of the same posts.
 */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { loadConfig } from '../../src/config/index.js';
import { type BuildReport, buildIndex } from '../../src/indexer/index.js';
import { compareExplanations } from '../cli/compare-explanations.js';
import { compareMiniSearch } from './compare-minisearch.js';

/** Files of a blog that are explained: each opens all of it. */
const maxExplained = 12;

const [folder, ...only] = process.argv.slice(2);
if (folder === undefined) {
  console.error('usage: npm run corpora -- <folder of blogs> [name ...]');
  process.exit(1);
}

const sizes = async (index: string): Promise<{ plain: number; gzip: number }> => {
  let plain = 0;
  let gzip = 0;
  for (const entry of await readdir(index, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const bytes = await readFile(join(entry.parentPath, entry.name));
    plain += bytes.length;
    gzip += gzipSync(bytes).length;
  }
  return { plain, gzip };
};

const reasons = (report: BuildReport): string => {
  const counts = new Map<string, number>();
  for (const { reason } of report.skips) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return [...counts].map(([reason, count]) => `${reason} ${count}`).join(', ') || '-';
};

const row = (cells: readonly (string | number)[]): string =>
  cells.map((cell, at) => (at === 0 ? String(cell).padEnd(22) : String(cell).padStart(10))).join(' ');

const names = (await readdir(folder, { withFileTypes: true }))
  .filter((entry) => entry.isDirectory() && (only.length === 0 || only.includes(entry.name)))
  .map((entry) => entry.name)
  .sort();

console.log(`${row(['blog', 'found', 'indexed', 'seconds', 'bytes', 'gzip', 'generator'])}  skipped`);
const failures: string[] = [];
let explained = 0;
let compared = 0;
for (const name of names) {
  const index = await mkdtemp(join(tmpdir(), 'lookback-'));
  const ledger = `${index}.ledger`;
  try {
    const config = await loadConfig({ folder: index, flags: { posts: resolve(folder, name), index } });
    const now = new Date();
    const started = performance.now();
    const report = await buildIndex(config, { now, ledger: { file: ledger, relativeTo: resolve(folder) } });
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    const { plain, gzip } = await sizes(index);
    const accounted = report.indexed + report.skips.length;
    console.log(
      `${row([name, report.found, report.indexed, seconds, plain, gzip, report.generator])}  ${reasons(report)}`,
    );
    if (accounted !== report.found)
      failures.push(`${name}: ${report.found} found, ${accounted} accounted for`);
    const { tried, differing } = await compareExplanations(
      await readFile(ledger, 'utf8'),
      report.generator,
      resolve(folder),
      { most: maxExplained },
    );
    explained += tried;
    for (const { file, built, told } of differing)
      failures.push(`${file}: built as ${built}, explained as ${told}`);
    const written = await compareMiniSearch(config, now);
    compared += written.compared;
    for (const path of written.differing) failures.push(`${name}: MiniSearch writes another ${path}`);
  } catch (error) {
    failures.push(`${name}: ${error instanceof Error ? error.stack : String(error)}`);
  } finally {
    await rm(index, { recursive: true, force: true });
    await rm(ledger, { force: true });
  }
}
for (const failure of failures) console.error(failure);
console.log(
  `${names.length} blogs, ${explained} files explained, ${compared} MiniSearch indexes written again, ${failures.length} failures`,
);
process.exitCode = failures.length > 0 ? 1 : 0;
