/** `lookback eval` */
import { resolve } from 'node:path';
import { LookbackError } from '../../domain/errors.js';
import type { SearchEngine } from '../../domain/search.js';
import { evaluate, type Figures, type Rank, rankingDepth } from '../../evaluation/evaluate.js';
import { namePosts, PostUrls } from '../../evaluation/name-posts.js';
import { type EvaluatedSet, type Report, toReport } from '../../evaluation/report.js';
import { createFileSource } from '../../index-store/file-source.js';
import { everyPost } from '../../query/every-post.js';
import { openAllParts, openIndex } from '../../reader/open-index.js';
import { openMiniSearch } from '../../reader/open-minisearch.js';
import type { Options } from '../commands.js';
import { type ExitCode, exitCodes } from '../exit-codes.js';
import { formatReport } from '../format-evaluation.js';
import { readIndexUrls } from '../index-urls.js';
import { readJudgments } from '../read-judgments.js';
import { toConfig } from '../setting-options.js';
import { type Terminal, toShownJson } from '../terminal.js';

/** The name of MiniSearch's own ranking, where a folder could stand too. */
const miniSearchName = 'minisearch';

const openAll = (folder: string): Promise<SearchEngine> =>
  openIndex(createFileSource(folder), { openMatcher: openAllParts });

const toRank =
  (engine: SearchEngine): Rank =>
  async (text) => {
    const { hits } = await engine.ask({ ...everyPost, text, limit: rankingDepth });
    return hits.map(({ url }) => url);
  };

/** @throws LookbackError `parameter-invalid` */
const toLeast = (written: unknown, parameter: string): number => {
  if (written === undefined) return 0;
  const least = String(written).trim() === '' ? Number.NaN : Number(written);
  if (least >= 0 && least <= 1) return least;
  throw new LookbackError('parameter-invalid', `${parameter} takes a figure from 0 to 1`, { parameter });
};

const openCompared = async (
  terminal: Terminal,
  compared: unknown,
  index: string,
): Promise<SearchEngine | undefined> => {
  if (compared === undefined) return undefined;
  return compared === miniSearchName
    ? openIndex(createFileSource(index), { openMatcher: openMiniSearch })
    : openAll(resolve(terminal.folder, String(compared)));
};

const evaluateSets = async (terminal: Terminal, judgments: string, options: Options): Promise<Report> => {
  const config = await toConfig(terminal, options);
  const files = await readJudgments(judgments, terminal.folder);
  const index = resolve(terminal.folder, config.index);
  const engine = await openAll(index);
  const other = await openCompared(terminal, options.compare, index);
  const urls = new PostUrls((await readIndexUrls(engine)).map(({ url }) => url));
  const sets: EvaluatedSet[] = [];
  for (const { name, queries } of files) {
    const asked = namePosts(queries, urls);
    const evaluation = await evaluate(asked, toRank(engine));
    sets.push({ name, evaluation, ...(other && { other: await evaluate(asked, toRank(other)) }) });
  }
  return toReport(sets, urls);
};

export const evaluateIndex = async (
  terminal: Terminal,
  judgments: string,
  options: Options,
): Promise<ExitCode> => {
  const least: Figures = {
    ndcg: toLeast(options.minNdcg, '--min-ndcg'),
    mrr: toLeast(options.minMrr, '--min-mrr'),
    recall: toLeast(options.minRecall, '--min-recall'),
  };
  const report = await evaluateSets(terminal, judgments, options);
  const { all } = report;
  terminal.out.write(
    options.json === true ? toShownJson(report) : formatReport(report, String(options.compare)),
  );
  const isEnough = all.ndcg >= least.ndcg && all.mrr >= least.mrr && all.recall >= least.recall;
  return isEnough ? exitCodes.done : exitCodes.incomplete;
};
