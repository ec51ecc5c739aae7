/**
 * What a page holds once an index is open.
 * @module
 */
import type {
  FacetCount,
  RelatedPost,
  SearchOptions,
  SearchQuery,
  SearchResult,
  Suggestion,
} from '../domain/search.js';
import { everyTag } from '../query/every-tag.js';
import { toPlainQuery } from '../query/plain-request.js';
import type { SearchRequest } from '../query/search-request.js';
import type { SuggestRequest } from '../query/suggest-query.js';
import type { LiveIndex } from '../reader/live-index.js';
import { loadRefinements } from '../search/load-refinements.js';
import { loadScript } from '../sharing/load-script.js';

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
  /**
   * Titles, headings and tags that a reader may be about to ask for, the likeliest first; each has the `text` of a question that
   * leads to it. Those that the server's API gives. What makes them is loaded by the first that are asked for. Throws as `search` does.
   * @param text as typed; the last word may be unfinished. Nothing is suggested for an empty one, nor for one that asks for more than
   *   words
   */
  suggest(text: string, request?: SuggestRequest & SearchOptions): Promise<readonly Suggestion[]>;
  /** Every tag with its number of posts, most frequent first. Throws as `search` does. */
  tags(options?: Pick<SearchRequest, 'languages'> & SearchOptions): Promise<readonly FacetCount[]>;
  /**
   * Posts about the same as one, in its language, the closest first, of equals the newest; never the post itself nor a translation of it.
   * Loads a script of its own with the first one that is asked for.
   * @param id as hits have it
   * @param options `limit`: posts at the most, 0 to 20; default 5
   * @returns `undefined` if the index has no post with this id
   * @throws as `search` does
   */
  related(
    id: string,
    options?: { readonly limit?: number } & SearchOptions,
  ): Promise<readonly RelatedPost[] | undefined>;
  /**
   * Loads what any first question needs, so that the first answer comes sooner. Never rejects: what cannot be loaded is
   * asked for again by the question, which then says what is wrong.
   */
  preload(options?: SearchOptions): Promise<void>;
}

/** What answers: an index that is open in the page, or in a worker. */
export type AskedIndex = Pick<LiveIndex, 'languages' | 'ask' | 'suggest' | 'related' | 'preload'>;

const loadRequests = () => loadScript('checks of questions', () => import('../query/checked-requests.js'));

/** What is taken where a request does not say. */
interface SearchDefaults {
  /** None for all. */
  readonly languages: readonly string[];
  /** None where the page does not say its language. */
  readonly prefer: readonly string[];
}

export const createSearch = (index: AskedIndex, { languages, prefer }: SearchDefaults): Search => {
  const preload: Search['preload'] = (options) => index.preload(languages, options).catch(() => undefined);
  const withDefaults = <Request extends Partial<SearchDefaults> | SuggestRequest>(request: Request) => ({
    ...request,
    languages: request.languages ?? languages,
    prefer: request.prefer ?? prefer,
  });
  const toQuery = async (text: string, written: SearchRequest & SearchOptions): Promise<SearchQuery> => {
    const { signal, ...request } = withDefaults(written);
    const plain = toPlainQuery(text, request);
    if (plain !== undefined) return plain;
    // What the question needs comes meanwhile; whether that fails is heard of when it is asked.
    void preload(signal && { signal });
    loadRefinements().catch(() => undefined);
    return (await loadRequests()).toQuery(text, request);
  };
  return {
    ask: (query, options) => index.ask(query, options),
    search: async (text, request = {}) => index.ask(await toQuery(text, request), request),
    async suggest(text, request = {}) {
      const { toSuggestQuery } = await loadRequests();
      return index.suggest(toSuggestQuery(text, withDefaults(request)), request);
    },
    async tags(options = {}) {
      const { filters } = await toQuery('', options);
      const { facets } = await index.ask({ ...everyTag, filters }, options);
      return facets.tags ?? [];
    },
    related: (id, options = {}) => index.related(id, options.limit, options),
    preload,
  };
};
