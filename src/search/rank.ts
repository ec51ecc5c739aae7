/**
 * The order of results, over all shards.
 * @module
 */
import type { SearchOptions, SortOrder } from '../domain/search.js';
import type { ShardMatches } from './match-shard.js';
import type { Question } from './question.js';
import { selectTop } from './select-top.js';

/** A document in the order asked for. */
export interface Ranked {
  /** The shard that it is in. */
  readonly from: ShardMatches;
  readonly ordinal: number;
  readonly score: number;
}

/** What the match at a position is ordered by: the greater key comes first. */
type KeyOf = (at: number) => number;

interface Candidate extends Ranked {
  /** Its place among pins; what is not pinned comes after all of them. */
  readonly place: number;
  readonly key: number;
}

/** Not a difference: infinities have none. */
const descending = (a: number, b: number): number => (a > b ? -1 : a < b ? 1 : 0);

/** The day as a number; what has none comes last, whether the newest or the oldest is first. */
const dayKeys = async (
  { shard, answers: { ordinals } }: ShardMatches,
  sort: SortOrder,
  options: SearchOptions,
): Promise<KeyOf> => {
  const { days } = await shard.store.columns(['days'], options);
  return (at) => {
    const day = days[ordinals[at] ?? 0] ?? 0;
    if (day === 0) return -Infinity;
    return sort === 'date-asc' ? -day : day;
  };
};

const selectCandidates = async (
  from: ShardMatches,
  { asksWords, query: { sort } }: Question,
  limit: number,
  options: SearchOptions,
): Promise<readonly Candidate[]> => {
  const { answers, pinned } = from;
  const { ordinals, scores } = answers;
  const keyOf: KeyOf =
    sort === 'relevance' && asksWords ? (at) => scores[at] ?? 0 : await dayKeys(from, sort, options);
  const placeOf: KeyOf =
    sort === 'relevance' && pinned.size > 0
      ? (at) => pinned.get(ordinals[at] ?? 0) ?? Infinity
      : () => Infinity;
  // Answers are in order of ordinal, which is that of time.
  const byTime = sort === 'date-asc' ? 1 : -1;
  const first = selectTop(
    ordinals.length,
    limit,
    (a, b) => descending(placeOf(b), placeOf(a)) || descending(keyOf(a), keyOf(b)) || byTime * (a - b),
  );
  return first.map((at) => ({
    from,
    ordinal: ordinals[at] ?? 0,
    score: scores[at] ?? 0,
    place: placeOf(at),
    key: keyOf(at),
  }));
};

/**
 * The first `limit` answers. By relevance, pins come first; where no word is asked for, then the newest. Equal scores: newest
 * first; equal days: by time; then the last id first (for the oldest first, the first). Of several shards, what is equal in
 * score or day stays in order of language.
 */
export const rank = async (
  matches: readonly ShardMatches[],
  question: Question,
  limit: number,
  options: SearchOptions,
): Promise<readonly Ranked[]> => {
  if (limit === 0) return [];
  const found = matches.filter(({ answers }) => answers.ordinals.length > 0);
  const lists = await Promise.all(
    found.map((ofShard) => selectCandidates(ofShard, question, limit, options)),
  );
  // Array sort is stable.
  return lists
    .flat()
    .sort((a, b) => descending(b.place, a.place) || descending(a.key, b.key))
    .slice(0, limit);
};
