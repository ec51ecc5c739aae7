/**
 * What is kept of a shard's documents, and the port through which it is read.
 * An ordinal is a document's position in its shard, from 0: the undated first, then the
 * oldest to the newest, so that a greater ordinal is a newer document (see `document-order.ts`).
 * @module
 */
import type { SearchOptions } from '../domain/search.js';
import type { Passage } from './cut-passages.js';

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
export interface PassagePlace {
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
  passages(places: readonly PassagePlace[], options?: SearchOptions): Promise<readonly StoredPassage[]>;
  ordinalOf(id: string, options?: SearchOptions): Promise<number | undefined>;
}
