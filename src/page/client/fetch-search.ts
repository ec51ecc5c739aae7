import type { SearchEngine, SearchResult } from '../../domain/search.js';
import { toParameters } from '../../query/to-parameters.js';

/** Asks a Lookback server. @param endpoint of its `GET /api/search`, relative to the page. */
export const fetchSearch =
  (endpoint: string): SearchEngine['ask'] =>
  async (query, { signal } = {}) => {
    const parameters = new URLSearchParams(toParameters(query));
    const response = await fetch(`${endpoint}?${parameters}`, { signal: signal ?? null });
    if (!response.ok) throw new Error(`The search answered with status ${response.status}.`);
    const result: SearchResult = await response.json();
    return result;
  };
