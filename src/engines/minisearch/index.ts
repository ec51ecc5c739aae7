/**
 * The MiniSearch engine: writes the serialized MiniSearch index of a shard and finds in it. Runs anywhere.
 * @module
 */
export { buildShardIndex } from './build-shard-index.js';
export { createMiniSearchOptions, type IndexedDocument } from './index-options.js';
export { openMiniSearchMatcher } from './matcher.js';
export { toDocument } from './to-document.js';
export { MiniSearchWriter } from './writer.js';
