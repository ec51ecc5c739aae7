/**
 * The matcher that a contract is about, and the language that its posts are in.
 * @module
 */
import { createAnalyzer } from '../../src/analysis/index.js';
import type { LanguageWords } from '../../src/analysis/languages/language-words.js';
import type { Post } from '../../src/domain/post.js';
import type { Matcher } from '../../src/engines/matcher.js';

/** What an engine may be unable to do, each by itself. */
export type MatcherFeature =
  /** A swap of two letters counts as one edit. */
  | 'swaps'
  /** The words of a phrase stand one after the other. */
  | 'phrases';

/** Opens a matcher over posts of one language, English; documents are numbered by `sortDocuments`. */
export type OpenMatcherOfPosts = (posts: readonly Post[]) => Promise<Matcher>;

export const contractAnalyzer = createAnalyzer('en');

/** English enough to have relatives and a word that says little, whatever the stemmer does next. */
export const contractWords: LanguageWords = {
  stem: (term) => (term.length > 3 ? term.replace(/s$/, '') : term),
  isStopWord: (term) => term === 'to',
};
