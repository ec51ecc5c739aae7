/**
 * The MiniSearch engine over posts in memory.
 * @module
 */
import type { Post } from '../../src/domain/post.js';
import type { SearchEngine } from '../../src/domain/search.js';
import { buildShardIndex, openMiniSearchMatcher } from '../../src/engines/minisearch/index.js';
import { sortDocuments } from '../../src/results/document-order.js';
import { createMemoryStore } from '../../src/results/memory-store.js';
import { createSearchEngine } from '../../src/results/search-engine.js';
import type { Shard } from '../../src/results/shard.js';
import { contractNow } from './contract-now.js';

const toShard = (language: string, posts: readonly Post[]): Shard => {
  const sorted = sortDocuments(posts);
  return {
    language,
    matcher: openMiniSearchMatcher(buildShardIndex(posts, language).json, language),
    store: createMemoryStore(sorted),
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
