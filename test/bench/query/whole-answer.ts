/**
 * The whole answer as a reader sees it: hits with snippets and five facets, measured in a process of its own, of this checkout or another.
 * @module
 */
import { readFile } from 'node:fs/promises';
import type { FacetName } from '../../../src/domain/facets.js';
import type { SearchEngine } from '../../../src/domain/search.js';
import { everyPost } from '../../../src/query/every-post.js';
import { type Times, timeQuestions } from './measure.js';
import type { Questions } from './queries.js';

/** Hits that are asked for: a page, and the most that a reader can ask for. */
const limits = { page: 10, most: 100 } as const;

/** Processor time an answer, by how many hits it has. */
export type WholeAnswers = Readonly<Record<keyof typeof limits, Times>>;

/** What is promised. */
const targets = {
  /** Milliseconds of the mean, or {@link share} of what the other checkout takes. */
  mean: 1,
  share: 1 / 8,
  /** The 99th percentile to the mean. */
  tail: 5,
  /** A hundred hits to ten. */
  most: 8,
} as const;

const wanted: readonly FacetName[] = ['tags', 'categories', 'authors', 'years', 'languages'];

type Ask = SearchEngine['ask'];

/** Of this checkout, or of one from before `ask` had its name. */
type AnyEngine = { readonly ask: Ask } | { readonly search: Ask };

/** An older checkout does not have all of them. */
const findFacets = async (ask: Ask): Promise<readonly FacetName[]> => {
  const known: FacetName[] = [];
  for (const facet of wanted) {
    const isKnown = await ask({ ...everyPost, facets: [facet] }).then(
      () => true,
      () => false,
    );
    if (isKnown) known.push(facet);
  }
  return known;
};

/**
 * Measures what the process was given: the folder of an index, and the file of the questions.
 * @public imported by the program that `engine-process.ts` writes
 */
export const runWholeAnswers = async (open: (folder: string) => Promise<AnyEngine>): Promise<void> => {
  const [folder = '', file = ''] = process.argv.slice(2);
  const engine = await open(folder);
  const ask: Ask = 'ask' in engine ? (query) => engine.ask(query) : (query) => engine.search(query);
  const facets = await findFacets(ask);
  const questions: Questions = JSON.parse(await readFile(file, 'utf8'));
  const time = (limit: number): Promise<Times> =>
    timeQuestions(
      async (text) => (await ask({ ...everyPost, text, limit, facets })).hits.map(({ id }) => id),
      questions.typos,
    );
  const times: WholeAnswers = { page: await time(limits.page), most: await time(limits.most) };
  process.stdout.write(`${JSON.stringify(times)}\n`);
};

const toLine = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

/** @param other of another checkout, where one was named */
export const formatWholeAnswers = (ours: WholeAnswers, other: WholeAnswers | undefined): string => {
  const time = (milliseconds: number | undefined): string => milliseconds?.toFixed(2) ?? '–';
  const row = (name: string, of: (whole: WholeAnswers) => number): string =>
    toLine([name, time(of(ours)), time(other && of(other)), other ? (of(ours) / of(other)).toFixed(3) : '–']);
  const share = other === undefined ? Infinity : ours.page.mean / other.page.mean;
  const judged: readonly (readonly [string, string, boolean])[] = [
    [
      `mean at most ${targets.mean} ms, or ${targets.share} of the other checkout`,
      time(ours.page.mean),
      ours.page.mean <= targets.mean || share <= targets.share,
    ],
    [
      `p99 at most ${targets.tail} times the mean`,
      (ours.page.p99 / ours.page.mean).toFixed(1),
      ours.page.p99 <= targets.tail * ours.page.mean,
    ],
    [
      `${limits.most} hits at most ${targets.most} times ${limits.page}`,
      (ours.most.mean / ours.page.mean).toFixed(1),
      ours.most.mean <= targets.most * ours.page.mean,
    ],
  ];
  return [
    toLine(['whole answer, five facets: CPU ms', 'ours', 'the other checkout', 'ratio']),
    toLine(['---', '--:', '--:', '--:']),
    row(`${limits.page} hits, mean`, ({ page }) => page.mean),
    row(`${limits.page} hits, p99`, ({ page }) => page.p99),
    row(`${limits.most} hits, mean`, ({ most }) => most.mean),
    '',
    toLine(['promised', 'is', '']),
    toLine(['---', '--:', '---']),
    ...judged.map(([what, is, isMet]) => toLine([what, is, isMet ? 'met' : 'missed'])),
    '',
  ].join('\n');
};
