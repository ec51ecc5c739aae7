/**
 * Which roots travel with the manifest, so that nobody waits for them after it.
 * @module
 */
import type { IndexRoot } from '../domain/index-manifest.js';
import type { ContentFile } from '../index-store/write-index.js';
import type { UnpackedShard } from './shard-builder.js';

/** Bytes of all of them together: whoever asks in one language reads those of the others too. */
const maxTogether = 16_384;
/** Bytes of the root of the largest shard, which most questions are asked of. */
const maxLargest = 65_536;

/** Those of the shards with the most documents, as long as there is room. */
export const chooseInlineRoots = (shards: readonly UnpackedShard[]): ReadonlySet<UnpackedShard> => {
  const inline = new Set<UnpackedShard>();
  let left = maxTogether;
  for (const shard of shards.toSorted((a, b) => b.posts.length - a.posts.length)) {
    const { length } = shard.root.bytes;
    if (length > (inline.size === 0 ? maxLargest : left)) break;
    inline.add(shard);
    left -= length;
  }
  return inline;
};

export const toInline = ({ bytes }: ContentFile): IndexRoot => ({
  base64: Buffer.from(bytes).toString('base64'),
});
