/**
 * The index as `lookback build` writes it, of posts that are all of one shard.
 * @module
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { analyzerFingerprint } from '../../../../src/analysis/index.js';
import type { IndexManifest } from '../../../../src/domain/index-manifest.js';
import { indexFormatVersion } from '../../../../src/domain/index-manifest.js';
import type { Post } from '../../../../src/domain/post.js';
import { manifestPath } from '../../../../src/index-store/layout.js';
import { parseManifest, toManifestBytes } from '../../../../src/index-store/manifest.js';
import { writeIndex } from '../../../../src/index-store/write-index.js';
import { buildShard } from '../../../../src/indexer/build-shard.js';

/** A shard a language. */
export const writePosts = async (
  shards: ReadonlyMap<string, readonly Post[]>,
  folder: string,
): Promise<void> => {
  const built = [];
  for (const [language, posts] of shards) built.push(await buildShard(language, posts));
  const manifest = toManifestBytes({
    format: 'lookback-index',
    version: indexFormatVersion,
    analyzer: analyzerFingerprint,
    shards: built.map((shard) => shard.manifest),
  });
  await writeIndex(
    folder,
    built.flatMap(({ files }) => files),
    manifest,
  );
};

export const readManifest = async (folder: string): Promise<IndexManifest> =>
  parseManifest(await readFile(join(folder, manifestPath)), analyzerFingerprint);
