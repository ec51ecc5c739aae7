/**
 * The words of the posts of one language, as files: the parts of the compiled index, and the serialized MiniSearch index.
 * @module
 */
import { createAnalyzer } from '../analysis/index.js';
import type { StoredPassage } from '../documents/document-store.js';
import { toPostPieces } from '../documents/post-pieces.js';
import { fieldNames } from '../domain/fields.js';
import type { IndexFile, ShardManifest } from '../domain/index-manifest.js';
import type { Post } from '../domain/post.js';
import { compile, rootName, type SerializedIndex } from '../engines/compiled/index.js';
import { MiniSearchWriter } from '../engines/minisearch/index.js';
import { rootChecksum } from '../index-store/is-intact.js';
import { minisearchPath, partPath, rootPath } from '../index-store/layout.js';
import { sha256 } from '../index-store/sha256.js';
import type { ContentFile } from '../index-store/write-index.js';
import { mergeRuns } from '../postings/merge.js';
import { analyzePost } from '../postings/record.js';
import { RunBuilder } from '../postings/run.js';
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

const writeMiniSearch = (
  language: string,
  posts: readonly Post[],
  passages: readonly (readonly StoredPassage[])[],
): Uint8Array => {
  const analyzer = createAnalyzer(language);
  const records = posts.map((post, ordinal) =>
    analyzePost(toPostPieces(post), passages[ordinal] ?? [], analyzer),
  );
  const run = new RunBuilder();
  for (const [ordinal, record] of records.entries()) run.add(ordinal, record);
  const writer = new MiniSearchWriter(
    posts.map(({ id }) => id),
    {
      fields: fieldNames.map((_, field) => Uint32Array.from(records, ({ lengths }) => lengths[field] ?? 0)),
      passages: Uint32Array.from(records, ({ passageCount }) => passageCount),
    },
  );
  const ordinals = Uint32Array.from(posts, (_, ordinal) => ordinal);
  for (const postings of mergeRuns([run.finish()], ordinals)) writer.add(postings);
  return writer.finish();
};

const toExport = async (
  language: string,
  bytes: Uint8Array,
): Promise<{ readonly entry: IndexFile; readonly file: ContentFile }> => {
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
  const written = writeMiniSearch(language, posts, passages);
  const serialized: SerializedIndex = JSON.parse(new TextDecoder().decode(written));
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
  const exported = options.minisearch === false ? undefined : await toExport(language, written);
  return {
    manifest: {
      terms: serialized.index.length,
      root: root.path,
      ...(exported && { minisearch: exported.entry }),
    },
    files: [...parts, ...(exported ? [exported.file] : [])],
  };
};
