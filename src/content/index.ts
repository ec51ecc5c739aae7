/**
 * Source files of any site generator -> posts.
 * @module
 */

export type { Content, ContentOptions, LanguageRule, PostOutcome, SourcePlace } from './content.js';
export { findPostsRoot } from './find-posts-root.js';
export { detectLanguage } from './language/detect-language.js';
export { openNdjson } from './ndjson/open-ndjson.js';
export { openContent } from './open-content.js';
export { toSkipped } from './post/skipped.js';
export { readDraft } from './read-draft.js';
export { TooSlow, withinTime } from './within-time.js';
