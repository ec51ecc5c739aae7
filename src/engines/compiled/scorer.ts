/**
 * BM25+ as MiniSearch computes it, operation by operation, so that scores are the same to the last bit where terms are
 * added up in the same order. Formulas: `README.md`, "Scoring".
 * @module
 */
import type { OrdinalSet } from '../../documents/ordinal-set.js';
import type { Matches } from '../matcher.js';
import { type PostingsPart, PostingsReader } from './postings-part.js';
import type { Root } from './root.js';

/** Parameters of BM25+; the defaults are MiniSearch's. */
export interface Bm25 {
  /** How slowly further occurrences stop to count. */
  readonly k: number;
  /** How much long fields are held against a document: 0 not, 1 in full. */
  readonly b: number;
  /** What any occurrence is worth at least, however long the field. */
  readonly d: number;
}

const defaultBm25: Bm25 = { k: 1.2, b: 0.7, d: 0.5 };

/** `or`: documents with any of the words; `and`: with every word. */
export type Combination = 'or' | 'and';

export interface Scoring {
  /** Field name to factor; 1 where absent. */
  readonly boosts?: Readonly<Record<string, number>>;
  readonly bm25?: Bm25;
}

/** A set of ordinals: bit `o % 32` of element `o / 32`. */
type OrdinalBits = Uint32Array;

interface ScoredField {
  readonly boost: number;
  /** By ordinal: `k (1 - b + b length / average)`. */
  readonly norms: Float64Array;
}

/** Sums by document, and which documents have one. Memory is reused from query to query. */
class Sums {
  readonly scores: Float64Array;
  readonly present: OrdinalBits;

  constructor(documentCount: number) {
    this.scores = new Float64Array(documentCount);
    this.present = new Uint32Array(Math.ceil(documentCount / 32));
  }

  clear(): void {
    this.scores.fill(0);
    this.present.fill(0);
  }
}

const countBits = (bits: number): number => {
  let rest = bits - ((bits >>> 1) & 0x55555555);
  rest = (rest & 0x33333333) + ((rest >>> 2) & 0x33333333);
  return Math.imul((rest + (rest >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
};

/**
 * Adds up one query at a time: {@link add} for every term of a word, {@link endWord} after each word, {@link take} at
 * the end. If any of them throws, {@link clear} must follow.
 */
export class Scorer {
  readonly #documentCount: number;
  readonly #bm25: Bm25;
  readonly #fields: readonly ScoredField[];
  readonly #reader: PostingsReader;
  /** MiniSearch adds up each word by itself and then the words; with floats that is not the same as all at once. */
  readonly #ofWord: Sums;
  readonly #total: Sums;
  /** By ordinal: words matched, and different words matched. */
  readonly #matched: Uint16Array;
  readonly #different: Uint16Array;
  readonly #documentsOf = new Map<string, OrdinalBits>();
  #words = 0;

  constructor(
    root: Root,
    lengths: readonly Uint32Array[],
    { boosts = {}, bm25 = defaultBm25 }: Scoring = {},
  ) {
    const { documentCount, fields } = root;
    const { k, b } = bm25;
    this.#documentCount = documentCount;
    this.#bm25 = bm25;
    this.#fields = fields.map(({ name, averageLength }, field) => ({
      boost: (Object.hasOwn(boosts, name) ? boosts[name] : undefined) || 1,
      norms: Float64Array.from(lengths[field] ?? [], (length) => k * (1 - b + (b * length) / averageLength)),
    }));
    this.#reader = new PostingsReader(documentCount, fields.length);
    this.#ofWord = new Sums(documentCount);
    this.#total = new Sums(documentCount);
    this.#matched = new Uint16Array(documentCount);
    this.#different = new Uint16Array(documentCount);
  }

  /**
   * Adds a term to the word at hand.
   * @param index of the term among all terms
   * @returns how many documents have it in the field where most have it
   * @throws LookbackError `index-corrupt`
   */
  add(part: PostingsPart, index: number, weight: number): number {
    const reader = this.#reader;
    let documentFrequency = 0;
    reader.open(part, index);
    while (reader.next()) {
      const field = this.#fields[reader.field];
      if (field !== undefined) this.#addField(field, reader, weight * field.boost);
      documentFrequency = Math.max(documentFrequency, reader.count);
    }
    return documentFrequency;
  }

  #addField({ norms }: ScoredField, { count, ordinals, frequencies }: PostingsReader, factor: number): void {
    const { k, d } = this.#bm25;
    const { scores, present } = this.#ofWord;
    const idf = Math.log(1 + (this.#documentCount - count + 0.5) / (count + 0.5));
    for (let index = 0; index < count; index += 1) {
      const ordinal = ordinals[index] ?? 0;
      const frequency = frequencies[index] ?? 0;
      const saturation = (frequency * (k + 1)) / (frequency + (norms[ordinal] ?? 0));
      scores[ordinal] = (scores[ordinal] ?? 0) + factor * (idf * (d + saturation));
      present[ordinal >>> 5] = (present[ordinal >>> 5] ?? 0) | (1 << (ordinal & 31));
    }
  }

  /** Adds the word at hand to the query. One that comes again adds to the score, but is one word. */
  endWord(word: string): void {
    const { scores, present } = this.#ofWord;
    const total = this.#total;
    const earlier = this.#documentsOf.get(word);
    for (let at = 0; at < present.length; at += 1) {
      let bits = present[at] ?? 0;
      if (bits === 0) continue;
      const counted = earlier?.[at] ?? 0;
      total.present[at] = (total.present[at] ?? 0) | bits;
      while (bits !== 0) {
        const lowest = bits & -bits;
        const ordinal = at * 32 + 31 - Math.clz32(lowest);
        bits ^= lowest;
        total.scores[ordinal] = (total.scores[ordinal] ?? 0) + (scores[ordinal] ?? 0);
        scores[ordinal] = 0;
        this.#matched[ordinal] = (this.#matched[ordinal] ?? 0) + 1;
        if ((counted & lowest) === 0) this.#different[ordinal] = (this.#different[ordinal] ?? 0) + 1;
      }
    }
    const documents = present.map((bits, at) => bits | (earlier?.[at] ?? 0));
    this.#documentsOf.set(word, documents);
    present.fill(0);
    this.#words += 1;
  }

  /**
   * Ends the query.
   * @param within only these documents; all where absent
   */
  take(combination: Combination, within: OrdinalSet | undefined): Omit<Matches, 'terms'> {
    const { scores, present } = this.#total;
    const needed = combination === 'and' ? this.#words : 1;
    const size = present.reduce((sum, bits) => sum + countBits(bits), 0);
    const ordinals = new Uint32Array(size);
    const taken = new Float64Array(size);
    let count = 0;
    for (let at = 0; at < present.length; at += 1) {
      let bits = present[at] ?? 0;
      while (bits !== 0) {
        const lowest = bits & -bits;
        const ordinal = at * 32 + 31 - Math.clz32(lowest);
        bits ^= lowest;
        if ((this.#matched[ordinal] ?? 0) >= needed && (within?.has(ordinal) ?? true)) {
          ordinals[count] = ordinal;
          taken[count] = (scores[ordinal] ?? 0) * (this.#different[ordinal] ?? 0);
          count += 1;
        }
        scores[ordinal] = 0;
        this.#matched[ordinal] = 0;
        this.#different[ordinal] = 0;
      }
    }
    present.fill(0);
    this.#documentsOf.clear();
    this.#words = 0;
    return { ordinals: ordinals.subarray(0, count), scores: taken.subarray(0, count) };
  }

  /** Forgets a query that was not taken. */
  clear(): void {
    this.#ofWord.clear();
    this.#total.clear();
    this.#matched.fill(0);
    this.#different.fill(0);
    this.#documentsOf.clear();
    this.#words = 0;
  }
}
