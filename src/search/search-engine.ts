/**
 * The engine-neutral half of a search: asks each shard, then filters, counts, sorts and joins.
 * @module
 */

import { compareText } from '../domain/compare-text.js';
import type { RankingSettings } from '../domain/ranking-settings.js';
import type {
  SearchEngine,
  SearchOptions,
  SearchQuery,
  SearchResult,
  StoredPost,
  Understanding,
} from '../domain/search.js';
import { loadScript } from '../sharing/load-script.js';
import { countFacets } from './count-facets.js';
import { findDropped } from './dropped-words.js';
import { joinHits } from './join-hits.js';
import { type AnalyzedShard, matchShard, type ShardMatches, toAnalyzedShard } from './match-shard.js';
import { isLanguageAsked } from './passing-documents.js';
import { type Question, toQuestion } from './question.js';
import { rank } from './rank.js';
import { findSettled, isUnsettled } from './settled-words.js';
import type { Shard } from './shard.js';
import { toStoredPost } from './to-hit.js';

export interface SearchEngineOptions {
  /** Milliseconds since the epoch, like `Date.now`; asked once a search, to drop what has expired. */
  readonly now: () => number;
  /** What the author says of the order of answers. Default nothing. */
  readonly ranking?: RankingSettings | undefined;
}

const countAnswers = (matches: readonly ShardMatches[]): number =>
  matches.reduce((sum, { answers }) => sum + answers.ordinals.length, 0);

const findPost = async (
  { store, language }: AnalyzedShard,
  id: string,
  now: number,
  options: SearchOptions,
): Promise<StoredPost | undefined> => {
  const ordinal = await store.ordinalOf(id, options);
  if (ordinal === undefined) return undefined;
  const { expires } = await store.columns(['expires'], options);
  if ((expires[ordinal] ?? Infinity) <= now) return undefined;
  const [count = 1] = await store.passageCounts([ordinal], options);
  const places = Array.from({ length: count }, (_, passage) => ({ ordinal, passage }));
  return toStoredPost(await store.passages(places, options), language);
};

/**
 * The same question and index give the same answer. Scores of different shards are put in one order although each comes
 * from the statistics of its own language. A language that no shard has matches nothing.
 */
export const createSearchEngine = (
  shards: readonly Shard[],
  { now, ranking }: SearchEngineOptions,
): SearchEngine => {
  const analyzed = shards.toSorted((a, b) => compareText(a.language, b.language)).map(toAnalyzedShard);
  const seconds = (): number => now() / 1_000;

  const matchAll = async (question: Question, options: SearchOptions): Promise<readonly ShardMatches[]> => {
    const { facets, filters } = question.query;
    // What is selected of a facet does not shrink its own counts: to count languages, all of them are asked.
    const languages = facets.includes('languages') ? [] : filters.languages;
    const asked = analyzed.filter(({ language }) => isLanguageAsked(language, languages));
    const matches = await Promise.all(asked.map((shard) => matchShard(shard, question, options)));
    const settled = findSettled(matches);
    return Promise.all(
      matches.map((ofShard) =>
        isUnsettled(ofShard, settled)
          ? matchShard(ofShard.shard, { ...question, settled }, options)
          : ofShard,
      ),
    );
  };

  const suggest = async (
    question: Question,
    matches: readonly ShardMatches[],
    options: SearchOptions,
  ): Promise<string | undefined> => {
    const hasLikelier = matches.some((ofShard) =>
      ofShard.matches.words.some(({ corrections }) => corrections.length > 0),
    );
    if (!hasLikelier) return undefined;
    const { suggestText } = await loadScript('likelier words', () => import('./did-you-mean.js'));
    return suggestText(question, matches, async (text) => {
      const suggested = { ...question.query, text, limit: 0, facets: [] };
      return countAnswers(await matchAll(await toQuestion(suggested, question.now), options));
    });
  };

  const understand = async (
    question: Question,
    matches: readonly ShardMatches[],
    options: SearchOptions,
  ): Promise<Understanding> => {
    const { query, tree, understood } = question;
    const own = matches.filter(({ shard }) => isLanguageAsked(shard.language, query.filters.languages));
    const didYouMean = await suggest(question, own, options);
    return {
      text: understood,
      dropped: findDropped(tree, own),
      ...(didYouMean !== undefined && { didYouMean }),
    };
  };

  const ask = async (query: SearchQuery, options: SearchOptions = {}): Promise<SearchResult> => {
    options.signal?.throwIfAborted();
    const question = await toQuestion(query, seconds(), ranking);
    const matches = await matchAll(question, options);
    options.signal?.throwIfAborted();
    const { limit, offset } = query;
    const [facets, hits, understood] = await Promise.all([
      countFacets(query.facets, matches, options),
      rank(matches, question, limit === 0 ? 0 : offset + limit, options).then((ranked) =>
        joinHits(matches, ranked.slice(offset), query.explain, options),
      ),
      understand(question, matches, options),
    ]);
    options.signal?.throwIfAborted();
    return { total: countAnswers(matches), hits, facets, understood };
  };

  return {
    documentCount: analyzed.reduce((sum, { store }) => sum + store.documentCount, 0),
    languages: analyzed.map(({ language }) => language),
    ask,
    async post(id, options = {}) {
      options.signal?.throwIfAborted();
      const at = seconds();
      const found = await Promise.all(analyzed.map((shard) => findPost(shard, id, at, options)));
      return found.find((post) => post !== undefined);
    },
    suggest: async () => [],
    async related(of, limit, options = {}) {
      options.signal?.throwIfAborted();
      const { findRelated } = await loadScript('related posts', () => import('./related-posts.js'));
      return findRelated(analyzed, of, { limit, now: seconds() }, options);
    },
  };
};
