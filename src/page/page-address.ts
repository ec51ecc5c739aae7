/**
 * A question as an address: the inverse of `query/parse-parameters`.
 * @module
 */
import type { SearchQuery } from '../domain/search.js';

/** Leaves out what would be assumed anyway, so that addresses stay short and one question has one address. */
export const toParameters = ({ text, filters, sort, limit, offset }: SearchQuery): URLSearchParams => {
  const parameters = new URLSearchParams();
  if (text !== '') parameters.append('q', text);
  for (const group of filters.tags ?? []) parameters.append('tag', group.join(','));
  for (const group of filters.categories ?? []) parameters.append('category', group.join(','));
  if (filters.languages?.length) parameters.append('lang', filters.languages.join(','));
  if (filters.from !== undefined) parameters.append('from', filters.from);
  if (filters.to !== undefined) parameters.append('to', filters.to);
  if (sort !== 'relevance') parameters.append('sort', sort);
  if (limit !== 10) parameters.append('limit', String(limit));
  if (offset > 0) parameters.append('offset', String(offset));
  return parameters;
};

/** Relative to the page, wherever it is mounted: `?q=dask`. */
export const toAddress = (query: SearchQuery): string => `?${toParameters(query)}`;
