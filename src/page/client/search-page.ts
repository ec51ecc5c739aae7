/**
 * The script of the page that a server answers.
 * @module
 */

import { createPageAddress } from './address.js';
import { fetchSearch } from './fetch-search.js';
import { startSearchPage } from './start-search-page.js';

startSearchPage({ root: document, address: createPageAddress(), ask: fetchSearch('api/search') });
