/**
 * The port through which what is kept of a shard's documents is read.
 * An ordinal is a document's position in its shard, from 0: the undated first, then the
 * oldest to the newest, so that a greater ordinal is a newer document (see `document-order.ts`).
 * @module
 */
import type { SearchOptions, StoredDocument } from '../domain/search.js';
import type { ColumnName, FilterColumns } from './columns.js';
import type { Passage } from './passage.js';
import type { StoredTranslation } from './translations.js';

/** A passage, and what is shown of its document. */
export interface StoredPassage extends Passage {
  readonly document: StoredDocument;
  /** Of its document; absent where there are none. */
  readonly translations?: readonly StoredTranslation[];
}

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
