/**
 * What is kept of all posts of one language side by side, as files: filter columns and ids.
 * @module
 */
import { type SortKeys, toColumns } from '../documents/columns.js';
import type { PostTranslations } from '../documents/translations.js';
import type { ShardManifest } from '../domain/index-manifest.js';
import type { PostMetadata } from '../domain/post.js';
import { toColumnBodies, toIdsBody } from '../index-store/columns.js';
import { type Role, rolePath } from '../index-store/layout.js';
import { seal } from '../index-store/seal.js';
import { sha256 } from '../index-store/sha256.js';
import type { ContentFile } from '../index-store/write-index.js';

/** The part of a shard that depends neither on its words nor on its passages. */
export interface BuiltDocuments {
  readonly manifest: Pick<ShardManifest, 'columns' | 'ids'>;
  readonly files: readonly ContentFile[];
}

const toRoleFile = async (language: string, role: Role, body: Uint8Array): Promise<ContentFile> => {
  const path = rolePath(language, role, await sha256(body));
  return { path, bytes: seal(path, body) };
};

/**
 * @param posts in document order
 * @param sortKeys of each post
 * @param translations of the posts of all shards
 */
export const buildDocuments = async (
  language: string,
  posts: readonly PostMetadata[],
  sortKeys: readonly SortKeys[],
  translations: ReadonlyMap<PostMetadata, PostTranslations>,
): Promise<BuiltDocuments> => {
  const bodies = toColumnBodies(toColumns(posts, sortKeys, translations));
  const columns = await Promise.all(
    bodies.map(async ({ name, body }) => ({ name, file: await toRoleFile(language, name, body) })),
  );
  const ids = await toRoleFile(language, 'ids', toIdsBody(posts.map(({ id }) => id)));
  return {
    manifest: {
      columns: Object.fromEntries(columns.map(({ name, file }) => [name, file.path])),
      ids: ids.path,
    },
    files: [...columns.map(({ file }) => file), ids],
  };
};
