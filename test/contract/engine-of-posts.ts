/**
 * The one place that makes an engine of posts in memory.
 * @module
 */
import { loadLanguage } from '../../src/analysis/languages/load-language.js';
import { sortDocuments } from '../../src/documents/document-order.js';
import type { DocumentStore } from '../../src/documents/document-store.js';
import { groupTranslations } from '../../src/documents/translations.js';
import type { Post } from '../../src/domain/post.js';
import type { SearchEngine } from '../../src/domain/search.js';
import type { Matcher } from '../../src/engines/matcher.js';
import { MiniSearchWriter, openMiniSearchMatcher } from '../../src/engines/minisearch/index.js';
import { createSearchEngine } from '../../src/search/search-engine.js';
import { createMemoryStore } from '../documents/memory-store.js';
import { contractNow } from './contract-now.js';
import { toPostings } from './postings-of-posts.js';

interface EngineOfPostsOptions {
  /** Milliseconds since the epoch. Default {@link contractNow}. */
  readonly now?: number;
  /** What the engine reads instead of the store of a language: that store behind something that watches. */
  readonly watch?: (store: DocumentStore) => DocumentStore;
}

/** The JSON of the serialized MiniSearch index of posts of one language. */
export const toMiniSearchJson = (posts: readonly Post[], language: string): string => {
  const { ids, lengths, terms } = toPostings(posts, language);
  const writer = new MiniSearchWriter(ids, lengths);
  for (const term of terms()) writer.add(term);
  return new TextDecoder().decode(writer.finish());
};

/** @param store of the posts, in document order */
export const openMatcherOfPosts = (
  posts: readonly Post[],
  language: string,
  store: DocumentStore = createMemoryStore(sortDocuments(posts)),
): Matcher => openMiniSearchMatcher(toMiniSearchJson(posts, language), language, store);

export const createEngineOfPosts = async (
  posts: readonly Post[],
  { now = contractNow, watch = (store) => store }: EngineOfPostsOptions = {},
): Promise<SearchEngine> => {
  const translations = groupTranslations(posts);
  const shards = [...new Set(posts.map(({ language }) => language))].map((language) => {
    const ofLanguage = posts.filter((post) => post.language === language);
    const store = watch(createMemoryStore(sortDocuments(ofLanguage), translations));
    return {
      language,
      matcher: openMatcherOfPosts(ofLanguage, language, store),
      store,
      words: () => loadLanguage(language),
    };
  });
  return createSearchEngine(shards, { now: () => now });
};
