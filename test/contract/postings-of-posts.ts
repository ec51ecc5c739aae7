/**
 * The words of posts in memory, analyzed and merged as a build does it.
 * @module
 */
import { createAnalyzer } from '../../src/analysis/index.js';
import { cutPassages } from '../../src/documents/cut-passages.js';
import { sortDocuments } from '../../src/documents/document-order.js';
import { toPostPieces } from '../../src/documents/post-pieces.js';
import { fieldNames } from '../../src/domain/fields.js';
import type { Post } from '../../src/domain/post.js';
import type { ShardLengths } from '../../src/postings/document-lengths.js';
import { mergeRuns, type TermPostings } from '../../src/postings/merge.js';
import { analyzePost } from '../../src/postings/record.js';
import { RunBuilder } from '../../src/postings/run.js';

interface ShardPostings {
  /** In document order. */
  readonly ids: readonly string[];
  readonly lengths: ShardLengths;
  /** Each term is to be used before the next one is asked for. */
  terms(): Iterable<TermPostings>;
}

/** @param postsPerRun how many posts make a run. Default: all of them */
export const toPostings = (
  posts: readonly Post[],
  language: string,
  postsPerRun = Math.max(1, posts.length),
): ShardPostings => {
  const analyzer = createAnalyzer(language);
  const records = posts.map((post) => analyzePost(toPostPieces(post), cutPassages(post), analyzer));
  const sorted = sortDocuments(posts);
  const ordinals = Uint32Array.from(posts, (post) => sorted.indexOf(post));
  const inOrder = sorted.map((post) => records[posts.indexOf(post)]);
  const builders = Array.from({ length: Math.ceil(posts.length / postsPerRun) }, () => new RunBuilder());
  records.forEach((record, document) => {
    builders[Math.floor(document / postsPerRun)]?.add(document, record);
  });
  const runs = builders.map((builder) => builder.finish());
  return {
    ids: sorted.map(({ id }) => id),
    lengths: {
      fields: fieldNames.map((_, field) =>
        Uint32Array.from(inOrder, (record) => record?.lengths[field] ?? 0),
      ),
      differentTerms: fieldNames.map((_, field) =>
        Uint32Array.from(inOrder, (record) => record?.differentTerms[field] ?? 0),
      ),
      passages: Uint32Array.from(inOrder, (record) => record?.passageCount ?? 1),
    },
    terms: () => mergeRuns(runs, ordinals),
  };
};
