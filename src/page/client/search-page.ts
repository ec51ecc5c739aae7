/**
 * The script of the page that a server answers.
 * @module
 */
import { fetchSearch } from './fetch-search.js';
import { startSearchPage } from './start-search-page.js';

startSearchPage(fetchSearch('api/search'));
