import type { SearchOptions, SearchResult, Suggestion } from '../../domain/search.js';
import { defaultFacetLimit } from '../../query/every-post.js';
import { toParameters } from '../../query/to-parameters.js';
import type { AskedEngine } from './start-search-page.js';

const ask = async <Answer>(
  address: string,
  parameters: URLSearchParams,
  { signal }: SearchOptions = {},
): Promise<Answer> => {
  const response = await fetch(`${address}?${parameters}`, { signal: signal ?? null });
  if (!response.ok) throw new Error(`The search answered with status ${response.status}.`);
  return response.json();
};

/** Asks a Lookback server. @param api address of its API, relative to the page, with a slash at its end */
export const fetchEngine = (api: string): AskedEngine => ({
  ask: (query, options) => {
    const parameters = new URLSearchParams(toParameters(query));
    // What facets a question counts is no part of its address; the usual ones are what the server counts anyway.
    if (query.limit === 0 || query.facetLimit !== defaultFacetLimit)
      parameters.set('facets', query.facets.join(','));
    return ask<SearchResult>(`${api}search`, parameters, options);
  },
  suggest: async ({ text, languages, limit }, options) => {
    const parameters = new URLSearchParams({ q: text, limit: String(limit) });
    if (languages.length > 0) parameters.set('lang', languages.join(','));
    const { suggestions } = await ask<{ readonly suggestions: readonly Suggestion[] }>(
      `${api}suggest`,
      parameters,
      options,
    );
    return suggestions;
  },
});
