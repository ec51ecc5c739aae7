/**
 * The order of results, over all shards.
 * @module
 */
import type { SearchOptions, SortOrder } from '../domain/search.js';
import { selectTop } from './select-top.js';
import type { ShardMatches } from './match-shard.js';

/** A document in the order asked for. */
export interface Ranked {
  readonly shard: ShardMatches;
  readonly ordinal: number;
  readonly score: number;
}

/** What one shard's matches are ordered by, entry by entry; greater comes first. */
interface SortKeys {
  readonly first: Float64Array;
  readonly second: Float64Array | undefined;
}

interface Candidate extends Ranked {
  readonly keys: readonly [number, number];
}

/** Not a difference: infinities have none. */
const descending = (a: number, b: number): number => (a > b ? -1 : a < b ? 1 : 0);

const timestampsOf = async ({ shard, ordinals }: ShardMatches, options: SearchOptions): Promise<Float64Array> => {
  const { timestamps } = await shard.store.columns(['timestamps'], options);
  return Float64Array.from(ordinals, (ordinal) => timestamps[ordinal] ?? -Infinity);
};

/** The oldest first, and what has no date still last. */
const reverseTime = (timestamps: Float64Array): Float64Array =>
  timestamps.map((time) => (time === -Infinity ? time : -time));

const candidatesOf = (matches: ShardMatches, { first, second }: SortKeys, limit: number): readonly Candidate[] => {
  const top = selectTop(
    matches.ordinals.length,
    limit,
    (a, b) =>
      descending(first[a] ?? 0, first[b] ?? 0) ||
      (second ? descending(second[a] ?? 0, second[b] ?? 0) : 0) ||
      a - b,
  );
  return top.map((at) => ({
    shard: matches,
    ordinal: matches.ordinals[at] ?? 0,
    score: matches.scores[at] ?? 0,
    keys: [first[at] ?? 0, second?.[at] ?? 0],
  }));
};

/** Array sort is stable: what is equal stays in order of shard (language), then of ordinal (id). */
const merge = (
  matches: readonly ShardMatches[],
  keys: readonly SortKeys[],
  limit: number,
): readonly Candidate[] =>
  matches
    .flatMap((ofShard, at) => {
      const own = keys[at];
      return own ? candidatesOf(ofShard, own, limit) : [];
    })
    .sort((a, b) => descending(a.keys[0], b.keys[0]) || descending(a.keys[1], b.keys[1]))
    .slice(0, limit);

const hasTies = (candidates: readonly Candidate[]): boolean =>
  candidates.some(({ keys }, at) => at > 0 && candidates[at - 1]?.keys[0] === keys[0]);

const rankByRelevance = async (
  matches: readonly ShardMatches[],
  limit: number,
  options: SearchOptions,
): Promise<readonly Ranked[]> => {
  // One more than asked for shows whether a tie decides who is last. Without ties nobody asks for dates.
  const byScore = matches.map(({ scores }) => ({ first: scores, second: undefined }));
  const ranked = merge(matches, byScore, limit + 1);
  if (!hasTies(ranked)) return ranked.slice(0, limit);
  const keys = matches.map(async (ofShard) => ({
    first: ofShard.scores,
    second: await timestampsOf(ofShard, options),
  }));
  return merge(matches, await Promise.all(keys), limit);
};

/**
 * The first `limit` matches. Equal scores: newest first; equal dates: best score first; then by language, then by id.
 */
export const rank = async (
  matches: readonly ShardMatches[],
  sort: SortOrder,
  limit: number,
  options: SearchOptions,
): Promise<readonly Ranked[]> => {
  if (limit === 0) return [];
  if (sort === 'relevance') return rankByRelevance(matches, limit, options);
  const keys = matches.map(async (ofShard) => {
    const timestamps = await timestampsOf(ofShard, options);
    return { first: sort === 'date' ? timestamps : reverseTime(timestamps), second: ofShard.scores };
  });
  return merge(matches, await Promise.all(keys), limit);
};
