/**
 * The compiled index: answers from parts that are read as needed. Pure; runs anywhere.
 * @module
 */
export { CompiledWriter } from './compiled-writer.js';
export { listTerms } from './list-terms.js';
export {
  type CompiledMatcher,
  type CompiledMatcherOptions,
  openCompiledMatcher,
} from './open-compiled-matcher.js';
export type { CompiledPart } from './part-list.js';
export type { CompiledWriterOptions } from './part-sizes.js';
export type { PartSource } from './part-store.js';
export { rootName } from './root.js';
