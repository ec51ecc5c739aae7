/**
 * `lookback/indexer`: build an index from a folder of posts.
 * @module
 */
export { type Config, type ConfigInputs, loadConfig } from '../config/index.js';
export { type BuildOptions, type BuildReport, buildIndex } from './build-index.js';
export type { OnProgress } from './read-posts.js';
