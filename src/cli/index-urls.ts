/**
 * The posts of an index, all of them.
 * @module
 */
import type { SearchEngine } from '../domain/search.js';
import { everyPost } from '../query/every-post.js';
import { maxLimit } from '../query/limits.js';
import type { IndexedUrl } from '../url-check/compare-urls.js';

/** @throws what the engine throws */
export const readIndexUrls = async (engine: SearchEngine): Promise<readonly IndexedUrl[]> => {
  const urls: IndexedUrl[] = [];
  for (let offset = 0, total = 1; offset < total; offset += maxLimit) {
    const page = await engine.ask({ ...everyPost, sort: 'date', limit: maxLimit, offset });
    total = page.total;
    urls.push(...page.hits.map(({ url, id }) => ({ url, id })));
  }
  return urls;
};
