/**
 * What a page holds once an index is open.
 * @module
 */
import type { FacetCount, SearchOptions, SearchResult } from '../domain/search.js';
import type { SearchRequest } from './search-request.js';

/** A search that is open. Every method may be called at any time; what several need is loaded once. */
export interface Search {
  /**
   * The answer that the server's API gives to the same question.
   * @param text words as typed; empty asks for every post that passes the filters
   * @throws LookbackError `parameter-invalid`; `index-unreachable` (no connection, after one more try), `index-missing` or
   *   `index-corrupt` (the files on the server do not belong together), `index-format` or `index-analyzer` (a deploy
   *   brought another version of Lookback: load the page again); or the signal's reason
   */
  search(text: string, request?: SearchRequest): Promise<SearchResult>;
  /** Every tag with its number of posts, most frequent first. Throws as `search` does. */
  tags(options?: Pick<SearchRequest, 'languages' | 'signal'>): Promise<readonly FacetCount[]>;
  /**
   * Loads what any first question needs, so that the first answer comes sooner. Never rejects: what cannot be loaded is
   * asked for again by the question, which then says what is wrong.
   */
  preload(options?: SearchOptions): Promise<void>;
}
