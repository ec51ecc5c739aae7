/**
 * Our own engines on a judged set.
 * @module
 */
import type { SearchEngine, SearchQuery } from '../../src/domain/search.js';
import { type Evaluation, evaluate, rankingDepth } from '../../src/evaluation/evaluate.js';
import type { JudgedQuery } from '../../src/evaluation/parse-judgments.js';
import { openPartsOnDemand } from '../../src/reader/open-index.js';
import { openMiniSearch } from '../../src/reader/open-minisearch.js';
import { createMemorySource, openEngine } from '../engines/compiled/engine-of-posts.js';
import type { JudgedSet } from './judged-set.js';

const toQuery = (text: string, limit: number, fuzzy: boolean): SearchQuery => ({
  text,
  filters: {},
  sort: 'relevance',
  limit,
  offset: 0,
  facets: [],
  fuzzy,
  facetLimit: 100,
  facetContains: '',
  prefer: [],
  explain: false,
});

export interface SetEngines {
  readonly ours: SearchEngine;
  readonly miniSearch: SearchEngine;
}

export const openSet = async ({ posts }: JudgedSet): Promise<SetEngines> => {
  const source = await createMemorySource(posts);
  return {
    ours: await openEngine(source, openPartsOnDemand),
    miniSearch: await openEngine(source, openMiniSearch),
  };
};

/** @param fuzzy whether misspellings are tolerated */
export const measure = (
  engine: SearchEngine,
  queries: readonly JudgedQuery[],
  fuzzy = true,
): Promise<Evaluation> =>
  evaluate(queries, async (text) =>
    (await engine.ask(toQuery(text, rankingDepth, fuzzy))).hits.map(({ id }) => id),
  );

/** @returns milliseconds on the clock a query, for a page of ten hits with snippets */
export const timeQueries = async (engine: SearchEngine, queries: readonly JudgedQuery[]): Promise<number> => {
  const started = performance.now();
  for (const { text } of queries) await engine.ask(toQuery(text, 10, true));
  return (performance.now() - started) / Math.max(1, queries.length);
};
