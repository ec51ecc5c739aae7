/**
 * Our own engine on a judged set.
 * @module
 */
import type { Post } from '../../src/domain/post.js';
import type { SearchEngine, SearchQuery } from '../../src/domain/search.js';
import { createEngineOfPosts } from '../engines/compiled/engine-of-posts.js';
import type { JudgedDocument, JudgedQuery, JudgedSet } from './judged-set.js';
import { type Judgments, mean, ndcg, recall, reciprocalRank } from './metrics.js';

export interface Measured {
  readonly ndcg: number;
  readonly recall: number;
  readonly mrr: number;
  /** Wall clock a query, for a page of ten hits with snippets. */
  readonly milliseconds: number;
}

const toPost = (document: JudgedDocument, language: string): Post => ({
  ...document,
  url: `/${document.id}`,
  language,
  tags: [],
  categories: [],
  authors: [],
  headings: [],
  code: [],
});

const toQuery = (text: string, limit: number): SearchQuery => ({
  text,
  filters: {},
  sort: 'relevance',
  limit,
  offset: 0,
  facets: [],
});

export const openSet = ({ documents, language }: JudgedSet): Promise<SearchEngine> =>
  createEngineOfPosts(documents.map((document) => toPost(document, language)));

export const measure = async (
  engine: SearchEngine,
  queries: readonly JudgedQuery[],
  judgments: ReadonlyMap<string, Judgments>,
): Promise<Measured> => {
  const judged = queries.filter(({ id }) => judgments.has(id));
  const rankings: (readonly string[])[] = [];
  for (const { text } of judged) {
    rankings.push((await engine.ask(toQuery(text, 100))).hits.map(({ id }) => id));
  }
  const started = performance.now();
  for (const { text } of judged) await engine.ask(toQuery(text, 10));
  const milliseconds = (performance.now() - started) / Math.max(1, judged.length);
  const average = (metric: (ranking: readonly string[], ofQuery: Judgments) => number): number =>
    mean(judged.map(({ id }, at) => metric(rankings[at] ?? [], judgments.get(id) ?? new Map())));
  return {
    ndcg: average((ranking, ofQuery) => ndcg(ranking, ofQuery, 10)),
    recall: average((ranking, ofQuery) => recall(ranking, ofQuery, 100)),
    mrr: average(reciprocalRank),
    milliseconds,
  };
};
