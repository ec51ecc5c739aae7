/**
 * The posts of one language -> the files of its shard.
 * @module
 */
import type { IndexFile, ShardManifest } from '../domain/index-manifest.js';
import type { Post } from '../domain/post.js';
import { buildShardIndex } from '../engines/minisearch/index.js';
import { shardFilePath, textPath } from '../index-store/layout.js';
import { toTextBytes } from '../index-store/post-text.js';
import { sha256 } from '../index-store/sha256.js';
import { type TableRow, toTableBytes } from '../index-store/table.js';
import type { ContentFile } from '../index-store/write-index.js';

export interface BuiltShard {
  readonly manifest: ShardManifest;
  readonly files: readonly ContentFile[];
}

const toFile = async (
  bytes: Uint8Array,
  path: (sha256: string) => string,
): Promise<{ named: IndexFile; content: ContentFile }> => {
  const hash = await sha256(bytes);
  const named = { path: path(hash), bytes: bytes.length, sha256: hash };
  return { named, content: { path: named.path, bytes } };
};

/** @param posts all of one language, sorted by id; the order is the order of documents in the shard. */
export const buildShard = async (language: string, posts: readonly Post[]): Promise<BuiltShard> => {
  const texts = await Promise.all(
    posts.map((post) => toFile(toTextBytes(post), (hash) => textPath(language, hash))),
  );
  const rows = posts.map((post, ordinal): TableRow => {
    const text = texts[ordinal];
    if (text === undefined) throw new Error('a text a post');
    return { ...post, text: text.named };
  });
  const index = buildShardIndex(posts, language);
  const minisearch = await toFile(new TextEncoder().encode(index.json), (hash) =>
    shardFilePath(language, 'minisearch', hash),
  );
  const table = await toFile(toTableBytes(rows), (hash) => shardFilePath(language, 'table', hash));
  const files = new Map([minisearch, table, ...texts].map(({ content }) => [content.path, content]));
  return {
    manifest: {
      language,
      documents: posts.length,
      terms: index.terms,
      minisearch: minisearch.named,
      table: table.named,
    },
    // Two posts with the same words share one text.
    files: [...files.values()],
  };
};
