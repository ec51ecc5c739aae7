/**
 * What an author may say of the order of answers: `lookback.ranking.json`, kept in the manifest.
 * @module
 */

/** Posts that stand first, in this order, where just this is asked. */
export interface Pin {
  /** Compared without regard to case, and to blanks around and between words. */
  readonly query: string;
  /** URLs of posts, as the index has them; at least one. In a manifest all are of posts in the index. */
  readonly urls: readonly string[];
  /** First and last day on which it holds, inclusive, `YYYY-MM-DD`, in UTC. Default always. */
  readonly from?: string;
  readonly to?: string;
}

/** Newer posts count more: by 2 ^ -(age / half-life), at least the floor. A post without a day has the floor. */
export interface Recency {
  /** Days, above 0. */
  readonly halfLife: number;
  /** The least factor, in (0, 1]. */
  readonly floor: number;
}

export interface RankingSettings {
  readonly pins: readonly Pin[];
  /** Default: age does not count. */
  readonly recency?: Recency;
  /** False: words stand for what they may be misspelt for in no question, whatever it asks. */
  readonly fuzzy?: false;
}
