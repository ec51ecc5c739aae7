/**
 * The part of the manifest that says where the passages of a shard's documents are, and finding one by it.
 * @module
 */
import type { PassagePlace } from '../documents/document-store.js';
import { blockSize, type Catalog } from '../domain/index-manifest.js';
import { type CheckedObject, corrupt, isOrdinal } from './checked-json.js';
import { manifestPath, packPath } from './layout.js';

/** Passages of one document: more than any text has, and few enough to be listed. */
const maxPassages = 2 ** 16;

const parseExpiry = (value: unknown, file: string, documentCount: number): readonly [number, number] => {
  const [ordinal, seconds] = Array.isArray(value) ? value : [];
  if (isOrdinal(ordinal, documentCount) && Number.isFinite(seconds)) return [ordinal, seconds];
  throw corrupt(file, 'has an expiry of no document');
};

const sumOf = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0);

/** Passages of the documents from the first of a block on. */
const sumInBlock = (passages: readonly number[], block: number, documents = blockSize): number =>
  sumOf(passages.slice(block * blockSize, block * blockSize + documents));

/** @throws LookbackError `index-corrupt` */
export const parseCatalog = (value: CheckedObject, file: string, documentCount: number): Catalog => {
  const passages = value.counts('passages');
  const blocks = value.strings('blocks');
  const packs = value.countLists('packs');
  if (passages.length !== documentCount || passages.some((count) => count < 1 || count > maxPassages)) {
    throw corrupt(file, `does not have passages of ${documentCount} documents`);
  }
  if (blocks.length !== Math.ceil(documentCount / blockSize)) {
    throw corrupt(file, 'has another number of blocks');
  }
  if (!blocks.every((hash) => /^[0-9a-f]{16}$/.test(hash))) throw corrupt(file, 'has a block without a hash');
  if (
    packs.length !== blocks.length ||
    packs.some((counts, block) => sumOf(counts) !== sumInBlock(passages, block))
  ) {
    throw corrupt(file, 'has packs of other passages');
  }
  return {
    passages,
    blocks,
    packs,
    expires: value.list('expires').map((item) => parseExpiry(item, file, documentCount)),
  };
};

/** Where a passage is stored: the path of its pack, and which of the pack's passages it is, from 0. */
export interface StoredPlace {
  readonly path: string;
  readonly at: number;
}

/** @throws LookbackError `index-corrupt` where the catalog knows nothing of it */
export const findPack = (
  language: string,
  { passages, blocks, packs }: Catalog,
  { ordinal, passage }: PassagePlace,
): StoredPlace => {
  const block = Math.floor(ordinal / blockSize);
  let at = passage + sumInBlock(passages, block, ordinal % blockSize);
  for (const [number, count] of packs[block]?.entries() ?? []) {
    if (at < count) return { path: packPath(language, blocks[block] ?? '', number), at };
    at -= count;
  }
  throw corrupt(manifestPath, `has no document ${ordinal}`);
};
