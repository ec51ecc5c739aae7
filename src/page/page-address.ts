import type { SearchQuery } from '../domain/search.js';
import { toParameters } from '../query/to-parameters.js';

/** The page's own address with a question in it, relative to the page, wherever it is mounted: `?q=dask`. */
export const toAddress = (query: SearchQuery): string => `?${new URLSearchParams(toParameters(query))}`;
