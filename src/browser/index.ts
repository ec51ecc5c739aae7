/**
 * `lookback/browser`: search in a page, without a server of one's own. No run-time dependency, no `eval`, no
 * WebAssembly: a policy of `script-src 'self'` is enough.
 * @module
 */
export { type ErrorCode, LookbackError } from '../domain/errors.js';
export type * from '../domain/explanation.js';
export type { FacetName } from '../domain/facets.js';
export type {
  FacetCount,
  Hit,
  RelatedPost,
  SearchFilters,
  SearchOptions,
  SearchQuery,
  SearchResult,
  Segment,
  Snippet,
  SortOrder,
  Suggestion,
  Understanding,
} from '../domain/search.js';
export type { Names, SearchRequest } from '../query/search-request.js';
export type { SuggestRequest } from '../query/suggest-query.js';
export type { Fetch } from './fetch-source.js';
export { type OpenSearchOptions, openSearch } from './open-search.js';
export type { Search } from './search.js';
