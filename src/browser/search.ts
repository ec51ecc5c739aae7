/**
 * What a page holds once an index is open.
 * @module
 */
import type { FacetCount, SearchOptions, SearchQuery, SearchResult } from '../domain/search.js';
import { type SearchRequest, toQuery } from '../query/search-request.js';
import type { LiveIndex } from '../reader/live-index.js';

/** A search that is open. Every method may be called at any time; what several need is loaded once. */
export interface Search {
  /** The one door, for a question that is checked already, in all languages unless it names some. Throws as `search` does. */
  ask(query: SearchQuery, options?: SearchOptions): Promise<SearchResult>;
  /**
   * The answer that the server's API gives to the same question.
   * @param text words as typed; empty asks for every post that passes the filters
   * @throws LookbackError `parameter-invalid`; `index-unreachable` (no connection, after one more try), `index-missing` or
   *   `index-corrupt` (the files on the server do not belong together), `index-format` or `index-analyzer` (a deploy
   *   brought another version of Lookback: load the page again); or the signal's reason
   */
  search(text: string, request?: SearchRequest & SearchOptions): Promise<SearchResult>;
  /** Every tag with its number of posts, most frequent first. Throws as `search` does. */
  tags(options?: Pick<SearchRequest, 'languages'> & SearchOptions): Promise<readonly FacetCount[]>;
  /**
   * Loads what any first question needs, so that the first answer comes sooner. Never rejects: what cannot be loaded is
   * asked for again by the question, which then says what is wrong.
   */
  preload(options?: SearchOptions): Promise<void>;
}

/** What answers: an index that is open in the page, or in a worker. */
export type AskedIndex = Pick<LiveIndex, 'languages' | 'ask' | 'preload'>;

/** What is taken where a request does not say. */
interface SearchDefaults {
  /** None for all. */
  readonly languages: readonly string[];
  /** None where the page does not say its language. */
  readonly prefer: readonly string[];
}

export const createSearch = (index: AskedIndex, { languages, prefer }: SearchDefaults): Search => {
  const search: Search['search'] = async (text, request = {}) =>
    index.ask(
      toQuery(text, {
        ...request,
        languages: request.languages ?? languages,
        prefer: request.prefer ?? prefer,
      }),
      request,
    );
  return {
    ask: (query, options) => index.ask(query, options),
    search,
    async tags(options = {}) {
      const { facets } = await search('', { ...options, limit: 0, facets: ['tags'] });
      return facets.tags ?? [];
    },
    preload: (options) => index.preload(languages, options).catch(() => undefined),
  };
};
