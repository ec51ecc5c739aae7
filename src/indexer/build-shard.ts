/**
 * The posts of one language -> the files of its shard.
 * @module
 */
import { blockSize, type IndexFile, type ShardManifest } from '../domain/index-manifest.js';
import type { Post } from '../domain/post.js';
import { compile, rootName, type SerializedIndex } from '../engines/compiled/index.js';
import { buildShardIndex } from '../engines/minisearch/index.js';
import { toDaysBody, toIdsBody, toValueColumnBody } from '../index-store/columns.js';
import { rootChecksum } from '../index-store/is-intact.js';
import {
  minisearchPath,
  partPath,
  passagePath,
  type Role,
  rolePath,
  rootPath,
  toNameHash,
} from '../index-store/layout.js';
import { toPassageBody } from '../index-store/passage-file.js';
import { seal } from '../index-store/seal.js';
import { sha256 } from '../index-store/sha256.js';
import type { ContentFile } from '../index-store/write-index.js';
import { sortDocuments } from '../results/document-order.js';
import { toColumns, toStoredPassages } from '../results/memory-store.js';
import type { StoredPassage } from '../results/shard.js';
import { indexPassages } from './index-passages.js';

export interface BuiltShard {
  readonly manifest: ShardManifest;
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
  documents: readonly (readonly StoredPassage[])[],
): Promise<Block> => {
  const passages = documents.flatMap((ofDocument, position) =>
    ofDocument.map((stored, passage) => ({ position, passage, body: toPassageBody(stored) })),
  );
  const hash = toNameHash(await sha256(concatenate(passages.map(({ body }) => body))));
  const files = passages.map(({ position, passage, body }) => {
    const path = passagePath(language, hash, position, passage);
    return { path, bytes: seal(path, body) };
  });
  return { hash, files };
};

const buildBlocks = (
  language: string,
  documents: readonly (readonly StoredPassage[])[],
): Promise<readonly Block[]> =>
  Promise.all(
    Array.from({ length: Math.ceil(documents.length / blockSize) }, (_, block) =>
      buildBlock(language, documents.slice(block * blockSize, (block + 1) * blockSize)),
    ),
  );

const toRoleFile = async (language: string, role: Role, body: Uint8Array): Promise<ContentFile> => {
  const path = rolePath(language, role, await sha256(body));
  return { path, bytes: seal(path, body) };
};

const toExport = async (
  language: string,
  json: string,
): Promise<{ readonly entry: IndexFile; readonly file: ContentFile }> => {
  const bytes = new TextEncoder().encode(json);
  const hash = await sha256(bytes);
  const path = minisearchPath(language, hash);
  return { entry: { path, bytes: bytes.length, sha256: hash }, file: { path, bytes } };
};

export interface ShardOptions {
  /** Whether the serialized MiniSearch index is written too. Default true. */
  readonly minisearch?: boolean;
}

/** @param posts all of one language, in any order */
export const buildShard = async (
  language: string,
  posts: readonly Post[],
  options: ShardOptions = {},
): Promise<BuiltShard> => {
  const sorted = sortDocuments(posts);
  const passages = sorted.map(toStoredPassages);
  const blocks = await buildBlocks(language, passages);
  const columns = toColumns(sorted);
  const [tags, categories, days, ids] = await Promise.all([
    toRoleFile(language, 'tags', toValueColumnBody(columns.tags)),
    toRoleFile(language, 'categories', toValueColumnBody(columns.categories)),
    toRoleFile(language, 'days', toDaysBody(columns.days)),
    toRoleFile(language, 'ids', toIdsBody(sorted.map(({ id }) => id))),
  ]);
  const index = buildShardIndex(sorted, language);
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
    manifest: {
      language,
      documents: posts.length,
      terms: index.terms,
      root: root.path,
      catalog: {
        passages: passages.map(({ length }) => length),
        blocks: blocks.map(({ hash }) => hash),
        expires: sorted.flatMap(({ expires }, ordinal) =>
          expires === undefined ? [] : [[ordinal, expires] as const],
        ),
      },
      tags: tags.path,
      categories: categories.path,
      days: days.path,
      ids: ids.path,
      ...(exported && { minisearch: exported.entry }),
    },
    files: [
      ...parts,
      tags,
      categories,
      days,
      ids,
      ...blocks.flatMap(({ files }) => files),
      ...(exported ? [exported.file] : []),
    ],
  };
};
