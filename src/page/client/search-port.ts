import type { SearchQuery, SearchResult } from '../../domain/search.js';

/**
 * Where the page gets its results: from a server, or from an engine in the page itself.
 * @param signal aborted as soon as nobody waits for the answer any more.
 */
export type AskQuery = (query: SearchQuery, signal: AbortSignal) => Promise<SearchResult>;
