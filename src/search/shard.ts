import type { LanguageWords } from '../analysis/languages/language-words.js';
import type { DocumentStore } from '../documents/document-store.js';
import type { Synonym } from '../domain/synonym.js';
import type { Matcher } from '../engines/matcher.js';

/** All that is needed to answer from the posts of one language. */
export interface Shard {
  readonly language: string;
  readonly matcher: Matcher;
  readonly store: DocumentStore;
  /** Ordinals of the posts that pins name, by URL. Default none. */
  readonly pinned?: ReadonlyMap<string, number>;
  /** Words that mean the same. Default none. */
  readonly synonyms?: readonly Synonym[] | undefined;
  /** What the language says of words that are asked; a promise until it is loaded, see `Matcher.readAhead`. */
  readonly words: () => LanguageWords | Promise<LanguageWords>;
}
