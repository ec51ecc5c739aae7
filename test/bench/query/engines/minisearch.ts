/**
 * MiniSearch as its users have it, over the same fields and terms as ours.
 * @module
 */
import MiniSearch, { type SearchOptions } from 'minisearch';
import { createAnalyzer } from '../../../../src/analysis/index.js';
import { createMiniSearchOptions } from '../../../../src/engines/minisearch/index.js';
import { type Ask, type Engine, language, limit } from './engine.js';
import { readMiniSearch, writeMiniSearch } from './minisearch-index.js';

const isLast = (_term: string, at: number, terms: readonly string[]): boolean => at === terms.length - 1;

export const engine: Engine = {
  build: writeMiniSearch,
  async open(folder) {
    const options = createMiniSearchOptions(createAnalyzer(language));
    const index = MiniSearch.loadJSON(await readMiniSearch(folder), options);
    const ask =
      (searchOptions: SearchOptions): Ask =>
      (text) =>
        index
          .search(text, searchOptions)
          .slice(0, limit)
          .map(({ id }) => String(id));
    return {
      words: ask({}),
      prefix: ask({ prefix: isLast }),
      // The value that its documentation and most of its users have.
      typos: ask({ prefix: isLast, fuzzy: 0.2 }),
    };
  },
};
