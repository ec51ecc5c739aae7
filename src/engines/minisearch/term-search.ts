/**
 * What MiniSearch is asked for a word: a term, several that a document must all have, and which terms of the index are like one.
 * @module
 */
import type MiniSearch from 'minisearch';
import type { Query, SearchResult } from 'minisearch';
import type { FieldName } from '../../domain/fields.js';
import type { IndexedDocument } from './index-options.js';

/** A document, what it scores, and those of the terms asked for that it has. */
export interface TermResult {
  readonly ordinal: number;
  readonly score: number;
  readonly terms: readonly string[];
}

interface TermQuestion {
  /** What an occurrence counts. Default 1. */
  readonly weight?: number;
  readonly prefix?: boolean;
  readonly fuzzy?: number;
  readonly field?: FieldName | undefined;
}

export class TermSearch {
  readonly #index: MiniSearch<IndexedDocument>;
  readonly #ordinalOf: (id: string) => number;
  readonly #field: FieldName | undefined;

  /** @param field the only one that counts; all where absent */
  constructor(
    index: MiniSearch<IndexedDocument>,
    ordinalOf: (id: string) => number,
    field: FieldName | undefined,
  ) {
    this.#index = index;
    this.#ordinalOf = ordinalOf;
    this.#field = field;
  }

  /** Documents with the term. */
  find(term: string, weight: number): readonly TermResult[] {
    return this.#index
      .search(this.#toQuery(term, { weight, field: this.#field }))
      .map((result) => this.#toResult(result));
  }

  /** Documents with every one of the terms, wherever they stand: MiniSearch has no positions. */
  findAll(terms: readonly string[], weight: number): readonly TermResult[] {
    const queries = terms.map((term) => this.#toQuery(term, { weight, field: this.#field }));
    return this.#index
      .search({ combineWith: 'AND', queries })
      .map((result) => this.#toResult(result, result.queryTerms.length));
  }

  /** In how many documents the term stands. */
  count(term: string): number {
    return this.find(term, 1).length;
  }

  /** Longer terms of the index that it begins, in whatever field. */
  completions(term: string): readonly string[] {
    return this.#others(term, { prefix: true });
  }

  /** Terms of the index with its first letter that are at most so many edits away, in whatever field; to MiniSearch, a swap is two. */
  misspellings(term: string, maxEdits: number): readonly string[] {
    return this.#others(term, { fuzzy: maxEdits }).filter((other) => other.charAt(0) === term.charAt(0));
  }

  /** @returns in order */
  #others(term: string, question: TermQuestion): readonly string[] {
    const found = new Set(this.#index.search(this.#toQuery(term, question)).flatMap(({ terms }) => terms));
    found.delete(term);
    return [...found].sort();
  }

  #toQuery(term: string, { weight = 1, prefix = false, fuzzy = 0, field }: TermQuestion): Query {
    return {
      queries: [term],
      // It is analyzed already.
      tokenize: () => [term],
      boostTerm: () => weight,
      prefix,
      fuzzy,
      ...(field && { fields: [field] }),
    };
  }

  /** @param termCount MiniSearch multiplies by how many terms it was asked for; whoever asks for one word divides by them */
  #toResult({ id, score, terms }: SearchResult, termCount = 1): TermResult {
    return { ordinal: this.#ordinalOf(id), score: score / termCount, terms };
  }
}
