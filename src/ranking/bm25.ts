/**
 * BM25+ as MiniSearch ranks: each field by itself, and the sum times the number of words that a document has.
 * Y. Lv, C. Zhai, "Lower-bounding term frequency normalization" (CIKM 2011).
 * @module
 */
import type { Ranking, RankingRule, ShardStatistics } from './ranking.js';
import { fieldBoosts, scoring } from './scoring.js';

/** Parameters of BM25+. */
interface Bm25Options {
  /** How slowly further occurrences stop to count. Default 1.2. */
  readonly k?: number;
  /** How much long fields are held against a document: 0 not, 1 in full. Default 0.7. */
  readonly b?: number;
  /** What any occurrence is worth at least, however long the field. Default 0.5. */
  readonly d?: number;
  /** Field name to factor, positive; 1 where absent. Default those of our fields. */
  readonly boosts?: Readonly<Record<string, number>>;
}

class Bm25 implements Ranking {
  readonly #k: number;
  readonly #b: number;
  readonly #d: number;
  readonly #documentCount: number;
  readonly #averages: readonly number[];
  readonly #boosts: readonly number[];

  constructor({ documentCount, fields }: ShardStatistics, options: Bm25Options) {
    const { k, b, d, boosts = fieldBoosts } = { ...scoring, ...options };
    const boostOf = new Map(Object.entries(boosts));
    this.#k = k;
    this.#b = b;
    this.#d = d;
    this.#documentCount = documentCount;
    this.#averages = fields.map(({ averageLength }) => averageLength);
    this.#boosts = fields.map(({ name }) => boostOf.get(name) ?? 1);
  }

  /** Never negative: S. Robertson, H. Zaragoza, "The Probabilistic Relevance Framework" (2009), smoothed by 1. */
  idf(documentFrequency: number): number {
    return Math.log(1 + (this.#documentCount - documentFrequency + 0.5) / (documentFrequency + 0.5));
  }

  norm(field: number, length: number): number {
    const average = this.#averages[field] ?? 0;
    return this.#k * (1 - this.#b + (average > 0 ? (this.#b * length) / average : 0));
  }

  fieldWeight(field: number, documentFrequency: number): number {
    return (this.#boosts[field] ?? 1) * this.idf(documentFrequency);
  }

  evidence(frequency: number, norm: number): number {
    return this.#d + (frequency * (this.#k + 1)) / (frequency + norm);
  }

  termScore(evidence: number): number {
    return evidence;
  }

  documentScore(sum: number, words: number): number {
    return sum * words;
  }
}

export const createBm25 =
  (options: Bm25Options = {}): RankingRule =>
  (statistics) =>
    new Bm25(statistics, options);
