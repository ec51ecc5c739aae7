/**
 * Posts -> every file of their index, in memory.
 * @module
 */
import { analyzerFingerprint } from '../analysis/index.js';
import { indexFormatVersion, type ShardManifest } from '../domain/index-manifest.js';
import type { Post } from '../domain/post.js';
import { toManifestBytes } from '../index-store/manifest.js';
import type { ContentFile } from '../index-store/write-index.js';
import type { ShardOptions } from './build-postings.js';
import { buildShard } from './build-shard.js';

export interface CreatedIndex {
  /** Every file but the manifest. */
  readonly files: readonly ContentFile[];
  readonly manifest: Uint8Array;
  /** Sorted by language. */
  readonly shards: readonly ShardManifest[];
}

const byLanguage = (posts: readonly Post[]): readonly (readonly [string, readonly Post[]])[] => {
  const groups = new Map<string, Post[]>();
  for (const post of posts) {
    const group = groups.get(post.language);
    if (group) group.push(post);
    else groups.set(post.language, [post]);
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
};

/**
 * The same posts give the same bytes.
 * @param nextBuildDue an ISO 8601 instant
 */
export const createIndex = async (
  posts: readonly Post[],
  nextBuildDue?: string,
  options: ShardOptions = {},
): Promise<CreatedIndex> => {
  const built = [];
  for (const [language, group] of byLanguage(posts)) {
    built.push(await buildShard(language, group, options));
  }
  const shards = built.map(({ manifest }) => manifest);
  return {
    files: built.flatMap(({ files }) => files),
    manifest: toManifestBytes({
      format: 'lookback-index',
      version: indexFormatVersion,
      analyzer: analyzerFingerprint,
      ...(nextBuildDue !== undefined && { nextBuildDue }),
      shards,
    }),
    shards,
  };
};
