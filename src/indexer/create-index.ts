/**
 * Posts -> every file of their index, in memory.
 * @module
 */

import { groupTranslations } from '../documents/translations.js';
import { compareText } from '../domain/compare-text.js';
import { indexFormatVersion, type ShardManifest } from '../domain/index-manifest.js';
import type { Post, PostMetadata } from '../domain/post.js';
import type { RankingSettings } from '../domain/ranking-settings.js';
import { toManifestBytes } from '../index-store/manifest.js';
import type { ContentFile } from '../index-store/write-index.js';
import { buildPacks, toDocumentSize } from './build-packs.js';
import type { ShardOptions } from './build-postings.js';
import { chooseFileCost, toBlocks } from './cut-packs.js';
import { filesOfWords, usualFiles, type Volume } from './file-budget.js';
import { type IndexDocument, toIndexDocument } from './index-document.js';
import { chooseInlineRoots, toInline } from './inline-roots.js';
import { ShardBuilder, type UnpackedShard } from './shard-builder.js';

export interface IndexOptions extends ShardOptions {
  /** What the author says of the order of answers; pins of posts in the index only. Default nothing. */
  readonly ranking?: RankingSettings;
  /**
   * How many files there may be: passages are packed so that there are no more, if they can. Default: by the posts, see
   * `usualFiles`.
   */
  readonly maxFiles?: number;
  /** How many of these will be no files of the index but of the page. Default 0. */
  readonly pageFiles?: number;
}

export interface CreatedIndex {
  /** Every file but the manifest. */
  readonly files: readonly ContentFile[];
  readonly manifest: Uint8Array;
  /** Sorted by language. */
  readonly shards: readonly ShardManifest[];
}

interface BuiltShard {
  readonly manifest: ShardManifest;
  readonly files: readonly ContentFile[];
}

const packShard = async (
  { manifest, root, files, posts }: UnpackedShard,
  isInline: boolean,
  fileCost: number,
): Promise<BuiltShard> => {
  const { language, analyzer, documents, terms, ...others } = manifest;
  const packs = await buildPacks(language, posts, fileCost);
  return {
    manifest: {
      language,
      analyzer,
      documents,
      terms,
      root: isInline ? toInline(root) : { path: root.path },
      catalog: packs.catalog,
      ...others,
    },
    files: [...(isInline ? [] : [root]), ...files, ...packs.files],
  };
};

const addVolumes = (volumes: readonly Volume[]): Volume => ({
  posts: volumes.reduce((sum, { posts }) => sum + posts, 0),
  textBytes: volumes.reduce((sum, { textBytes }) => sum + textBytes, 0),
});

/** Collects documents as they come: what it holds of one is its metadata and bytes. */
export class IndexBuilder {
  readonly #shards = new Map<string, ShardBuilder>();

  add(document: IndexDocument): void {
    const { language } = document.post;
    let shard = this.#shards.get(language);
    if (shard === undefined) {
      shard = new ShardBuilder(language);
      this.#shards.set(language, shard);
    }
    shard.add(document);
  }

  /**
   * To be called once. What was added in whatever order gives the same bytes.
   * @param kept which of the posts that were added the index has; of the others no word is written
   * @param nextBuildDue an ISO 8601 instant
   */
  async finish(
    kept: readonly PostMetadata[],
    nextBuildDue?: string,
    options: IndexOptions = {},
  ): Promise<CreatedIndex> {
    const { ranking } = options;
    const pinned = new Set(ranking?.pins.flatMap(({ urls }) => urls));
    const wanted = new Set(kept);
    const translations = groupTranslations(kept);
    const volume = addVolumes([...this.#shards.values()].map((shard) => shard.volume(wanted)));
    const { maxFiles = usualFiles(volume), pageFiles = 0 } = options;
    const unpacked: UnpackedShard[] = [];
    for (const [language, shard] of [...this.#shards].sort(([a], [b]) => compareText(a, b))) {
      const own = shard.volume(wanted);
      const room = { textBytes: own.textBytes, maxFiles: filesOfWords(maxFiles, own, volume) };
      const finished = await shard.finish(wanted, pinned, translations, room, options);
      this.#shards.delete(language);
      if (finished !== undefined) unpacked.push(finished);
    }
    const inline = chooseInlineRoots(unpacked);
    // One more is the manifest.
    const others = unpacked.reduce(
      (sum, shard) => sum + shard.files.length + (inline.has(shard) ? 0 : 1),
      1 + pageFiles,
    );
    const fileCost = chooseFileCost(
      unpacked.flatMap(({ posts }) => toBlocks(posts.map(toDocumentSize))),
      maxFiles - others,
    );
    const built: BuiltShard[] = [];
    for (const shard of unpacked) built.push(await packShard(shard, inline.has(shard), fileCost));
    const shards = built.map((shard) => shard.manifest);
    const manifest = toManifestBytes({
      format: 'lookback-index',
      version: indexFormatVersion,
      ...(nextBuildDue !== undefined && { nextBuildDue }),
      ...(ranking && { ranking }),
      shards,
    });
    return { files: built.flatMap(({ files }) => files), manifest, shards };
  }
}

/**
 * The index of posts that are all there.
 * @param nextBuildDue an ISO 8601 instant
 */
export const createIndex = (
  posts: readonly Post[],
  nextBuildDue?: string,
  options: IndexOptions = {},
): Promise<CreatedIndex> => {
  const builder = new IndexBuilder();
  const documents = posts.map(toIndexDocument);
  for (const document of documents) builder.add(document);
  return builder.finish(
    documents.map(({ post }) => post),
    nextBuildDue,
    options,
  );
};
