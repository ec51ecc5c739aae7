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
import { once } from '../sharing/once.js';
import { isLanguageAsked } from './asked-languages.js';
import { findDropped } from './dropped-words.js';
import { joinHits } from './join-hits.js';
import { loadRefinements } from './load-refinements.js';
import {
  type AnalyzedShard,
  askShard,
  matchAsked,
  matchShard,
  type ShardMatches,
  toAnalyzedShard,
} from './match-shard.js';
import type { Answered } from './match-together.js';
import { mayMatch, type Question, toQuestion } from './question.js';
import { rank } from './rank.js';
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

const matchLanguages = async (
  shards: readonly AnalyzedShard[],
  question: Question,
  options: SearchOptions,
): Promise<Answered> => {
  const asking = Promise.all(shards.map((shard) => askShard(shard, question, options)));
  if (shards.length < 2) {
    const matches = await Promise.all((await asking).map((asked) => matchAsked(asked, question, options)));
    return { counted: matches, shown: matches };
  }
  const [asked, { matchTogether }] = await Promise.all([
    asking,
    loadScript('rules for several languages', () => import('./match-together.js')),
  ]);
  return matchTogether(asked, question, options);
};

/** The same question and index give the same answer. A language that no shard has matches nothing. */
export const createSearchEngine = (
  shards: readonly Shard[],
  { now, ranking }: SearchEngineOptions,
): SearchEngine => {
  const analyzed = shards.toSorted((a, b) => compareText(a.language, b.language)).map(toAnalyzedShard);
  const facetCounter = once(async () => (await loadRefinements()).createFacetCounter());
  const seconds = (): number => now() / 1_000;

  const matchAll = async (question: Question, options: SearchOptions): Promise<Answered> => {
    const { facets, filters } = question.query;
    const mayAnswer = analyzed.filter(({ language }) => mayMatch(question.tree, language));
    const isAsked = ({ language }: AnalyzedShard): boolean => isLanguageAsked(language, filters.languages);
    // What is selected of a facet does not shrink its own counts: to count languages, others are asked, each by itself.
    const counted = facets.includes('languages') ? mayAnswer.filter((shard) => !isAsked(shard)) : [];
    const [answering, ...counting] = await Promise.all([
      matchLanguages(mayAnswer.filter(isAsked), question, options),
      ...counted.map((shard) => matchShard(shard, question, options)),
    ]);
    return { ...answering, counted: [...answering.counted, ...counting] };
  };

  const findLikelier = async (
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
      return countAnswers((await matchAll(await toQuestion(suggested, question.now), options)).shown);
    });
  };

  const understand = async (
    question: Question,
    matches: readonly ShardMatches[],
    options: SearchOptions,
  ): Promise<Understanding> => {
    const { tree, understood } = question;
    const didYouMean = await findLikelier(question, matches, options);
    return {
      text: understood,
      dropped: findDropped(tree, matches),
      ...(didYouMean !== undefined && { didYouMean }),
    };
  };

  const ask = async (query: SearchQuery, options: SearchOptions = {}): Promise<SearchResult> => {
    options.signal?.throwIfAborted();
    // Loaded while the words are looked for; whether it fails is heard of where it is needed.
    if (query.facets.length > 0 || query.sort !== 'relevance') loadRefinements().catch(() => undefined);
    const question = await toQuestion(query, seconds(), ranking);
    const { counted, shown, countRepeated } = await matchAll(question, options);
    options.signal?.throwIfAborted();
    const { limit, offset } = query;
    const [facets, hits, understood] = await Promise.all([
      query.facets.length > 0
        ? facetCounter().then((count) => count(query, counted, countRepeated, options))
        : {},
      rank(shown, question, limit === 0 ? 0 : offset + limit, options).then((ranked) =>
        joinHits(shown, ranked.slice(offset), question, options),
      ),
      understand(question, shown, options),
    ]);
    options.signal?.throwIfAborted();
    return { total: countAnswers(shown), hits, facets, understood };
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
    async suggest(query, options = {}) {
      options.signal?.throwIfAborted();
      const { findSuggestions } = await loadScript('suggestions', () => import('./suggest.js'));
      const read = (asked: SearchQuery) => toQuestion(asked, seconds(), ranking);
      const match = async (question: Question) => (await matchAll(question, options)).shown;
      const everyTag = { facets: ['tags'], facetLimit: Infinity, facetContains: '' } as const;
      const countTags = async (matches: readonly ShardMatches[]) => {
        const { tags = [] } = await (await facetCounter())(everyTag, matches, undefined, options);
        return tags;
      };
      return findSuggestions(query, read, match, countTags, options);
    },
    async related(of, limit, options = {}) {
      options.signal?.throwIfAborted();
      const { findRelated } = await loadScript('related posts', () => import('./related-posts.js'));
      return findRelated(analyzed, of, { limit, now: seconds() }, options);
    },
  };
};
