/**
 * All that the search page says, in one language: a dictionary is one file beside this one, and plain data, which travels to the
 * page's script inside the document.
 * @module
 */
import type { FacetName } from '../../domain/facets.js';
import type { InterfaceLanguage } from '../../domain/interface-languages.js';
import type { SortOrder, Suggestion } from '../../domain/search.js';
import type { subjectOf } from '../../query/language.js';

/**
 * A text with places such as `{text}`, for each class of numbers that the language tells apart (`Intl.PluralRules`); `{count}` is the
 * number. Where a class has none of its own, `other` is said.
 */
export type Counted = { readonly other: string } & Partial<Readonly<Record<Intl.LDMLPluralRule, string>>>;

export interface Wording {
  readonly language: InterfaceLanguage;
  /** How numbers and days are written: a locale of `Intl`. */
  readonly locale: string;
  readonly direction: 'ltr' | 'rtl';

  /** The link to the site that the posts are of. */
  readonly home: string;
  readonly searchPosts: string;
  readonly search: string;
  readonly needsScript: string;
  readonly howToAsk: string;
  /** What can be written in a question: that of `query/language.ts`. */
  readonly meanings: Readonly<Record<ReturnType<typeof subjectOf>, string>>;
  /** What keys do. */
  readonly keys: Readonly<Record<'search' | 'move' | 'open' | 'clear', string>>;

  readonly total: Counted;
  /** Places: `text`. */
  readonly totalFor: Counted;
  readonly none: string;
  /** Places: `text`. */
  readonly noneFor: string;
  /** Places: `total`, `page`. */
  readonly onPage: string;

  /** Places: `text`. */
  readonly understoodAs: string;
  /** Places: `text`. */
  readonly answeredWithout: string;
  /** Places: `text`. */
  readonly didYouMean: string;
  /** Quotation marks around `text`. */
  readonly quoted: string;

  readonly suggestions: string;
  readonly suggestionCount: Counted;
  readonly kinds: Readonly<Record<Suggestion['kind'], string>>;

  readonly facets: Readonly<Record<FacetName, string>>;
  readonly filters: string;
  /** How many are in force. */
  readonly filterCount: Counted;
  readonly inForce: string;
  /** Places: `filter`. */
  readonly removeFilter: string;
  readonly clearAll: string;
  readonly moreValues: Counted;
  /** Places: `facet`. */
  readonly findValues: string;
  /** Places: `day`. */
  readonly since: string;
  /** Places: `day`. */
  readonly until: string;
  /** Places: `from`, `to`. */
  readonly range: string;
  readonly unknownLanguage: string;

  readonly sortBy: string;
  readonly sort: string;
  readonly orders: Readonly<Record<SortOrder, string>>;

  /** Places: `tag`. */
  readonly onlyTag: string;
  /** Places: `languages`. */
  readonly alsoIn: string;

  readonly nothing: string;
  readonly fewerWords: string;
  readonly withoutFilters: string;
  readonly emptyPage: string;
  readonly firstPage: string;

  readonly pages: string;
  /** Places: `page`. */
  readonly page: string;
  readonly previous: string;
  readonly next: string;

  readonly unanswered: string;
  readonly offline: string;
  readonly retry: string;
}
