/**
 * The words of the posts of one language, as files: the parts of the compiled index, and the serialized MiniSearch index.
 * @module
 */
import type { IndexFile, ShardManifest } from '../domain/index-manifest.js';
import { type CompiledPart, CompiledWriter, rootName } from '../engines/compiled/index.js';
import { MiniSearchWriter } from '../engines/minisearch/index.js';
import { rootChecksum } from '../index-store/is-intact.js';
import { minisearchPath, partPath, rootPath } from '../index-store/layout.js';
import { sha256 } from '../index-store/sha256.js';
import type { ContentFile } from '../index-store/write-index.js';
import type { ShardLengths } from '../postings/document-lengths.js';
import { mergeRuns } from '../postings/merge.js';
import type { Run } from '../postings/run.js';
import { toPartSizes } from './file-budget.js';
import type { ShardSynonyms, SynonymOptions } from './synonyms/shard-synonyms.js';

/** The part of a shard that is made of words. */
export interface BuiltPostings {
  readonly manifest: Pick<ShardManifest, 'terms' | 'minisearch'>;
  /** The root as a file; it may travel with the manifest instead. */
  readonly root: ContentFile;
  readonly files: readonly ContentFile[];
}

export interface ShardOptions {
  /** Whether the serialized MiniSearch index is written too. Default true. */
  readonly minisearch?: boolean;
  /** Where words that mean the same come from. Default there are none. */
  readonly synonyms?: SynonymOptions;
}

/** How much room the parts of a shard have. */
export interface PartRoom {
  /** Of its passages, as they are written. */
  readonly textBytes: number;
  /** About how many files its words may take. */
  readonly maxFiles: number;
}

/** The analyzed posts of a shard. */
interface ShardWords {
  /** Of the documents, by ordinal. */
  readonly ids: readonly string[];
  readonly lengths: ShardLengths;
  readonly runs: readonly Run[];
  /** By the number that a document has in the runs, see `mergeRuns`. */
  readonly ordinals: Uint32Array;
}

/** Names of parts carry their checksum; only that of the root, which holds its own, has to be made. */
const toPartFile = async (language: string, { name, bytes }: CompiledPart): Promise<ContentFile> => ({
  path:
    name === rootName
      ? rootPath(language, await sha256(bytes), rootChecksum(bytes))
      : partPath(language, name),
  bytes,
});

const toExport = async (
  language: string,
  bytes: Uint8Array,
): Promise<{ readonly entry: IndexFile; readonly file: ContentFile }> => {
  const hash = await sha256(bytes);
  const path = minisearchPath(language, hash);
  return { entry: { path, bytes: bytes.length, sha256: hash }, file: { path, bytes } };
};

export const buildPostings = async (
  language: string,
  { ids, lengths, runs, ordinals }: ShardWords,
  { textBytes, maxFiles }: PartRoom,
  { minisearch = true }: ShardOptions,
  synonyms: ShardSynonyms,
): Promise<BuiltPostings> => {
  const compiled = new CompiledWriter(lengths, toPartSizes(textBytes, maxFiles));
  const serialized = minisearch ? new MiniSearchWriter(ids, lengths) : undefined;
  let terms = 0;
  for (const postings of mergeRuns(runs, ordinals)) {
    compiled.add(postings);
    serialized?.add(postings);
    synonyms.see(postings.term, postings.count, postings.starts[postings.count] ?? 0);
    terms += 1;
  }
  const parts = await Promise.all(compiled.finish().map((part) => toPartFile(language, part)));
  const [root, ...others] = parts;
  if (root === undefined) throw new Error('a compiled index begins with its root');
  const exported = serialized && (await toExport(language, serialized.finish()));
  return {
    manifest: { terms, ...(exported && { minisearch: exported.entry }) },
    root,
    files: [...others, ...(exported ? [exported.file] : [])],
  };
};
