/**
 * How well a document answers a question: what a rule of ranking is told, and what it answers. An engine finds occurrences and
 * adds up; every formula is the rule's.
 * @module
 */

/** What a rule is told of a shard, once. */
export interface ShardStatistics {
  readonly documentCount: number;
  /** By field id. */
  readonly fields: readonly FieldStatistics[];
}

interface FieldStatistics {
  readonly name: string;
  /** Mean number of different terms, over all documents; 0 where none has the field. */
  readonly averageLength: number;
}

/**
 * A rule for one shard. An engine promises to ask in this order, for each word of the question and each term it stands for:
 * {@link evidence} of every field in which a document has the term, added up; {@link termScore} of that sum, so a rule sees all
 * fields of a document together before occurrences saturate; the terms of a word and the words of a question, added up;
 * {@link documentScore} of that sum. All are asked millions of times: they compute, and look nothing up.
 */
export interface Ranking {
  /** How telling a term is: positive, and less the more documents have it in the fields asked. */
  idf(documentFrequency: number): number;
  /** What the length of a field is to the evidence in it; asked once a document and field. */
  norm(field: number, length: number): number;
  /** What evidence in a field counts, for a term that so many documents have in that field. Positive. */
  fieldWeight(field: number, documentFrequency: number): number;
  /** What occurrences in one field say, before {@link fieldWeight}. Positive. */
  evidence(frequency: number, norm: number): number;
  /** What the evidence of all fields is worth. Positive. */
  termScore(evidence: number, idf: number): number;
  /** @param words how many words of the question the document has */
  documentScore(sum: number, words: number): number;
}

/** A way to rank; see the files beside this one. */
export type RankingRule = (statistics: ShardStatistics) => Ranking;
