/**
 * The index as `lookback build` writes it, of posts that are all of one shard.
 * @module
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { IndexManifest } from '../../../../src/domain/index-manifest.js';
import type { Post } from '../../../../src/domain/post.js';
import { manifestPath } from '../../../../src/index-store/layout.js';
import { parseManifest } from '../../../../src/index-store/manifest.js';
import { writeIndex } from '../../../../src/index-store/write-index.js';
import { createIndex } from '../../../../src/indexer/create-index.js';

/** A shard a language. */
export const writePosts = async (
  shards: ReadonlyMap<string, readonly Post[]>,
  folder: string,
): Promise<void> => {
  const posts = [...shards].flatMap(([language, ofShard]) => ofShard.map((post) => ({ ...post, language })));
  const { files, manifest } = await createIndex(posts);
  await writeIndex(folder, files, manifest);
};

export const readManifest = async (folder: string): Promise<IndexManifest> =>
  parseManifest(await readFile(join(folder, manifestPath)));
