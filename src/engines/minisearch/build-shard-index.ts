/**
 * The posts of one language -> a serialized MiniSearch index.
 * @module
 */
import MiniSearch from 'minisearch';
import { createAnalyzer } from '../../analysis/analyzer.js';
import { sortDocuments } from '../../documents/document-order.js';
import { compareText } from '../../domain/compare-text.js';
import type { Post } from '../../domain/post.js';
import { createMiniSearchOptions } from './index-options.js';
import { toDocument } from './to-document.js';

export interface ShardIndex {
  /** Loads in a plain MiniSearch with the options of {@link createMiniSearchOptions}. */
  readonly json: string;
  /** Number of different terms. */
  readonly terms: number;
}

/**
 * The same posts give the same bytes, whatever order they come in.
 * @param posts with different ids
 */
export const buildShardIndex = (posts: readonly Post[], language: string): ShardIndex => {
  const index = new MiniSearch(createMiniSearchOptions(createAnalyzer(language)));
  for (const post of sortDocuments(posts)) index.add(toDocument(post));
  const serialized = index.toJSON();
  serialized.index.sort(([a], [b]) => compareText(a, b));
  return { json: JSON.stringify(serialized), terms: serialized.index.length };
};
