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
import type { ShardOptions } from './build-postings.js';
import { type IndexDocument, toIndexDocument } from './index-document.js';
import { type BuiltShard, ShardBuilder } from './shard-builder.js';

export interface IndexOptions extends ShardOptions {
  /** What the author says of the order of answers; pins of posts in the index only. Default nothing. */
  readonly ranking?: RankingSettings;
}

export interface CreatedIndex {
  /** Every file but the manifest. */
  readonly files: readonly ContentFile[];
  readonly manifest: Uint8Array;
  /** Sorted by language. */
  readonly shards: readonly ShardManifest[];
}

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
    const built: BuiltShard[] = [];
    for (const language of [...this.#shards.keys()].sort(compareText)) {
      const shard = await this.#shards.get(language)?.finish(wanted, pinned, translations, options);
      this.#shards.delete(language);
      if (shard !== undefined) built.push(shard);
    }
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
