/**
 * What the engine-neutral part of a search needs from one shard (the posts of one language).
 * An ordinal is a document's position in its shard, from 0: the undated first, then the
 * oldest to the newest, so that a greater ordinal is a newer document (see `document-order.ts`).
 * @module
 */
import type { QueryWord } from '../analysis/query-words.js';
import type { SearchOptions } from '../domain/search.js';
import type { Passage } from './cut-passages.js';

export type { QueryWord };

/** Why a term of the index is part of the answer. */
export interface MatchedTerm {
  /** The words of the question that the term stands for, as positions in the list asked, ascending. */
  readonly words: readonly number[];
  /** How telling it is: the best weight it has as an expansion, times its inverse document frequency. Positive. */
  readonly weight: number;
}

/** Documents that match any of the words, in order of ordinal, with their scores side by side. */
export interface Matches {
  readonly ordinals: Uint32Array;
  readonly scores: Float64Array;
  /** Every term of the index that a word stood for (itself, prefixes, misspellings): what to highlight. */
  readonly terms: ReadonlyMap<string, MatchedTerm>;
  /**
   * For each of some matching documents, the passages that hold any of `terms`, with those terms, ascending. An engine that
   * does not know has no such function, and passages are then read and compared. Documents of one passage need not be asked.
   * @throws LookbackError `index-corrupt`
   */
  readonly passages?: (ordinals: readonly number[]) => readonly (readonly PassageTerms[])[];
}

/** Which terms of the answer stand in a passage. */
export interface PassageTerms {
  readonly passage: number;
  readonly terms: readonly MatchedTerm[];
}

/** Finds and scores; the only part that differs between engines. */
export interface Matcher {
  match(words: readonly QueryWord[], options?: SearchOptions): Promise<Matches>;
}

/** What is shown of a document besides its words. */
export interface StoredDocument {
  readonly id: string;
  readonly url: string;
  readonly title: string;
  /** `YYYY-MM-DD`. */
  readonly date?: string;
  readonly tags: readonly string[];
  readonly categories: readonly string[];
  readonly authors: readonly string[];
  readonly image?: string;
}

/** A passage, and what is shown of its document. */
export interface StoredPassage extends Passage {
  readonly document: StoredDocument;
}

/** Values of a many-valued property and who has them. */
export interface ValueColumn {
  /**
   * Sorted by UTF-16 code units, as authors spelt them. What differs in case only is one value, in the spelling that
   * most posts have.
   */
  readonly values: readonly string[];
  /** Parallel to `values`: the ordinals that have the value, ascending. */
  readonly ordinals: readonly Uint32Array[];
}

/** What filters, facets and sorting look at. Days and expires have one entry a document. */
export interface FilterColumns {
  readonly tags: ValueColumn;
  readonly categories: ValueColumn;
  /** `YYYYMMDD` as a number, 0 when undated; ascending. */
  readonly days: Uint32Array;
  /** Seconds since the epoch from which on the post is hidden, `Infinity` when never. */
  readonly expires: Float64Array;
}

export type ColumnName = keyof FilterColumns;

/** Where a passage is. */
export interface Place {
  readonly ordinal: number;
  /** From 0. */
  readonly passage: number;
}

/** Reads what is stored of the documents of one shard. */
export interface DocumentStore {
  readonly documentCount: number;
  /** @returns at least the columns named: a store that is far away reads no others. */
  columns<Name extends ColumnName>(
    names: readonly Name[],
    options?: SearchOptions,
  ): Promise<Pick<FilterColumns, Name>>;
  /** How many passages each of the documents has, at least 1; in the order of `ordinals`. */
  passageCounts(ordinals: readonly number[], options?: SearchOptions): Promise<readonly number[]>;
  /** In the order of `places`. */
  passages(places: readonly Place[], options?: SearchOptions): Promise<readonly StoredPassage[]>;
  ordinalOf(id: string, options?: SearchOptions): Promise<number | undefined>;
}

/** All that is needed to answer from the posts of one language. */
export interface Shard {
  readonly language: string;
  readonly matcher: Matcher;
  readonly store: DocumentStore;
}
