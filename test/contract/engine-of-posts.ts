/**
 * The MiniSearch engine over posts in memory.
 * @module
 */

import { sortDocuments } from '../../src/documents/document-order.js';
import type { Post } from '../../src/domain/post.js';
import type { SearchEngine } from '../../src/domain/search.js';
import { buildShardIndex, openMiniSearchMatcher } from '../../src/engines/minisearch/index.js';
import { createSearchEngine } from '../../src/search/search-engine.js';
import type { Shard } from '../../src/search/shard.js';
import { createMemoryStore } from '../documents/memory-store.js';
import { contractNow } from './contract-now.js';

const toShard = (language: string, posts: readonly Post[]): Shard => {
  const sorted = sortDocuments(posts);
  const store = createMemoryStore(sorted);
  return {
    language,
    matcher: openMiniSearchMatcher(buildShardIndex(posts, language).json, language, store),
    store,
  };
};

export const createEngineOfPosts = async (posts: readonly Post[]): Promise<SearchEngine> => {
  const languages = [...new Set(posts.map(({ language }) => language))];
  const shards = languages.map((language) =>
    toShard(
      language,
      posts.filter((post) => post.language === language),
    ),
  );
  return createSearchEngine(shards, { now: () => contractNow });
};
