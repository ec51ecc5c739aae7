/**
 * Source files of any site generator -> posts.
 * @module
 */
export type { Content, ContentOptions, PostOutcome } from './content.js';
export { detectLanguage } from './detect-language.js';
export { defaultMaxPostBytes, openContent } from './open-content.js';
export { type GeneratorName, generatorNames } from './site/generator-names.js';
