/**
 * What a language says of words that are asked: its stems, and the words that say little. Loaded with the first question to its shard.
 * @module
 */
export interface LanguageWords {
  /** @returns what a term, as the analyzer makes it, has in common with its relatives; the term itself where there is no rule */
  stem(term: string): string;
  /** Whether a term, as the analyzer makes it, says so little that it hardly counts beside others. */
  isStopWord(term: string): boolean;
}

/** Without rules: every word is a word of its own, and tells. */
export const unknownLanguage: LanguageWords = { stem: (term) => term, isStopWord: () => false };
