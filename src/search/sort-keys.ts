import type { SearchOptions, SortOrder } from '../domain/search.js';
import type { SortKey, SortKeys } from './rank.js';
import type { Shard } from './shard.js';

const orders = {
  // Where there are no scores.
  relevance: { by: 'days', isAscending: false },
  date: { by: 'days', isAscending: false },
  'date-asc': { by: 'days', isAscending: true },
  title: { by: 'titles', isAscending: true },
  'title-desc': { by: 'titles', isAscending: false },
  longest: { by: 'words', isAscending: false },
  shortest: { by: 'words', isAscending: true },
} as const satisfies Record<SortOrder, { by: 'days' | 'titles' | 'words'; isAscending: boolean }>;

/** Reads the one column that the order is by. A day, a title or a number of words that is none is no key. */
export const readSortKeys = async (
  { store }: Shard,
  sort: SortOrder,
  options: SearchOptions,
): Promise<SortKeys> => {
  const { by, isAscending } = orders[sort];
  const keys: ArrayLike<SortKey> = (await store.columns([by], options))[by];
  return { isAscending, keyOf: (ordinal) => keys[ordinal] || undefined };
};
