/**
 * `lookback.js` of an index folder: the library, and what the search page and the worker beside it, which are no bundles of their
 * own, take from it.
 * @module
 */
export * from './index.js';
export { openHere } from './open-here.js';
