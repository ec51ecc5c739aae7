import type { SearchQuery } from '../domain/search.js';

/** Hits on a page when no `limit` is given. */
export const defaultLimit = 10;
/** Values of a facet when no limit of them is given. */
export const defaultFacetLimit = 100;

/** The question that is asked where nothing else is said: every post, the newest first. */
export const everyPost: SearchQuery = {
  text: '',
  filters: {},
  sort: 'relevance',
  limit: defaultLimit,
  offset: 0,
  facets: [],
  facetLimit: defaultFacetLimit,
  facetContains: '',
  prefer: [],
  fuzzy: true,
  explain: false,
};
