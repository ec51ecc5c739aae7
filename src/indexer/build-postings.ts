/**
 * The words of the posts of one language, as files: the parts of the compiled index, and the serialized MiniSearch index.
 * @module
 */
import type { StoredPassage } from '../documents/document-store.js';
import type { IndexFile, ShardManifest } from '../domain/index-manifest.js';
import type { Post } from '../domain/post.js';
import { compile, rootName, type SerializedIndex } from '../engines/compiled/index.js';
import { buildShardIndex } from '../engines/minisearch/index.js';
import { rootChecksum } from '../index-store/is-intact.js';
import { minisearchPath, partPath, rootPath } from '../index-store/layout.js';
import { sha256 } from '../index-store/sha256.js';
import type { ContentFile } from '../index-store/write-index.js';
import { indexPassages } from './index-passages.js';

/** The part of a shard that is made of words. */
export interface BuiltPostings {
  readonly manifest: Pick<ShardManifest, 'terms' | 'root' | 'minisearch'>;
  readonly files: readonly ContentFile[];
}

export interface ShardOptions {
  /** Whether the serialized MiniSearch index is written too. Default true. */
  readonly minisearch?: boolean;
}

const toExport = async (
  language: string,
  json: string,
): Promise<{ readonly entry: IndexFile; readonly file: ContentFile }> => {
  const bytes = new TextEncoder().encode(json);
  const hash = await sha256(bytes);
  const path = minisearchPath(language, hash);
  return { entry: { path, bytes: bytes.length, sha256: hash }, file: { path, bytes } };
};

/**
 * @param posts in document order
 * @param passages of each post
 */
export const buildPostings = async (
  language: string,
  posts: readonly Post[],
  passages: readonly (readonly StoredPassage[])[],
  options: ShardOptions = {},
): Promise<BuiltPostings> => {
  const index = buildShardIndex(posts, language);
  const serialized: SerializedIndex = JSON.parse(index.json);
  const parts = await Promise.all(
    compile(serialized, { passages: indexPassages(passages, language) }).map(async ({ name, bytes }) => {
      // Names of parts carry their checksum; only that of the root, which holds its own, has to be made.
      const path =
        name === rootName
          ? rootPath(language, await sha256(bytes), rootChecksum(bytes))
          : partPath(language, name);
      return { path, bytes };
    }),
  );
  const [root] = parts;
  if (root === undefined) throw new Error('a compiled index begins with its root');
  const exported = options.minisearch === false ? undefined : await toExport(language, index.json);
  return {
    manifest: { terms: index.terms, root: root.path, ...(exported && { minisearch: exported.entry }) },
    files: [...parts, ...(exported ? [exported.file] : [])],
  };
};
