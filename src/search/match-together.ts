/**
 * The documents of several shards that answer a question, with scores that are comparable: a word is as rare as it is in all of them, and
 * the languages of the question and of the reader come first.
 * @module
 */
import type { QueryWord } from '../analysis/query-words.js';
import { noTranslations } from '../documents/columns.js';
import type { SearchOptions } from '../domain/search.js';
import type { WordCounts } from '../engines/matcher.js';
import { languageFactors } from '../ranking/language-order.js';
import { type CountRepeated, createCountRepeated } from './count-translations.js';
import { joinTranslations } from './join-translations.js';
import { type AskedShard, askShard, matchAsked, type ShardMatches } from './match-shard.js';
import type { Question } from './question.js';
import { findSettled, isUnsettled } from './settled-words.js';

/** A question put to a shard, and how many documents of it have each word. */
export interface CountedShard extends AskedShard {
  readonly counts: WordCounts;
}

/** What several shards answer. */
export interface Answered {
  /** All that matches: what facets count. */
  readonly counted: readonly ShardMatches[];
  /** Without those that are translations of another. */
  readonly shown: readonly ShardMatches[];
  /** What the counts are too great by; absent where nothing is. */
  readonly countRepeated?: CountRepeated;
}

/** What a word is in every language, however it is analyzed there: the way in which it was typed. */
const toWordKey = ({ text, field, excluded, forms }: QueryWord): string =>
  JSON.stringify([text, field, excluded, forms[0]?.kind]);

const countShard = async (asked: AskedShard, options: SearchOptions): Promise<CountedShard> => ({
  ...asked,
  counts: await asked.shard.matcher.count(asked.query, options),
});

/** A word that several forms of analysis give twice is there as often as the commoner. */
const countByKey = ({ query, counts }: CountedShard): ReadonlyMap<string, readonly number[]> => {
  const byKey = new Map<string, readonly number[]>();
  query.words.forEach((word, number) => {
    const key = toWordKey(word);
    const tiers = counts.words[number] ?? [];
    if ((byKey.get(key)?.[0] ?? -1) < (tiers[0] ?? 0)) byKey.set(key, tiers);
  });
  return byKey;
};

/** Of all shards together, for the words of each. */
const shareCounts = (counted: readonly CountedShard[]): readonly WordCounts[] => {
  const documentCount = counted.reduce((sum, { counts }) => sum + counts.documentCount, 0);
  const sums = new Map<string, number[]>();
  const lists = counted.map(countByKey);
  const tierCount = Math.max(...lists.flatMap((list) => [...list.values()]).map(({ length }) => length));
  for (const list of lists) {
    for (const [key, tiers] of list) {
      const sum = sums.get(key) ?? Array.from({ length: tierCount }, () => 0);
      sums.set(
        key,
        sum.map((count, tier) => count + (tiers[tier] ?? tiers.at(-1) ?? 0)),
      );
    }
  }
  return counted.map(({ query }) => ({
    documentCount,
    words: query.words.map((word) => sums.get(toWordKey(word)) ?? []),
  }));
};

/** Of a word that may be another in each shard, only what it is itself tells a language. */
const factorsOf = (counted: readonly CountedShard[], prefer: readonly string[]): readonly number[] => {
  const keys = new Set(
    counted.flatMap(({ query }) => query.words.filter(({ excluded }) => !excluded).map(toWordKey)),
  );
  return languageFactors(
    counted.map((ofShard) => {
      const byKey = countByKey(ofShard);
      return {
        language: ofShard.shard.language,
        documentCount: ofShard.counts.documentCount,
        documents: Array.from(keys, (key) => byKey.get(key)?.[0] ?? 0),
      };
    }),
    prefer,
  );
};

const matchCounted = async (
  alone: readonly CountedShard[],
  question: Question,
  options: SearchOptions,
): Promise<readonly ShardMatches[]> => {
  const { facets, prefer } = question.query;
  const settled = findSettled(alone);
  const counted = await Promise.all(
    alone.map(async (ofShard) =>
      isUnsettled(ofShard, settled)
        ? countShard(await askShard(ofShard.shard, { ...question, settled }, options), options)
        : ofShard,
    ),
  );
  const counts = shareCounts(counted);
  const factors = factorsOf(counted, prefer);
  return Promise.all(
    counted.map(async (asked, at) => {
      const factor = factors[at] ?? 1;
      const boosts = factor === 1 ? [] : [{ what: 'language', factorOf: () => factor }];
      const matches = await matchAsked(asked, question, options, { counts: counts[at], boosts });
      const first = alone[at];
      if (first === undefined || first === asked || !facets.includes('languages')) return matches;
      // Whoever selects just this language asks nobody else what is settled.
      const { answers, beside } = await matchAsked(first, question, options);
      const ordinals = beside.get('languages') ?? answers.ordinals;
      return { ...matches, beside: new Map([...matches.beside, ['languages', ordinals]]) };
    }),
  );
};

const matchAll = async (
  asked: readonly AskedShard[],
  question: Question,
  options: SearchOptions,
): Promise<readonly ShardMatches[]> =>
  question.asksWords
    ? matchCounted(await Promise.all(asked.map((ofShard) => countShard(ofShard, options))), question, options)
    : Promise.all(asked.map((ofShard) => matchAsked(ofShard, question, options)));

/** @param asked at least two, of different languages */
export const matchTogether = async (
  asked: readonly AskedShard[],
  question: Question,
  options: SearchOptions,
): Promise<Answered> => {
  const [matches, columns] = await Promise.all([
    matchAll(asked, question, options),
    Promise.all(asked.map(({ shard }) => shard.store.columns(['translations'], options))),
  ]);
  const grouped = matches.map((ofShard, at) => ({
    ...ofShard,
    groups: columns[at]?.translations ?? noTranslations,
  }));
  return {
    counted: grouped,
    shown: joinTranslations(grouped, question.query.prefer),
    countRepeated: createCountRepeated(grouped),
  };
};
