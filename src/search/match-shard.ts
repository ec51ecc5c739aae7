/**
 * The documents of one shard that answer a question, with their scores.
 * @module
 */
import { type AnalyzedQuery, analyzeQuery, type QueryAnalysisOptions } from '../analysis/analyze-query.js';
import { type Analyzer, createAnalyzer } from '../analysis/analyzer.js';
import { analyzeSynonyms, type SynonymForms } from '../analysis/synonym-forms.js';
import type { OrdinalSet } from '../documents/ordinal-set.js';
import type { FacetName } from '../domain/facets.js';
import type { QueryTree } from '../domain/query-tree.js';
import type { SearchOptions } from '../domain/search.js';
import { matchTree } from '../engines/match-tree.js';
import type { Matches, MatchOptions, WordCounts } from '../engines/matcher.js';
import { type Allowed, allowDocuments } from './allowed-documents.js';
import { type Boost, readBoosts } from './boosts.js';
import { loadRefinements } from './load-refinements.js';
import type { Question } from './question.js';
import type { Shard } from './shard.js';

/** A shard with the analyzer of its language. */
export interface AnalyzedShard extends Shard {
  readonly analyzer: Analyzer;
  readonly synonymForms: SynonymForms;
}

export const toAnalyzedShard = (shard: Shard): AnalyzedShard => {
  const analyzer = createAnalyzer(shard.language);
  return { ...shard, analyzer, synonymForms: analyzeSynonyms(shard.synonyms ?? [], analyzer) };
};

/** Documents in order of ordinal, with their scores side by side; 0 where no words were asked for, or none is there. */
type Answers = Pick<Matches, 'ordinals' | 'scores'>;

/** What one shard answers. */
export interface ShardMatches {
  readonly shard: AnalyzedShard;
  readonly asked: AnalyzedQuery;
  /** What the matcher was told besides. */
  readonly narrowed: Pick<MatchOptions, 'within' | 'filters' | 'counts'>;
  /** What the matcher gave, and takes to locate its terms: the answers, and what else the facets count. Not boosted. */
  readonly matches: Matches;
  /** Those of the matches that may answer, boosted, and what is pinned. */
  readonly answers: Answers;
  /** The documents that the counts of a facet look at, where they are others than the answers. */
  readonly beside: ReadonlyMap<FacetName, Uint32Array>;
  /** Ordinals that are pinned, whether they may answer or not, and the place that each has among pins, from 0. */
  readonly pinned: ReadonlyMap<number, number>;
  readonly boosts: readonly Boost[];
}

const nothing: Matches = {
  ordinals: new Uint32Array(),
  scores: new Float64Array(),
  terms: new Map(),
  words: [],
};

/** Where there are no words, there is nothing to ask an engine. */
const matchFilters = (
  { tree }: AnalyzedQuery,
  within: OrdinalSet,
  filters: readonly OrdinalSet[],
): Matches => {
  const matching = within.copy();
  matching.intersect(matchTree(tree, { documentCount: within.size, words: [], weights: [], filters }));
  const ordinals = matching.toOrdinals();
  return { ...nothing, ordinals, scores: new Float64Array(ordinals.length) };
};

const keep = ({ ordinals, scores }: Answers, within: OrdinalSet): Answers => ({
  ordinals: ordinals.filter((ordinal) => within.has(ordinal)),
  scores: scores.filter((_, at) => within.has(ordinals[at] ?? 0)),
});

/** With what is pinned and does not match, at score 0. */
const addPinned = ({ ordinals, scores }: Answers, pinned: readonly number[]): Answers => {
  if (pinned.length === 0) return { ordinals, scores };
  const all = new Map(pinned.map((ordinal) => [ordinal, 0]));
  ordinals.forEach((ordinal, at) => void all.set(ordinal, scores[at] ?? 0));
  const sorted = Uint32Array.from(all.keys()).sort();
  return { ordinals: sorted, scores: Float64Array.from(sorted, (ordinal) => all.get(ordinal) ?? 0) };
};

const boost = ({ ordinals, scores }: Answers, boosts: readonly Boost[]): Answers =>
  boosts.length === 0
    ? { ordinals, scores }
    : {
        ordinals,
        scores: scores.map((score, at) =>
          boosts.reduce((product, { factorOf }) => product * factorOf(ordinals[at] ?? 0), score),
        ),
      };

/** While the words of the language are on their way, so is what the matcher is likely to need. */
const analyze = async (
  shard: AnalyzedShard,
  tree: QueryTree,
  { asksWords, ...options }: Omit<QueryAnalysisOptions, 'words'> & Pick<Question, 'asksWords'>,
): Promise<AnalyzedQuery> => {
  if (!asksWords) return analyzeQuery(tree, shard.analyzer, options);
  const words = shard.words();
  if (words instanceof Promise) shard.matcher.readAhead?.(analyzeQuery(tree, shard.analyzer, options));
  return analyzeQuery(tree, shard.analyzer, { ...options, words: await words });
};

/** The documents that pass each of the filters of a text; the columns that they are about are read, and no others. */
const findEachPassing = async (
  { filters }: AnalyzedQuery,
  shard: Shard,
  options: SearchOptions,
): Promise<readonly OrdinalSet[]> => {
  if (filters.length === 0) return [];
  const { findPassing } = await loadRefinements();
  return Promise.all(filters.map((filter) => findPassing(shard, filter, options)));
};

/** A question put to a shard: its filters are read while its words are. */
export interface AskedShard {
  readonly shard: AnalyzedShard;
  readonly query: AnalyzedQuery;
  readonly allowed: Promise<Allowed>;
  /** The documents that pass each of the filters of the text. */
  readonly passing: Promise<readonly OrdinalSet[]>;
}

export const askShard = async (
  shard: AnalyzedShard,
  { query: { filters, facets, fuzzy }, tree, asksWords, now, settled = new Set() }: Question,
  options: SearchOptions,
): Promise<AskedShard> => {
  const allowed = allowDocuments(shard, { filters, facets }, now, options);
  // Whether it fails is heard when it is waited for.
  allowed.catch(() => undefined);
  const query = await analyze(shard, tree, {
    asksWords,
    synonyms: shard.synonymForms,
    fuzzy,
    settled,
  });
  const passing = findEachPassing(query, shard, options);
  passing.catch(() => undefined);
  return { shard, query, allowed, passing };
};

/** What is known of a shard's place among others. */
interface Among {
  readonly counts?: WordCounts | undefined;
  readonly boosts?: readonly Boost[];
}

/** The matcher is asked once, for all that is needed: the answers, and what the facets count beside them. */
export const matchAsked = async (
  { shard, query: asked, allowed: filtering, passing }: AskedShard,
  { query, asksWords, now, pins, recency }: Question,
  options: SearchOptions,
  { counts, boosts: more = [] }: Among = {},
): Promise<ShardMatches> => {
  const within = filtering.then(({ any }) => any);
  const together = counts && { counts };
  const [allowed, filters, matches, own] = await Promise.all([
    filtering,
    passing,
    asked.words.length > 0
      ? shard.matcher.match(asked, { ...options, ...together, within, filters: passing })
      : Promise.all([within, passing]).then(([any, sets]) => matchFilters(asked, any, sets)),
    asksWords && query.limit > 0 ? readBoosts(shard, recency, now, options) : [],
  ]);
  const boosts = [...own, ...more];
  const places = new Map(
    pins.flatMap((url, place) => {
      const ordinal = shard.pinned?.get(url);
      return ordinal === undefined ? [] : [[ordinal, place] as const];
    }),
  );
  const found = addPinned(
    matches,
    [...places.keys()].filter((ordinal) => allowed.any.has(ordinal)),
  );
  return {
    shard,
    asked,
    narrowed: { ...together, within: allowed.any, filters },
    matches,
    answers: boost(allowed.beside.size === 0 ? found : keep(found, allowed.answers), boosts),
    beside: new Map([...allowed.beside].map(([facet, set]) => [facet, keep(found, set).ordinals])),
    pinned: places,
    boosts,
  };
};

/** Of a shard that is asked by itself. */
export const matchShard = async (
  shard: AnalyzedShard,
  question: Question,
  options: SearchOptions,
): Promise<ShardMatches> => matchAsked(await askShard(shard, question, options), question, options);
