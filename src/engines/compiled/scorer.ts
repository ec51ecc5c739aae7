/**
 * Adds up what the words of a question are worth to each document, as a rule of ranking says.
 * @module
 */
import { OrdinalSet } from '../../documents/ordinal-set.js';
import type { Ranking } from '../../ranking/ranking.js';
import type { Matches } from '../matcher.js';
import { type PostingsPart, PostingsReader } from './postings-part.js';

/** A term of the index that a word stands for. */
export interface FoundTerm {
  /** Ordinal among all terms. */
  readonly index: number;
  /** Where its postings are. */
  readonly part: PostingsPart;
  /** How much it counts compared to the word itself, in (0, 1]. */
  readonly weight: number;
}

/** A word to find. */
export interface FoundWord {
  readonly terms: readonly FoundTerm[];
  /** Id of the field that it must stand in; any where absent. */
  readonly field: number | undefined;
}

/** Where a word is, and in how many documents each of its terms is. */
export interface WordMatches {
  readonly documents: OrdinalSet;
  /** Parallel to the word's terms. */
  readonly frequencies: readonly number[];
}

/**
 * Scores one question at a time: {@link add} for every word, then {@link take}. If any of them throws, {@link clear} must follow.
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
  /** Documents with a sum. */
  #scored: OrdinalSet;

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
    this.#scored = new OrdinalSet(documentCount);
  }

  /**
   * Finds a word and adds it to the scores.
   * @param within the only documents whose scores are wanted; all where absent
   * @throws LookbackError `index-corrupt`
   */
  add({ terms, field }: FoundWord, within?: OrdinalSet): WordMatches {
    const documents = new OrdinalSet(this.#scored.size);
    const frequencies = terms.map((term) => {
      this.#collectEvidence(term, field);
      const frequency = this.#touchedCount;
      this.#addTerm(term.weight, documents, within);
      return frequency;
    });
    this.#scored.unite(documents);
    return { documents, frequencies };
  }

  /** Finds a word and leaves the scores alone. */
  find({ terms, field }: FoundWord): OrdinalSet {
    const documents = new OrdinalSet(this.#scored.size);
    const reader = this.#reader;
    for (const { part, index } of terms) {
      reader.open(part, index);
      while (reader.next()) {
        if (field !== undefined && reader.field !== field) continue;
        for (let at = 0; at < reader.count; at += 1) documents.add(reader.ordinals[at] ?? 0);
      }
    }
    return documents;
  }

  #collectEvidence({ part, index }: FoundTerm, field: number | undefined): void {
    const reader = this.#reader;
    reader.open(part, index);
    while (reader.next()) {
      const norms = this.#norms[reader.field];
      if (norms !== undefined && (field === undefined || reader.field === field)) this.#addField(reader, norms);
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

  #addTerm(weight: number, documents: OrdinalSet, within: OrdinalSet | undefined): void {
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
    const scores = Float64Array.from(ordinals, (ordinal) =>
      this.#ranking.documentScore(this.#sums[ordinal] ?? 0, this.#words[ordinal] ?? 0),
    );
    for (const ordinal of this.#scored.toOrdinals()) {
      this.#sums[ordinal] = 0;
      this.#words[ordinal] = 0;
    }
    this.#scored = new OrdinalSet(this.#scored.size);
    return { ordinals, scores };
  }

  /** Forgets a question that was not taken. */
  clear(): void {
    this.#evidence.fill(0);
    this.#touchedCount = 0;
    this.#sums.fill(0);
    this.#words.fill(0);
    this.#scored = new OrdinalSet(this.#scored.size);
  }
}
