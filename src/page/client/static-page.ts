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

startSearchPage({
  root: document,
  address: createPageAddress(),
  // What a server is told by the browser's `Accept-Language`.
  ask: async (query, options) =>
    (await open()).ask(
      query.prefer.length > 0 ? query : { ...query, prefer: navigator.languages.slice(0, 10) },
      options,
    ),
});
