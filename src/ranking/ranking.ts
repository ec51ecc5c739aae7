/**
 * How well a document answers a question: what a rule of ranking is told, and what it answers. An engine finds occurrences and
 * adds up; every formula is the rule's.
 * @module
 */

/** What a rule is told of a shard, once. */
export interface ShardStatistics {
  /** By field id. */
  readonly fields: readonly FieldStatistics[];
}

interface FieldStatistics {
  readonly name: string;
  /** Mean number of words, over all documents; 0 where none has the field. */
  readonly averageLength: number;
}

/** How much of a question a title says. */
export interface TitleCoverage {
  /** How telling the words of the question that stand in the title are, added up. */
  readonly covered: number;
  /** The same of all words of the question. Positive. */
  readonly asked: number;
  /** How many words the question has, and the title. */
  readonly queryWords: number;
  readonly titleWords: number;
}

/**
 * A rule for one shard. For each word of the question an engine adds up its evidence in a document: for each occurrence of each form
 * of the word in each field, the weight of the form times {@link occurrence}. So a rule sees all forms and fields together before
 * occurrences saturate. The score of the document is the {@link wordScore} of its words, added up, and the {@link titleScore}.
 * All are asked millions of times: they compute, and look nothing up.
 */
export interface Ranking {
  /**
   * How telling a word is that so many of so many documents have, one way or another: positive, and less the more they are. The documents
   * may be those of several shards.
   */
  idf(documentFrequency: number, documentCount: number): number;
  /** The evidence of one occurrence in a field of so many words. Positive; asked once a document and field. */
  occurrence(field: number, length: number): number;
  /** What the evidence of a word is worth: positive, and more for more of it. */
  wordScore(evidence: number, idf: number): number;
  /** What a title that says words of the question adds. Not negative. */
  titleScore(coverage: TitleCoverage): number;
}

/** A way to rank; see the files beside this one. */
export type RankingRule = (statistics: ShardStatistics) => Ranking;
