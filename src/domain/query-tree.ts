/**
 * What the reader wants, as a tree: the words as they were typed, not yet analyzed for any language.
 * @module
 */
import type { FieldName } from './fields.js';

/** A word; where the analyzer makes several terms of it, any of them. */
interface Term {
  readonly kind: 'term';
  readonly text: string;
}

/** A word that may be unfinished: also what it begins. */
interface Prefix {
  readonly kind: 'prefix';
  readonly text: string;
}

/** Words that stand one after the other. */
interface Phrase {
  readonly kind: 'phrase';
  readonly text: string;
}

/** Documents that match every branch. Without branches: every document. */
interface All {
  readonly kind: 'all';
  readonly of: readonly QueryTree[];
}

/** Documents that match at least one branch. Without branches: none. */
interface Any {
  readonly kind: 'any';
  readonly of: readonly QueryTree[];
}

/** Documents that do not match. Adds nothing to a score. */
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

export type QueryTree = Term | Prefix | Phrase | All | Any | Not | Field;
