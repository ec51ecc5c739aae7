/**
 * Search in a page, over the files of an index on any web server.
 * @module
 */
import { isLanguageTag } from '../query/language-tag.js';
import { loadScript } from '../sharing/load-script.js';
import { defaultLanguages } from './default-languages.js';
import type { Fetch } from './fetch-source.js';
import { openHere } from './open-here.js';
import { ownFolder } from './own-index.js';
import { createSearch, type Search } from './search.js';

export interface OpenSearchOptions {
  /**
   * Address of the index folder; relative ones are relative to the page. Default: the folder of the script, as where that is the
   * `lookback.js` that `lookback build --page` writes into the index.
   */
  readonly baseUrl?: string | URL;
  /**
   * Which posts are searched where a request does not say: languages (BCP 47; `pt` also takes `pt-BR`), or `all`.
   * Nothing is loaded of other languages, unless their posts are to be counted. Default: that of `<html lang>` if the index has it
   * when it is opened, else all.
   */
  readonly languages?: readonly string[] | 'all';
  /** Default: the browser's own. Cannot be used together with `worker`. */
  readonly fetch?: Fetch;
  /** Search in a worker of its own, so that the page never waits. Default false. */
  readonly worker?: boolean;
}

const loadWorker = async () => (await loadScript('worker', () => import('./open-in-worker.js'))).openInWorker;

/** A folder, whether or not it was written with a slash at its end; absolute, because a worker has another address. */
const toFolder = (baseUrl: string | URL): URL => {
  const url = new URL(baseUrl, globalThis.document?.baseURI);
  if (!url.pathname.endsWith('/')) url.pathname += '/';
  return url;
};

/**
 * Reads the manifest, which the `lookback.js` of an index has in it; all other files are read as questions need them.
 * @throws LookbackError `index-unreachable`, `index-missing`, `index-corrupt`, `index-format` or `index-analyzer`
 */
export const openSearch = async ({
  baseUrl = ownFolder,
  languages,
  fetch,
  worker = false,
}: OpenSearchOptions = {}): Promise<Search> => {
  if (worker && fetch !== undefined) throw new TypeError('A function `fetch` cannot be handed to a worker.');
  const folder = toFolder(baseUrl);
  const index = await (worker ? loadWorker().then((open) => open(folder)) : openHere(folder, fetch));
  const pageLanguage = globalThis.document?.documentElement.lang ?? '';
  const asked = languages ?? defaultLanguages(pageLanguage, index.languages);
  return createSearch(index, {
    languages: asked === 'all' ? [] : asked,
    prefer: isLanguageTag(pageLanguage) ? [pageLanguage] : [],
  });
};
