/**
 * What the reader wants, as a tree: the words as they were typed, not yet analyzed for any language.
 * @module
 */
import type { ValueFacetName } from './facets.js';
import type { FieldName } from './fields.js';

/** A word as it was typed. */
interface Term {
  readonly kind: 'term';
  readonly text: string;
}

/** The last word of a text: it may be unfinished, so where it finds little it is also what it begins. */
interface Prefix {
  readonly kind: 'prefix';
  readonly text: string;
}

/** `word*`: every word that begins so. */
interface Wildcard {
  readonly kind: 'wildcard';
  readonly text: string;
}

/** Words that stand one after the other, just as they are. */
interface Phrase {
  readonly kind: 'phrase';
  readonly text: string;
}

/**
 * Words side by side: documents that say enough of them, see `ranking/coverage.ts`. Where no document has them all, the least telling
 * are dropped.
 */
interface Most {
  readonly kind: 'most';
  readonly of: readonly QueryTree[];
}

/** Documents that match every branch. Without branches: every document. Of a text, words side by side are the last branch. */
interface All {
  readonly kind: 'all';
  readonly of: readonly QueryTree[];
}

/** Documents that match at least one branch. Without branches: none. */
interface Any {
  readonly kind: 'any';
  readonly of: readonly QueryTree[];
}

/** Documents that do not match. Adds nothing to a score. Of a text, no `most` and no `prefix` is below. */
interface Not {
  readonly kind: 'not';
  readonly of: QueryTree;
}

/** Matches in one field only. */
interface Field {
  readonly kind: 'field';
  readonly field: FieldName;
  readonly of: QueryTree;
}

/** What is known of a post besides its words. */
export type DocumentFilter =
  /** A value of a facet, compared as filters compare. */
  | { readonly by: 'facet'; readonly facet: ValueFacetName; readonly value: string }
  /** BCP 47; `pt` also takes `pt-BR`. */
  | { readonly by: 'language'; readonly language: string }
  /** First and last day, inclusive, `YYYY-MM-DD`; at least one of them. An undated post has no day. */
  | { readonly by: 'days'; readonly from?: string; readonly to?: string };

/** Documents that pass. Adds nothing to a score. */
interface Filter {
  readonly kind: 'filter';
  readonly filter: DocumentFilter;
}

export type QueryTree = Term | Prefix | Wildcard | Phrase | Most | All | Any | Not | Field | Filter;
