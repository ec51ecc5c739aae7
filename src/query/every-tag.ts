import type { SearchQuery } from '../domain/search.js';

/** Asks for every tag with its number of posts, and for no post. */
export const everyTag: SearchQuery = {
  text: '',
  filters: {},
  sort: 'relevance',
  limit: 0,
  offset: 0,
  facets: ['tags'],
  fuzzy: true,
  explain: false,
};
