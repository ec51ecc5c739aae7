import type { Search } from '../../browser/index.js';
import type { AskQuery } from './search-port.js';

/**
 * Asks the index itself.
 * @param open called at once, and again for a later question if it failed
 */
export const createIndexSearch = (open: () => Promise<Search>): AskQuery => {
  let opened: Promise<Search> | undefined;
  const use = (): Promise<Search> => {
    const opening = opened ?? open();
    opened = opening;
    opening.catch(() => {
      if (opened === opening) opened = undefined;
    });
    return opening;
  };

  // While the reader has not typed yet. What goes wrong is said when it is asked for.
  use()
    .then((search) => search.preload())
    .catch(() => undefined);

  return async ({ text, filters, sort, limit, offset, facets }, signal) => {
    const search = await use();
    return search.search(text, {
      ...filters,
      languages: filters.languages ?? 'all',
      sort,
      limit,
      offset,
      facets,
      signal,
    });
  };
};
