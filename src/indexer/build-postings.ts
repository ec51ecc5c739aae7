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
import { type CompiledPart, CompiledWriter, rootName } from '../engines/compiled/index.js';
import { buildShardIndex } from '../engines/minisearch/index.js';
import { rootChecksum } from '../index-store/is-intact.js';
import { minisearchPath, partPath, rootPath } from '../index-store/layout.js';
import { sha256 } from '../index-store/sha256.js';
import type { ContentFile } from '../index-store/write-index.js';
import { mergeRuns } from '../postings/merge.js';
import { analyzePost } from '../postings/record.js';
import { RunBuilder } from '../postings/run.js';

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

const compilePosts = (
  language: string,
  posts: readonly Post[],
  passages: readonly (readonly StoredPassage[])[],
): readonly CompiledPart[] => {
  const analyzer = createAnalyzer(language);
  const run = new RunBuilder();
  const lengths = {
    fields: fieldNames.map(() => new Uint32Array(posts.length)),
    passages: new Uint32Array(posts.length),
  };
  for (const [ordinal, post] of posts.entries()) {
    const record = analyzePost(toPostPieces(post), passages[ordinal] ?? [], analyzer);
    run.add(ordinal, record);
    for (const [field, column] of lengths.fields.entries()) column[ordinal] = record.lengths[field] ?? 0;
    lengths.passages[ordinal] = record.passageCount;
  }
  const writer = new CompiledWriter(lengths);
  for (const postings of mergeRuns([run.finish()], Uint32Array.from(posts.keys()))) writer.add(postings);
  return writer.finish();
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
  const parts = await Promise.all(
    compilePosts(language, posts, passages).map(async ({ name, bytes }) => {
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
