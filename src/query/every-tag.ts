import type { SearchQuery } from '../domain/search.js';
import { everyPost } from './every-post.js';

/** Asks for every tag with its number of posts, and for no post. */
export const everyTag: SearchQuery = { ...everyPost, limit: 0, facets: ['tags'], facetLimit: Infinity };
