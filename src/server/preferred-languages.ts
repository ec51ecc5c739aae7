/**
 * Which languages the reader prefers, where the address does not say: `Accept-Language` (RFC 9110, 12.5.4), which every browser sends.
 * @module
 */
import type { Context } from 'koa';
import type { SearchQuery } from '../domain/search.js';
import { isLanguageTag } from '../query/language-tag.js';

/** Nobody reads more; each is compared with each of the index. */
const maxLanguages = 10;

/** The dearest first; without `*`, which is none, and what the reader refuses. Says that the answer depends on it. */
export const withPreferred = <Query extends Pick<SearchQuery, 'prefer'>>(
  query: Query,
  context: Context,
): Query => {
  context.vary('Accept-Language');
  if (query.prefer.length > 0 || context.get('Accept-Language') === '') return query;
  return { ...query, prefer: context.acceptsLanguages().filter(isLanguageTag).slice(0, maxLanguages) };
};
