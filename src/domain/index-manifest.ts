/**
 * The one small file that says what an index is made of. It is written last and replaced atomically.
 * @module
 */

/** Raised whenever a reader of the previous version could misread an index. */
export const indexFormatVersion = 1;

/** A file of the index. */
export interface IndexFile {
  /** Below the index folder, `/` separators. */
  readonly path: string;
  readonly bytes: number;
  /** SHA-256 of the content, 64 hexadecimal digits. */
  readonly sha256: string;
}

/** The posts of one language. */
export interface ShardManifest {
  readonly language: string;
  readonly documents: number;
  readonly terms: number;
  /** The serialized MiniSearch index. */
  readonly minisearch: IndexFile;
  /** What is shown and filtered of each post, and where its text is, in document order. */
  readonly table: IndexFile;
}

export interface IndexManifest {
  readonly format: 'lookback-index';
  readonly version: number;
  /** Fingerprint of the analyzer that made the terms; a reader with another one must refuse. */
  readonly analyzer: string;
  /** Sorted by language. */
  readonly shards: readonly ShardManifest[];
}
