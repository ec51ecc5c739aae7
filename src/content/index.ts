/**
 * Source files of any site generator -> posts.
 * @module
 */
export type { Content, ContentOptions, LanguageRule, PostOutcome, SourcePlace } from './content.js';
export { detectLanguage } from './detect-language.js';
export { openNdjson } from './ndjson/open-ndjson.js';
export { defaultMaxPostBytes, openContent } from './open-content.js';
export { type GeneratorName, generatorNames } from './site/generator-names.js';
