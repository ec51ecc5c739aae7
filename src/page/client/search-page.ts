/**
 * The script of the page that a server answers.
 * @module
 */

import { createPageAddress } from './address.js';
import { fetchEngine } from './fetch-engine.js';
import { startSearchPage } from './start-search-page.js';

startSearchPage({ root: document, address: createPageAddress(), engine: fetchEngine('api/') });
