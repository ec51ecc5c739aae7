/**
 * The script of the page that any file server answers: the engine runs here. It lies in `assets/` of the index folder.
 * @module
 */
import { openHere } from '../../browser/open-here.js';
import { once } from '../../sharing/once.js';
import { createPageAddress } from './address.js';
import { startSearchPage } from './start-search-page.js';

const baseUrl = new URL('..', import.meta.url);
const open = once(() => openHere(baseUrl));

// While the reader has not typed yet. What goes wrong is said when it is asked for.
open()
  .then((index) => index.preload([]))
  .catch(() => undefined);

/** As a server learns them from the browser. */
const preferred = <Query extends { readonly prefer: readonly string[] }>(query: Query): Query =>
  query.prefer.length > 0 ? query : { ...query, prefer: navigator.languages.slice(0, 10) };

startSearchPage({
  root: document,
  address: createPageAddress(),
  engine: {
    ask: async (query, options) => (await open()).ask(preferred(query), options),
    suggest: async (query, options) => (await open()).suggest(preferred(query), options),
  },
});
