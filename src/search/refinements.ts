/**
 * What makes more of a question than its words: loaded with the first one that does.
 * @module
 */
export { createFacetCounter } from './count-facets.js';
export { filterDocuments } from './filter-documents.js';
export { findPassing } from './passing-documents.js';
export { readSortKeys } from './sort-keys.js';
