/**
 * The script of the page that any file server answers: the engine runs here. It lies in `assets/` of the index folder.
 * @module
 */
import { openSearch } from '../../browser/index.js';
import { createIndexSearch } from './index-search.js';
import { startSearchPage } from './start-search-page.js';

const index = new URL('..', import.meta.url);
startSearchPage(createIndexSearch(() => openSearch({ baseUrl: index, languages: 'all' })));
