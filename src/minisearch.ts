/**
 * `lookback/minisearch`: what plain MiniSearch needs to load `minisearch-….json` of an index, in a page or anywhere, and to
 * build such an index of its own.
 * @module
 */
export { type Analyzer, createAnalyzer, type Token } from './analysis/index.js';
export { createMiniSearchOptions, type IndexedDocument } from './engines/minisearch/index-options.js';
export { toDocument } from './engines/minisearch/to-document.js';
