/**
 * Adds up what the words of a question are worth to each document, as a rule of ranking says.
 * @module
 */
import type { OrdinalSet } from '../../documents/ordinal-set.js';
import type { Ranking } from '../../ranking/ranking.js';
import type { Matches } from '../matcher.js';
import { type PostingsPart, PostingsReader } from './postings-part.js';

/** A word as it is added up. */
interface WordToScore {
  /** Filled with the documents that have it. */
  readonly documents: OrdinalSet;
  /** Id of the field that it must stand in; any where absent. */
  readonly field: number | undefined;
  /** The only documents that are wanted; all where absent. */
  readonly within: OrdinalSet | undefined;
}

/**
 * Scores one question at a time: {@link add} for every term of every word, then {@link take}. If any of them throws, {@link clear} must follow.
 * Its memory is that of all documents, and used again for the next question.
 */
export class Scorer {
  readonly #ranking: Ranking;
  /** By field, by ordinal. */
  readonly #norms: readonly Float64Array[];
  readonly #reader: PostingsReader;
  /** By ordinal, of the term at hand: 0 between terms. */
  readonly #evidence: Float64Array;
  /** The documents that have evidence of the term at hand, and how many they are. */
  readonly #touched: Uint32Array;
  #touchedCount = 0;
  /** By ordinal. */
  readonly #sums: Float64Array;
  readonly #words: Uint8Array;

  /** @param lengths by field, by ordinal */
  constructor(documentCount: number, lengths: readonly Uint32Array[], ranking: Ranking) {
    this.#ranking = ranking;
    this.#norms = lengths.map((ofField, field) =>
      Float64Array.from(ofField, (length) => ranking.norm(field, length)),
    );
    this.#reader = new PostingsReader(documentCount, lengths.length);
    this.#evidence = new Float64Array(documentCount);
    this.#touched = new Uint32Array(documentCount);
    this.#sums = new Float64Array(documentCount);
    this.#words = new Uint8Array(documentCount);
  }

  /**
   * Adds a term to a word.
   * @param index of the term among all terms
   * @param weight how much it counts compared to the word itself, in (0, 1]
   * @returns in how many documents of the shard it stands, in the field of the word if it has one
   * @throws LookbackError `index-corrupt`
   */
  add(part: PostingsPart, index: number, weight: number, word: WordToScore): number {
    const reader = this.#reader;
    reader.open(part, index);
    while (reader.next()) {
      const norms = this.#norms[reader.field];
      if (norms !== undefined && (word.field === undefined || reader.field === word.field)) {
        this.#addField(reader, norms);
      }
    }
    const documentFrequency = this.#touchedCount;
    this.#addTerm(weight, word);
    return documentFrequency;
  }

  /** Finds the documents of a term and leaves the scores alone. */
  find(part: PostingsPart, index: number, { documents, field }: WordToScore): void {
    const reader = this.#reader;
    reader.open(part, index);
    while (reader.next()) {
      if (field !== undefined && reader.field !== field) continue;
      for (let at = 0; at < reader.count; at += 1) documents.add(reader.ordinals[at] ?? 0);
    }
  }

  #addField({ field, count, ordinals, frequencies }: PostingsReader, norms: Float64Array): void {
    const ranking = this.#ranking;
    const evidence = this.#evidence;
    const touched = this.#touched;
    const weight = ranking.fieldWeight(field, count);
    let touchedCount = this.#touchedCount;
    for (let at = 0; at < count; at += 1) {
      const ordinal = ordinals[at] ?? 0;
      const before = evidence[ordinal] ?? 0;
      if (before === 0) {
        touched[touchedCount] = ordinal;
        touchedCount += 1;
      }
      evidence[ordinal] = before + weight * ranking.evidence(frequencies[at] ?? 0, norms[ordinal] ?? 0);
    }
    this.#touchedCount = touchedCount;
  }

  #addTerm(weight: number, { documents, within }: WordToScore): void {
    const ranking = this.#ranking;
    const evidence = this.#evidence;
    const sums = this.#sums;
    const words = this.#words;
    const idf = ranking.idf(this.#touchedCount);
    for (let at = 0; at < this.#touchedCount; at += 1) {
      const ordinal = this.#touched[at] ?? 0;
      const found = evidence[ordinal] ?? 0;
      evidence[ordinal] = 0;
      if (within?.has(ordinal) === false) continue;
      if (!documents.has(ordinal)) {
        documents.add(ordinal);
        words[ordinal] = (words[ordinal] ?? 0) + 1;
      }
      sums[ordinal] = (sums[ordinal] ?? 0) + weight * ranking.termScore(found, idf);
    }
    this.#touchedCount = 0;
  }

  /** Ends the question: the scores of some documents, 0 of those that have none of the words. */
  take(documents: OrdinalSet): Pick<Matches, 'ordinals' | 'scores'> {
    const ordinals = documents.toOrdinals();
    const scores = new Float64Array(ordinals.length);
    for (let at = 0; at < ordinals.length; at += 1) {
      const ordinal = ordinals[at] ?? 0;
      scores[at] = this.#ranking.documentScore(this.#sums[ordinal] ?? 0, this.#words[ordinal] ?? 0);
    }
    this.#sums.fill(0);
    this.#words.fill(0);
    return { ordinals, scores };
  }

  /** Forgets a question that was not taken. */
  clear(): void {
    this.#evidence.fill(0);
    this.#touchedCount = 0;
    this.#sums.fill(0);
    this.#words.fill(0);
  }
}
