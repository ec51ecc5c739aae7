/**
 * BM25F: the fields of a document are joined before occurrences saturate, so that a word in title and body is one word that stands there
 * often, not two. S. Robertson, H. Zaragoza, M. Taylor, "Simple BM25 extension to multiple weighted fields" (CIKM 2004).
 * A title that says what was asked is worth as much as its words once more.
 * @module
 */
import type { FieldName } from '../domain/fields.js';
import type { Ranking, RankingRule, ShardStatistics, TitleCoverage } from './ranking.js';

/** Parameters of {@link createBm25f}; the defaults are measured, see `test/relevance/README.md`. */
interface Bm25fOptions {
  /** How slowly further occurrences stop to count. Default 0.9. */
  readonly k1?: number;
  /** How much long fields are held against a document: 0 not, 1 in full. Default 0.75. */
  readonly b?: number;
  /** What a title that says all of the question adds, compared to how telling the question is. Default 1. */
  readonly title?: number;
  /** How many occurrences in the body one in a field is worth, by its name; 1 where absent. */
  readonly boosts?: Readonly<Record<string, number>>;
}

/** Our fields, and how many occurrences in the body one in them is worth. */
const fieldWeights = {
  title: 3,
  headings: 2,
  taxonomy: 1.5,
  body: 1,
  code: 0.7,
} as const satisfies Readonly<Record<FieldName, number>>;

class Bm25f implements Ranking {
  readonly #k1: number;
  readonly #b: number;
  readonly #title: number;
  readonly #averages: readonly number[];
  readonly #boosts: readonly number[];

  constructor(
    { fields }: ShardStatistics,
    { k1 = 0.9, b = 0.75, title = 1, boosts = fieldWeights }: Bm25fOptions,
  ) {
    const boostOf = new Map(Object.entries(boosts));
    this.#k1 = k1;
    this.#b = b;
    this.#title = title;
    this.#averages = fields.map(({ averageLength }) => averageLength);
    this.#boosts = fields.map(({ name }) => boostOf.get(name) ?? 1);
  }

  /** Never negative: S. Robertson, H. Zaragoza, "The Probabilistic Relevance Framework" (2009), smoothed by 1. */
  idf(documentFrequency: number, documentCount: number): number {
    return Math.log(1 + (documentCount - documentFrequency + 0.5) / (documentFrequency + 0.5));
  }

  occurrence(field: number, length: number): number {
    const average = this.#averages[field] ?? 0;
    return (this.#boosts[field] ?? 1) / (1 - this.#b + (average > 0 ? (this.#b * length) / average : 0));
  }

  wordScore(evidence: number, idf: number): number {
    return (idf * (this.#k1 + 1) * evidence) / (this.#k1 + evidence);
  }

  /** By the square of what is covered, so that half a question is much less than all of it; and less for a long title. */
  titleScore({ covered, asked, queryWords, titleWords }: TitleCoverage): number {
    return (this.#title * covered * covered * Math.min(1, queryWords / Math.max(1, titleWords))) / asked;
  }
}

export const createBm25f =
  (options: Bm25fOptions = {}): RankingRule =>
  (statistics) =>
    new Bm25f(statistics, options);
