/**
 * The one small file that says what an index is made of. It is written last and replaced atomically.
 * @module
 */

import { type ValueFacetName, valueFacets } from './facets.js';
import type { RankingSettings } from './ranking-settings.js';
import type { Synonym } from './synonym.js';

/** Raised whenever a reader of the previous version could misread an index. No other version is read. */
export const indexFormatVersion = 5;

const otherColumns = ['days', 'titles', 'words', 'weights', 'translations', 'links'] as const;

/**
 * Columns that lie in a file each: the values of a facet, what documents are sorted by (their days, titles and numbers of words), what
 * weight their authors give them, which of them are translations of others, and the links between them.
 */
export const columnFiles: readonly (ValueFacetName | (typeof otherColumns)[number])[] = [
  ...valueFacets.map(({ name }) => name),
  ...otherColumns,
];
export type ColumnFile = (typeof columnFiles)[number];

/** A file that is checked as a whole against the manifest. */
export interface IndexFile {
  /** Below the index folder, `/` separators. */
  readonly path: string;
  readonly bytes: number;
  /** SHA-256 of the content, 64 hexadecimal digits. */
  readonly sha256: string;
}

/** Documents in a block: fewer would make the catalog larger, more would rename more files when one post changes. */
export const blockSize = 64;

/**
 * Where the passages of a shard's documents are, and which documents expire. A *pack* is a file with consecutive passages, of
 * one or several documents of one block.
 */
export interface Catalog {
  /** Passages of each document, at least 1. */
  readonly passages: readonly number[];
  /** Hash of the packs of each block of {@link blockSize} documents, sixteen hexadecimal digits. */
  readonly blocks: readonly string[];
  /** Of each block, the passages of each of its packs. */
  readonly packs: readonly (readonly number[])[];
  /** Ordinals of documents that expire, ascending, and from which second since the epoch on. */
  readonly expires: readonly (readonly [ordinal: number, seconds: number])[];
}

/** The bytes of a root in base64, where they travel with the manifest, or the path of its file. */
export type IndexRoot = { readonly base64: string } | { readonly path: string };

/** The posts of one language: paths below the index folder of the files that lead to all others. */
export interface ShardManifest {
  readonly language: string;
  /** Fingerprint of the analyzer that made the terms; a reader with another one must refuse. */
  readonly analyzer: string;
  readonly documents: number;
  readonly terms: number;
  /** Root of the compiled index: says which parts have which terms. */
  readonly root: IndexRoot;
  /** Where the passages of each document are; here, because every answer needs it and it is small. */
  readonly catalog: Catalog;
  /** Columns that filters, facets and sorting look at; one that no document has anything in is left out. */
  readonly columns: { readonly [Name in ColumnFile]?: string };
  /** Ids in document order. */
  readonly ids: string;
  /** The serialized MiniSearch index, where it was not left out. */
  readonly minisearch?: IndexFile;
  /** Where the posts are that pins name: URL and ordinal; absent where there are none. */
  readonly pinned?: readonly (readonly [url: string, ordinal: number])[];
  /** Words that mean the same; absent where there are none. */
  readonly synonyms?: readonly Synonym[];
}

export interface IndexManifest {
  readonly format: 'lookback-index';
  readonly version: number;
  /** When the next post that waits in the future is due, an ISO 8601 instant: build again then. */
  readonly nextBuildDue?: string;
  /** What the author says of the order of answers; absent where that is nothing. */
  readonly ranking?: RankingSettings;
  /** Sorted by language. */
  readonly shards: readonly ShardManifest[];
}
