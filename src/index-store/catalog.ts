/**
 * Where the passages of a shard's documents are, and which documents expire.
 * @module
 */
import { CheckedObject, corrupt, sealJson, unsealJson } from './checked-json.js';

/**
 * Documents in a block. The names of a block's files carry one hash of all of them: fewer would make the catalog
 * larger, more would give more files a new name when one post changes.
 */
export const blockSize = 64;

/** Passages of one document: more than any text has, and few enough to be listed. */
export const maxPassages = 2 ** 16;

export interface Catalog {
  /** Passages of each document, 1 to {@link maxPassages}. */
  readonly passages: readonly number[];
  /** Sixteen hexadecimal digits a block of {@link blockSize} documents. */
  readonly blocks: readonly string[];
  /** Ordinals of documents that expire, ascending, and from which second since the epoch on. */
  readonly expires: readonly (readonly [ordinal: number, seconds: number])[];
}

export const toCatalogBytes = ({ passages, blocks, expires }: Catalog): Uint8Array =>
  sealJson({ passages, blocks, expires });

const parseExpiry = (value: unknown, file: string, documentCount: number): readonly [number, number] => {
  const [ordinal, seconds] = Array.isArray(value) ? value : [];
  if (Number.isInteger(ordinal) && ordinal >= 0 && ordinal < documentCount && Number.isFinite(seconds)) {
    return [ordinal, seconds];
  }
  throw corrupt(file, 'has an expiry of no document');
};

/** @throws LookbackError `index-corrupt` */
export const parseCatalog = (bytes: Uint8Array, file: string, documentCount: number): Catalog => {
  const value = new CheckedObject(unsealJson(bytes, file), file);
  const passages = value.counts('passages');
  const blocks = value.strings('blocks');
  if (passages.length !== documentCount || passages.some((count) => count < 1 || count > maxPassages)) {
    throw corrupt(file, `does not have passages of ${documentCount} documents`);
  }
  if (blocks.length !== Math.ceil(documentCount / blockSize))
    throw corrupt(file, 'has another number of blocks');
  if (!blocks.every((hash) => /^[0-9a-f]{16}$/.test(hash))) throw corrupt(file, 'has a block without a hash');
  return {
    passages,
    blocks,
    expires: value.list('expires').map((item) => parseExpiry(item, file, documentCount)),
  };
};
