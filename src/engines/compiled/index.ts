/**
 * The compiled index: the answers of MiniSearch from parts that are read as needed. Pure; runs anywhere.
 * @module
 */
export { type CompileOptions, compile } from './compile.js';
export { listTerms } from './list-terms.js';
export {
  type CompiledMatcher,
  type CompiledMatcherOptions,
  openCompiledMatcher,
} from './open-compiled-matcher.js';
export type { PartSource } from './part-store.js';
export type { PassageIndex } from './passage-index.js';
export { rootName } from './root.js';
export type { Combination } from './scorer.js';
export type { SerializedIndex } from './serialized-index.js';
