/**
 * What most pages ask: words, and how many hits. It needs none of the checks that a page loads for anything more.
 * @module
 */
import type { SearchQuery } from '../domain/search.js';
import { everyPost } from './every-post.js';
import { isLanguageTag } from './language-tag.js';
import { maxFilterValues, maxLimit, maxTextLength } from './limits.js';
import type { SearchRequest } from './search-request.js';

/** @returns just what `toQuery` says; nothing where more is asked, or something is wrong */
export const toPlainQuery = (
  text: string,
  { languages = [], prefer = [], limit = everyPost.limit, ...more }: SearchRequest = {},
): SearchQuery | undefined => {
  const isPlain =
    languages !== 'all' &&
    [languages, prefer].every((tags) => tags.length <= maxFilterValues && tags.every(isLanguageTag)) &&
    Number.isInteger(limit) &&
    limit >= 0 &&
    limit <= maxLimit &&
    text.length <= maxTextLength &&
    Object.keys(more).length === 0;
  if (!isPlain) return undefined;
  return { ...everyPost, text, filters: languages.length > 0 ? { languages } : {}, prefer, limit };
};
