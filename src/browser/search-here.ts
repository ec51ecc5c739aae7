/**
 * A search that runs where it is called: in the page, or in the worker.
 * @module
 */
import { waitFor } from '../sharing/wait-for.js';
import { CurrentIndex } from './current-index.js';
import { defaultLanguages } from './default-languages.js';
import { createFetchSource, type Fetch } from './fetch-source.js';
import type { OpenedIndex } from './opened-index.js';
import type { Search } from './search.js';
import { toQuery } from './search-request.js';

export interface OpenHereOptions {
  /** `undefined` to choose by the page's. */
  readonly languages: readonly string[] | 'all' | undefined;
  /** BCP 47; empty if the page does not say. */
  readonly pageLanguage: string;
  readonly fetch?: Fetch | undefined;
}

/** @param baseUrl of the index folder, absolute, with a slash at its end */
export const openHere = async (
  baseUrl: URL,
  { languages, pageLanguage, fetch }: OpenHereOptions,
): Promise<Search> => {
  const index = await CurrentIndex.open(createFetchSource(baseUrl, fetch));
  const toLanguages = (): readonly string[] =>
    languages === 'all' ? [] : (languages ?? defaultLanguages(pageLanguage, index.languages));

  const ask = async <Answer>(
    question: (opened: OpenedIndex) => Promise<Answer>,
    signal: AbortSignal | undefined,
  ): Promise<Answer> => {
    signal?.throwIfAborted();
    return waitFor(index.use(question), signal);
  };

  const search: Search['search'] = async (text, request = {}) => {
    const query = toQuery(text, request, toLanguages());
    return ask(({ engine }) => engine.ask(query, request), request.signal);
  };
  return {
    search,
    async tags(options = {}) {
      const { facets } = await search('', { ...options, limit: 0, facets: ['tags'] });
      return facets.tags ?? [];
    },
    async preload({ signal } = {}) {
      await ask((opened) => opened.preload(toLanguages()), signal).catch(() => undefined);
    },
  };
};
