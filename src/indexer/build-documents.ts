/**
 * What is kept of the posts of one language, as files: passages, filter columns and ids.
 * @module
 */
import { toColumns } from '../documents/columns.js';
import type { PostTranslations } from '../documents/translations.js';
import { blockSize, type ShardManifest } from '../domain/index-manifest.js';
import type { PostMetadata } from '../domain/post.js';
import { toColumnBodies, toIdsBody } from '../index-store/columns.js';
import { passagePath, type Role, rolePath, toNameHash } from '../index-store/layout.js';
import { withTranslations } from '../index-store/passage-file.js';
import { seal } from '../index-store/seal.js';
import { sha256 } from '../index-store/sha256.js';
import type { ContentFile } from '../index-store/write-index.js';

/** The part of a shard that does not depend on its words. */
export interface BuiltDocuments {
  readonly manifest: Pick<ShardManifest, 'catalog' | 'columns' | 'ids'>;
  readonly files: readonly ContentFile[];
}

interface Block {
  readonly hash: string;
  readonly files: readonly ContentFile[];
}

const concatenate = (chunks: readonly Uint8Array[]): Uint8Array => {
  const whole = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
};

const buildBlock = async (
  language: string,
  documents: readonly (readonly Uint8Array[])[],
): Promise<Block> => {
  const passages = documents.flatMap((ofDocument, position) =>
    ofDocument.map((body, passage) => ({ position, passage, body })),
  );
  const hash = toNameHash(await sha256(concatenate(passages.map(({ body }) => body))));
  const files = passages.map(({ position, passage, body }) => {
    const path = passagePath(language, hash, position, passage);
    return { path, bytes: seal(path, body) };
  });
  return { hash, files };
};

/** One after the other: what is hashed is a copy. */
const buildBlocks = async (
  language: string,
  documents: readonly (readonly Uint8Array[])[],
): Promise<readonly Block[]> => {
  const blocks: Block[] = [];
  for (let from = 0; from < documents.length; from += blockSize)
    blocks.push(await buildBlock(language, documents.slice(from, from + blockSize)));
  return blocks;
};

const toRoleFile = async (language: string, role: Role, body: Uint8Array): Promise<ContentFile> => {
  const path = rolePath(language, role, await sha256(body));
  return { path, bytes: seal(path, body) };
};

/**
 * @param posts in document order
 * @param passages of each post: the bodies of their files
 * @param translations of the posts of all shards
 */
export const buildDocuments = async (
  language: string,
  posts: readonly PostMetadata[],
  passages: readonly (readonly Uint8Array[])[],
  translations: ReadonlyMap<PostMetadata, PostTranslations>,
): Promise<BuiltDocuments> => {
  const translated = passages.map((bodies, ordinal) => {
    const post = posts[ordinal];
    const { others } = (post && translations.get(post)) ?? {};
    return others ? bodies.map((body) => withTranslations(body, others)) : bodies;
  });
  const blocks = await buildBlocks(language, translated);
  const bodies = toColumnBodies(toColumns(posts, translations));
  const columns = await Promise.all(
    bodies.map(async ({ name, body }) => ({ name, file: await toRoleFile(language, name, body) })),
  );
  const ids = await toRoleFile(language, 'ids', toIdsBody(posts.map(({ id }) => id)));
  return {
    manifest: {
      catalog: {
        passages: passages.map(({ length }) => length),
        blocks: blocks.map(({ hash }) => hash),
        expires: posts.flatMap(({ expires }, ordinal) =>
          expires === undefined ? [] : [[ordinal, expires] as const],
        ),
      },
      columns: Object.fromEntries(columns.map(({ name, file }) => [name, file.path])),
      ids: ids.path,
    },
    files: [...columns.map(({ file }) => file), ids, ...blocks.flatMap(({ files }) => files)],
  };
};
