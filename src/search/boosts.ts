/**
 * What the score of a document is multiplied by, whatever is asked: the weight that its author gives it, and how recent it is.
 * @module
 */
import type { Recency } from '../domain/ranking-settings.js';
import type { SearchOptions } from '../domain/search.js';
import type { Shard } from './shard.js';

export interface Boost {
  /** As an explanation names it. */
  readonly what: string;
  /** Positive. */
  factorOf(ordinal: number): number;
}

const secondsInDay = 86_400;

/** @param day `YYYYMMDD` */
const toDaysSinceEpoch = (day: number): number =>
  new Date(0).setUTCFullYear(Math.floor(day / 10_000), (Math.floor(day / 100) % 100) - 1, day % 100) /
  (secondsInDay * 1_000);

const createRecencyBoost = ({ halfLife, floor }: Recency, days: Uint32Array, now: number): Boost => {
  const today = Math.floor(now / secondsInDay);
  return {
    what: 'recency',
    factorOf(ordinal) {
      const day = days[ordinal] ?? 0;
      if (day === 0) return floor;
      // Where the site is, it may be tomorrow.
      const age = Math.max(0, today - toDaysSinceEpoch(day));
      return Math.max(floor, 2 ** (-age / halfLife));
    },
  };
};

/**
 * Reads the column of weights if there is one, and the days only where recency counts.
 * @param now seconds since the epoch; the factors are those of its day
 */
export const readBoosts = async (
  { store }: Shard,
  recency: Recency | undefined,
  now: number,
  options: SearchOptions,
): Promise<readonly Boost[]> => {
  const [{ weights }, dated] = await Promise.all([
    store.columns(['weights'], options),
    recency && store.columns(['days'], options),
  ]);
  return [
    ...(weights.size > 0 ? [{ what: 'searchWeight', factorOf: (at: number) => weights.get(at) ?? 1 }] : []),
    ...(recency && dated ? [createRecencyBoost(recency, dated.days, now)] : []),
  ];
};
