/**
 * What makes a question of all that a program may ask, checked: loaded with the first request that is more than words.
 * @module
 */
export { toQuery } from './search-request.js';
export { toSuggestQuery } from './suggest-query.js';
