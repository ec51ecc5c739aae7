/**
 * What a build makes of posts, in document order.
 * @module
 */
import { createAnalyzer } from '../../src/analysis/index.js';
import { type FilterColumns, type SortKeys, toColumns } from '../../src/documents/columns.js';
import { cutPassages } from '../../src/documents/cut-passages.js';
import { toPostPieces } from '../../src/documents/post-pieces.js';
import type { PostTranslations } from '../../src/documents/translations.js';
import type { Post } from '../../src/domain/post.js';
import { toSortKeys } from '../../src/indexer/sort-keys.js';
import { analyzePost } from '../../src/postings/record.js';

export const sortKeysOf = (posts: readonly Post[]): readonly SortKeys[] =>
  posts.map((post) => {
    const record = analyzePost(toPostPieces(post), cutPassages(post), createAnalyzer(post.language));
    return toSortKeys(post.title, record.lengths);
  });

/** @param translations of posts of all shards */
export const columnsOf = (
  posts: readonly Post[],
  translations: ReadonlyMap<Post, PostTranslations> = new Map(),
): FilterColumns => toColumns(posts, sortKeysOf(posts), translations);
