/**
 * `lookback`: open an index and search it. The vocabulary of questions and answers, and the errors.
 * @module
 */
export * from './domain/errors.js';
export type * from './domain/explanation.js';
export { type FacetName, type FacetValues, facetNames } from './domain/facets.js';
export type { Catalog, IndexFile, IndexManifest, ShardManifest } from './domain/index-manifest.js';
export { indexFormatVersion } from './domain/index-manifest.js';
export type * from './domain/index-source.js';
export type * from './domain/post.js';
export * from './domain/search.js';
export * from './domain/skip.js';
export { createFileSource } from './index-store/file-source.js';
export { parseParameters } from './query/parse-parameters.js';
export { type Names, type SearchRequest, toQuery } from './query/search-request.js';
export { type SuggestRequest, toSuggestQuery } from './query/suggest-query.js';
export { type LiveIndex, type LiveIndexOptions, openLiveIndex } from './reader/live-index.js';
export { type OpenMatcher, type OpenOptions, openAllParts, openIndex } from './reader/open-index.js';
