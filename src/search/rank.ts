/**
 * The order of results, over all shards.
 * @module
 */
import type { SearchOptions } from '../domain/search.js';
import { loadRefinements } from './load-refinements.js';
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

/** Numbers, or texts by their UTF-16 code units, but not both; what has none comes last, whichever is first. */
export type SortKey = number | string | undefined;

/** What the documents of a shard are sorted by. */
export interface SortKeys {
  readonly isAscending: boolean;
  keyOf(ordinal: number): SortKey;
}

interface Candidate extends Ranked {
  /** Its place among pins; what is not pinned comes after all of them. */
  readonly place: number;
  readonly key: SortKey;
  readonly isAscending: boolean;
}

/** Not a difference: infinities have none. */
const ascending = (a: number, b: number): number => (a < b ? -1 : a > b ? 1 : 0);

const compareKeys = (a: SortKey, b: SortKey, isAscending: boolean): number => {
  if (a === b) return 0;
  if (a === undefined || b === undefined) return a === undefined ? 1 : -1;
  return a < b === isAscending ? -1 : 1;
};

const selectCandidates = async (
  from: ShardMatches,
  { asksWords, query: { sort } }: Question,
  limit: number,
  options: SearchOptions,
): Promise<readonly Candidate[]> => {
  const { answers, pinned, shard } = from;
  const { ordinals, scores } = answers;
  const sorted =
    sort === 'relevance' && asksWords
      ? undefined
      : await (await loadRefinements()).readSortKeys(shard, sort, options);
  const isAscending = sorted?.isAscending ?? false;
  const keyOf = (at: number): SortKey => (sorted ? sorted.keyOf(ordinals[at] ?? 0) : (scores[at] ?? 0));
  const placeOf =
    sort === 'relevance' && pinned.size > 0
      ? (at: number) => pinned.get(ordinals[at] ?? 0) ?? Infinity
      : () => Infinity;
  // Answers are in order of ordinal, which is that of time.
  const byTime = sort === 'date-asc' ? 1 : -1;
  const first = selectTop(
    ordinals.length,
    limit,
    (a, b) =>
      ascending(placeOf(a), placeOf(b)) || compareKeys(keyOf(a), keyOf(b), isAscending) || byTime * (a - b),
  );
  return first.map((at) => ({
    from,
    ordinal: ordinals[at] ?? 0,
    score: scores[at] ?? 0,
    place: placeOf(at),
    key: keyOf(at),
    isAscending,
  }));
};

/**
 * The first `limit` answers. By relevance, pins come first; where no word is asked for, then the newest. Equal keys, whatever they are:
 * newest first; equal days: by time; then the last id first (for the oldest first, the first). Of several shards, what is equal stays
 * in order of language.
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
    .sort((a, b) => ascending(a.place, b.place) || compareKeys(a.key, b.key, a.isAscending))
    .slice(0, limit);
};
