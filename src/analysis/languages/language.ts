/**
 * What the module of a language says. It imports nothing of ours, so that in a page it is a file of its own that no other waits for.
 * @module
 */
export interface Language {
  /**
   * @param term of letters only, at least three, as the analyzer makes it: lower case, without accents
   * @returns what it has in common with its relatives; nothing else is asked of it, so it may be no word
   */
  readonly stem?: (term: string) => string;
  /** As they are written. */
  readonly stopWords: readonly string[];
}
