import type { SearchResult } from '../../domain/search.js';

/**
 * Where the page gets its results: from a server, or from an engine in the page itself.
 * @param parameters those of `GET /api/search`, already checked.
 * @param signal aborted as soon as nobody waits for the answer any more.
 */
export type Search = (parameters: URLSearchParams, signal: AbortSignal) => Promise<SearchResult>;
