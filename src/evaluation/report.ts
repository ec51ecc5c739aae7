/**
 * What there is to say of an evaluation: the figures, the queries that fell short, and those on which two rankings differ.
 * @module
 */
import { type Evaluation, type Figures, meanFigures } from './evaluate.js';
import type { Judgments } from './metrics.js';
import type { PostUrls } from './name-posts.js';

/** A post that should answer. */
interface ExpectedPost {
  readonly url: string;
  readonly grade: number;
  /** From 1; absent where it is not among those looked at. */
  readonly rank?: number;
  /** False where the index has no such post: the judgments are old, or wrong. */
  readonly isIndexed: boolean;
}

/** What a ranking made of a query. */
interface Answer {
  readonly ndcg: number;
  /** What stands first; absent where nothing was found. */
  readonly first?: string;
  /** Best grade first. */
  readonly expected: readonly ExpectedPost[];
}

/** A query that the best order would have answered better. */
export interface Shortfall extends Answer {
  readonly query: string;
}

/** A query that two rankings answer differently. */
export interface Difference {
  readonly query: string;
  readonly ours: Answer;
  readonly theirs: Answer;
}

export interface SetReport extends Figures {
  /** The file of judgments. */
  readonly name: string;
  readonly queries: number;
  /** Worst first. */
  readonly short: readonly Shortfall[];
  /** Only where two rankings are compared. */
  readonly other?: Figures;
  /** Those that differ most first; only where two rankings are compared. */
  readonly differences?: readonly Difference[];
}

export interface Report {
  readonly sets: readonly SetReport[];
  /** The means over the sets. */
  readonly all: Figures;
  /** Only where two rankings are compared. */
  readonly other?: Figures;
}

/** What was measured with one file of judgments. */
export interface EvaluatedSet {
  readonly name: string;
  readonly evaluation: Evaluation;
  /** The same queries by another ranking. */
  readonly other?: Evaluation;
}

const toFigures = ({ ndcg, mrr, recall }: Figures): Figures => ({ ndcg, mrr, recall });

const toExpected = (
  judgments: Judgments,
  ranking: readonly string[],
  urls: PostUrls,
): readonly ExpectedPost[] =>
  [...judgments]
    .filter(([, grade]) => grade > 0)
    .sort(([, a], [, b]) => b - a)
    .map(([url, grade]) => {
      const at = ranking.indexOf(url);
      return { url, grade, isIndexed: urls.find(url) !== undefined, ...(at >= 0 && { rank: at + 1 }) };
    });

const toAnswer = ({ ndcg, ranking, judgments }: Evaluation['queries'][number], urls: PostUrls): Answer => {
  const [first] = ranking;
  const expected = toExpected(judgments, ranking, urls);
  return { ndcg, ...(first !== undefined && { first }), expected };
};

const toDifferences = (one: Evaluation, other: Evaluation, urls: PostUrls): readonly Difference[] =>
  one.queries
    .flatMap((ours, at) => {
      const theirs = other.queries[at];
      return theirs === undefined || theirs.ndcg === ours.ndcg
        ? []
        : [{ query: ours.text, ours: toAnswer(ours, urls), theirs: toAnswer(theirs, urls) }];
    })
    .sort((a, b) => Math.abs(b.ours.ndcg - b.theirs.ndcg) - Math.abs(a.ours.ndcg - a.theirs.ndcg));

const toSetReport = ({ name, evaluation, other }: EvaluatedSet, urls: PostUrls): SetReport => ({
  name,
  queries: evaluation.queries.length,
  ...toFigures(evaluation),
  short: evaluation.queries
    .filter(({ ndcg }) => ndcg < 1)
    .map((query) => ({ query: query.text, ...toAnswer(query, urls) }))
    .sort((a, b) => a.ndcg - b.ndcg),
  ...(other && { other: toFigures(other), differences: toDifferences(evaluation, other, urls) }),
});

/** @param urls those of the index that was asked; of judgments that `namePosts` named by them */
export const toReport = (sets: readonly EvaluatedSet[], urls: PostUrls): Report => {
  const others = sets.flatMap(({ other }) => other ?? []);
  return {
    sets: sets.map((set) => toSetReport(set, urls)),
    all: meanFigures(sets.map(({ evaluation }) => evaluation)),
    ...(others.length > 0 && { other: meanFigures(others) }),
  };
};
