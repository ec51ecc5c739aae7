/**
 * How well a ranking answers judged queries.
 * @module
 */
import { type Judgments, mean, ndcg, recall, reciprocalRank } from './metrics.js';
import type { JudgedQuery } from './parse-judgments.js';

/** How far down a page a reader looks. */
const ndcgDepth = 10;
/** How many answers are looked at in all. */
export const rankingDepth = 100;

/** Answers a query. @returns the names by which posts are judged, best first, {@link rankingDepth} at most */
export type Rank = (text: string) => Promise<readonly string[]>;

/** Measures, each 0 to 1; see `metrics.ts`. */
export interface Figures {
  /** Of the first 10 answers. */
  readonly ndcg: number;
  /** 1 over the rank of the first right answer. */
  readonly mrr: number;
  /** Of the first 100 answers. */
  readonly recall: number;
}

/** What was made of one query. */
interface QueryEvaluation extends Figures {
  readonly text: string;
  readonly judgments: Judgments;
  readonly ranking: readonly string[];
}

/** Figures of a set are the means over its queries. */
export interface Evaluation extends Figures {
  readonly queries: readonly QueryEvaluation[];
}

const evaluateQuery = async ({ text, judgments }: JudgedQuery, rank: Rank): Promise<QueryEvaluation> => {
  const ranking = await rank(text);
  return {
    text,
    judgments,
    ranking,
    ndcg: ndcg(ranking, judgments, ndcgDepth),
    mrr: reciprocalRank(ranking, judgments),
    recall: recall(ranking, judgments, rankingDepth),
  };
};

/** Over sets, each counts the same, however many queries it has. */
export const meanFigures = (all: readonly Figures[]): Figures => ({
  ndcg: mean(all.map((figures) => figures.ndcg)),
  mrr: mean(all.map((figures) => figures.mrr)),
  recall: mean(all.map((figures) => figures.recall)),
});

/** Asks one query after the other. @throws what `rank` throws */
export const evaluate = async (queries: readonly JudgedQuery[], rank: Rank): Promise<Evaluation> => {
  const evaluated: QueryEvaluation[] = [];
  for (const query of queries) evaluated.push(await evaluateQuery(query, rank));
  return { queries: evaluated, ...meanFigures(evaluated) };
};
