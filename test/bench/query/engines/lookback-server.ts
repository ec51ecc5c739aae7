/**
 * The whole answer as the server gives it: hits with titles, snippets and highlights. It always takes prefixes and typos.
 * @module
 */
import type { SearchQuery } from '../../../../src/domain/search.js';
import { createFileSource } from '../../../../src/index-store/file-source.js';
import { openAllParts, openIndex } from '../../../../src/reader/open-index.js';
import { type Engine, language, limit } from './engine.js';
import { writePosts } from './lookback-index.js';

const toQuery = (text: string): SearchQuery => ({
  text,
  filters: {},
  sort: 'relevance',
  limit,
  offset: 0,
  facets: [],
  fuzzy: true,
  facetLimit: 100,
  facetContains: '',
  prefer: [],
  explain: false,
});

export const engine: Engine = {
  build: (posts, folder) => writePosts(new Map([[language, posts]]), folder),
  async open(folder) {
    const search = await openIndex(createFileSource(folder), { openMatcher: openAllParts });
    return { typos: async (text) => (await search.ask(toQuery(text))).hits.map(({ id }) => id) };
  },
};
