/**
 * A post -> all that an index keeps of it.
 * @module
 */
import { createAnalyzer } from '../analysis/index.js';
import { cutPassages } from '../documents/cut-passages.js';
import { toPostPieces } from '../documents/post-pieces.js';
import type { Post, PostMetadata } from '../domain/post.js';
import { type PackedPassage, toPackedPassage } from '../index-store/pack-file.js';
import { analyzePost, type PostRecord } from '../postings/record.js';
import { type Definition, findDefinitions } from './synonyms/acronyms.js';

export interface IndexDocument {
  readonly post: PostMetadata;
  /** In order; at least one. */
  readonly passages: readonly PackedPassage[];
  readonly record: PostRecord;
  /** What it says that acronyms stand for. */
  readonly definitions: readonly Definition[];
}

/** A string that is cut out of another one keeps all of that one in memory; those of a copy are their own. */
const toOwnStrings = ({ text: _text, headings: _headings, code: _code, ...metadata }: Post): PostMetadata =>
  structuredClone(metadata);

/** Cuts the post into passages and analyzes it, once; nothing of its text stays but bytes. */
export const toIndexDocument = (post: Post): IndexDocument => {
  const passages = cutPassages(post);
  return {
    post: toOwnStrings(post),
    passages: passages.map(toPackedPassage),
    record: analyzePost(toPostPieces(post), passages, createAnalyzer(post.language)),
    definitions: structuredClone(findDefinitions(post.text)),
  };
};
