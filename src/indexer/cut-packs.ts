/**
 * Which passages are put together in packs, so that a hit reads few bytes and the index has no more files than it may have.
 * @module
 */
import { blockSize } from '../domain/index-manifest.js';

/** Bytes, as written, of a document's passages, and of what is shown of it, which each of its packs repeats. */
export interface DocumentSize {
  readonly head: number;
  readonly passages: readonly number[];
}

/** Passages of a pack at most: what is tried out for each passage stays bounded, however long a post is. */
const maxPassages = 64;

/** The documents of a shard by blocks, none of which a pack leaves. */
export const toBlocks = <Document>(documents: readonly Document[]): readonly (readonly Document[])[] =>
  Array.from({ length: Math.ceil(documents.length / blockSize) }, (_, block) =>
    documents.slice(block * blockSize, (block + 1) * blockSize),
  );

/** A passage of a block as the cuts are made by. */
interface Item {
  readonly bytes: number;
  readonly head: number;
  /** How many hits of its document are this passage: one by the number of its passages. */
  readonly hits: number;
  readonly isFirst: boolean;
}

const toItems = (documents: readonly DocumentSize[]): readonly Item[] =>
  documents.flatMap(({ head, passages }) =>
    passages.map((bytes, at) => ({ bytes, head, hits: 1 / passages.length, isFirst: at === 0 })),
  );

/** The best cuts of what stands before a passage. */
interface Cuts {
  readonly cost: number;
  /** The first passage of the last pack. */
  readonly from: number;
  readonly files: number;
}

/** @returns the best cuts before each passage, and at last of all; none is before the first */
const findCuts = (items: readonly Item[], fileCost: number): readonly Cuts[] => {
  const best: Cuts[] = [{ cost: 0, from: 0, files: 0 }];
  for (let end = 1; end <= items.length; end += 1) {
    let found: Cuts | undefined;
    let bytes = 0;
    let hits = 0;
    for (let from = end - 1; from >= Math.max(0, end - maxPassages); from -= 1) {
      const item = items[from];
      const before = best[from];
      if (item === undefined || before === undefined) break;
      bytes += item.bytes;
      hits += item.hits;
      const cost = before.cost + (bytes + item.head) * hits + fileCost;
      if (found === undefined || cost < found.cost) found = { cost, from, files: before.files + 1 };
      if (item.isFirst) bytes += item.head;
    }
    if (found !== undefined) best.push(found);
  }
  return best;
};

/**
 * Cuts the passages of a block into packs so that
 *
 *     Σ over packs (bytes of the pack · hits that read it) + fileCost · number of packs
 *
 * is the least that it can be (by dynamic programming), where each document has one hit, which is any of its passages.
 * @returns how many passages each pack has
 */
export const cutPacks = (documents: readonly DocumentSize[], fileCost: number): readonly number[] => {
  const cuts = findCuts(toItems(documents), fileCost);
  const counts: number[] = [];
  for (let end = cuts.length - 1; end > 0; end = cuts[end]?.from ?? 0)
    counts.unshift(end - (cuts[end]?.from ?? 0));
  return counts;
};

/** A fifth from one to the next, so that a post more seldom makes it another one, which renames most packs. */
const fileCosts: readonly number[] = [
  0,
  ...Array.from({ length: 160 }, (_, step) => Math.round(16 * 1.2 ** step)),
];

/**
 * The least of some costs of a file with which the packs are no more files than there may be, or the greatest of them.
 * The same documents always have the same.
 * @param blocks of all shards
 */
export const chooseFileCost = (blocks: readonly (readonly DocumentSize[])[], maxFiles: number): number => {
  const items = blocks.map(toItems);
  const fits = (fileCost: number): boolean =>
    items.reduce((sum, ofBlock) => sum + (findCuts(ofBlock, fileCost).at(-1)?.files ?? 0), 0) <= maxFiles;
  let low = 0;
  let high = fileCosts.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (fits(fileCosts[middle] ?? 0)) high = middle;
    else low = middle + 1;
  }
  return fileCosts[high] ?? 0;
};
