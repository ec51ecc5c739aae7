/**
 * The part of the manifest that says where the passages of a shard's documents are.
 * @module
 */
import { blockSize, type Catalog } from '../domain/index-manifest.js';
import { type CheckedObject, corrupt, isOrdinal } from './checked-json.js';

/** Passages of one document: more than any text has, and few enough to be listed. */
const maxPassages = 2 ** 16;

const parseExpiry = (value: unknown, file: string, documentCount: number): readonly [number, number] => {
  const [ordinal, seconds] = Array.isArray(value) ? value : [];
  if (isOrdinal(ordinal, documentCount) && Number.isFinite(seconds)) return [ordinal, seconds];
  throw corrupt(file, 'has an expiry of no document');
};

/** @throws LookbackError `index-corrupt` */
export const parseCatalog = (value: CheckedObject, file: string, documentCount: number): Catalog => {
  const passages = value.counts('passages');
  const blocks = value.strings('blocks');
  if (passages.length !== documentCount || passages.some((count) => count < 1 || count > maxPassages)) {
    throw corrupt(file, `does not have passages of ${documentCount} documents`);
  }
  if (blocks.length !== Math.ceil(documentCount / blockSize)) {
    throw corrupt(file, 'has another number of blocks');
  }
  if (!blocks.every((hash) => /^[0-9a-f]{16}$/.test(hash))) throw corrupt(file, 'has a block without a hash');
  return {
    passages,
    blocks,
    expires: value.list('expires').map((item) => parseExpiry(item, file, documentCount)),
  };
};
