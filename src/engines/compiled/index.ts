/**
 * The compiled index: answers from parts that are read as needed. Pure; runs anywhere.
 * @module
 */
export { type CompiledPart, CompiledWriter, type CompiledWriterOptions } from './compiled-writer.js';
export { type ListedTerms, listTerms } from './list-terms.js';
export {
  type CompiledMatcher,
  type CompiledMatcherOptions,
  openCompiledMatcher,
} from './open-compiled-matcher.js';
export type { PartSource } from './part-store.js';
export { compiledFormatVersion, rootName } from './root.js';
