/**
 * The documents of a page -> hits: what is stored of each, its best passage, and why it is there.
 * @module
 */
import type { Explanation } from '../domain/explanation.js';
import type { Hit, SearchOptions } from '../domain/search.js';
import { loadScript } from '../sharing/load-script.js';
import { findBestPassages } from './best-passage.js';
import { createMatchFinder, type FindMatches, isPhrase } from './highlight.js';
import type { ShardMatches } from './match-shard.js';
import type { Question } from './question.js';
import type { Ranked } from './rank.js';
import { toHit } from './to-hit.js';

/** What has no score has none of the words, or none was asked for: there is nothing to explain. */
const explain = async (
  { shard, asked, narrowed, boosts, pinned }: ShardMatches,
  page: readonly Ranked[],
  options: SearchOptions,
): Promise<ReadonlyMap<number, Explanation>> => {
  const scored = page.filter(({ score }) => score > 0).map(({ ordinal }) => ordinal);
  const told =
    scored.length === 0 ? [] : await shard.matcher.explain(asked, scored, { ...options, ...narrowed });
  const parts = new Map(scored.map((ordinal, at) => [ordinal, told[at]?.parts ?? []]));
  return new Map(
    page.map(({ ordinal, score }) => [
      ordinal,
      {
        score,
        parts: parts.get(ordinal) ?? [],
        factors: boosts
          .map(({ what, factorOf }) => ({ what, factor: factorOf(ordinal) }))
          .filter(({ factor }) => factor !== 1),
        pinned: pinned.has(ordinal),
      },
    ]),
  );
};

/** What marks the words of the question. */
const openMatchFinder = async ({
  shard: { analyzer },
  matches: { terms },
  asked: { words },
}: ShardMatches): Promise<FindMatches> => {
  const findMatches = createMatchFinder(analyzer, terms);
  if (!words.some(isPhrase)) return findMatches;
  const { keepPhrases } = await loadScript('phrases in texts', () => import('./phrase-matches.js'));
  return (text) => keepPhrases(text, findMatches(text), words, analyzer);
};

/** Reads the best passage of those of the page that are in a shard. */
const joinShard = async (
  matches: ShardMatches,
  page: readonly Ranked[],
  { query, now }: Question,
  options: SearchOptions,
): Promise<ReadonlyMap<Ranked, Hit>> => {
  const own = page.filter(({ from }) => from === matches);
  if (own.length === 0) return new Map();
  const explaining = query.explain ? explain(matches, own, options) : undefined;
  const ordinals = own.map(({ ordinal }) => ordinal);
  const found = findBestPassages(matches, ordinals, options).then(async (places) => ({
    places,
    passages: await matches.shard.store.passages(places, options),
  }));
  const [explanations, { places, passages }, findMatches] = await Promise.all([
    explaining,
    found,
    openMatchFinder(matches),
  ]);
  return new Map(
    own.flatMap((ranked, at) => {
      const place = places[at];
      if (place === undefined) return [];
      const explanation = explanations?.get(ranked.ordinal);
      return [
        [
          ranked,
          {
            ...toHit(ranked, place, passages[at], findMatches, now),
            ...(explanation && { explanation }),
          },
        ] as const,
      ];
    }),
  );
};

/** @returns a hit for each document of the page, in its order */
export const joinHits = async (
  matches: readonly ShardMatches[],
  page: readonly Ranked[],
  question: Question,
  options: SearchOptions,
): Promise<readonly Hit[]> => {
  const joined = await Promise.all(matches.map((ofShard) => joinShard(ofShard, page, question, options)));
  return page.flatMap((ranked) => joined.flatMap((hits) => hits.get(ranked) ?? []));
};
