/**
 * Shards of which a test says what became of the words of a question; all else is the engine's.
 * @module
 */
import { unknownLanguage } from '../../src/analysis/languages/language-words.js';
import { sortDocuments } from '../../src/documents/document-order.js';
import type { Post } from '../../src/domain/post.js';
import type { SearchEngine } from '../../src/domain/search.js';
import type { Matcher, WordMatch } from '../../src/engines/matcher.js';
import { createSearchEngine } from '../../src/search/search-engine.js';
import type { Shard } from '../../src/search/shard.js';
import { contractNow } from '../contract/contract-now.js';
import { createMemoryStore } from '../documents/memory-store.js';
import { openMatcherOfPosts } from '../engines/compiled/engine-of-posts.js';

/** By word as it was typed; what is not said is that the word was found. */
export type Told = Readonly<Record<string, Partial<WordMatch>>>;

/** @param posts all of one language */
export const openTold = async (
  posts: readonly Post[],
  told: Told,
): Promise<{ readonly shard: Shard; readonly asked: string[] }> => {
  const sorted = sortDocuments(posts);
  const matcher = await openMatcherOfPosts(sorted);
  const asked: string[] = [];
  const telling: Matcher = {
    count: (query, options) => matcher.count(query, options),
    async match(query, options) {
      asked.push(query.words.map(({ text }) => text).join(' '));
      const matches = await matcher.match(query, options);
      const words = query.words.map(({ text }) => ({
        documents: 100,
        isDropped: false,
        corrections: [],
        ...told[text],
      }));
      return { ...matches, words };
    },
    explain: (...asking) => matcher.explain(...asking),
    locate: (...asking) => matcher.locate(...asking),
  };
  const language = sorted[0]?.language ?? 'en';
  const words = async () => unknownLanguage;
  return { shard: { language, matcher: telling, store: createMemoryStore(sorted), words }, asked };
};

export const toEngine = (...shards: readonly Shard[]): SearchEngine =>
  createSearchEngine(shards, { now: () => contractNow });
