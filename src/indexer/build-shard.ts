/**
 * The posts of one language -> the files of its shard.
 * @module
 */
import { sortDocuments } from '../documents/document-order.js';
import { toStoredPassages } from '../documents/stored-document.js';
import type { ShardManifest } from '../domain/index-manifest.js';
import type { Post } from '../domain/post.js';
import type { ContentFile } from '../index-store/write-index.js';
import { buildDocuments } from './build-documents.js';
import { buildPostings, type ShardOptions } from './build-postings.js';

export interface BuiltShard {
  readonly manifest: ShardManifest;
  readonly files: readonly ContentFile[];
}

/** @param posts all of one language, in any order */
export const buildShard = async (
  language: string,
  posts: readonly Post[],
  options: ShardOptions = {},
): Promise<BuiltShard> => {
  const sorted = sortDocuments(posts);
  const passages = sorted.map(toStoredPassages);
  const postings = await buildPostings(language, sorted, passages, options);
  const documents = await buildDocuments(language, sorted, passages);
  return {
    manifest: { language, documents: posts.length, ...postings.manifest, ...documents.manifest },
    files: [...postings.files, ...documents.files],
  };
};
