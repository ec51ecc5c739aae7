/**
 * The options of the index, in one place: MiniSearch stores none, and a reader with other ones answers nothing without
 * saying so.
 * @module
 */
import type { Options } from 'minisearch';
import type { Analyzer } from '../../analysis/analyzer.js';

/** A field and how much more than a word of the body its words count. The order is that of the field ids. */
export const fieldBoosts = {
  title: 1.5,
  headings: 1.5,
  taxonomy: 1.5,
  body: 1,
  code: 0.7,
} as const;

export type FieldName = keyof typeof fieldBoosts;

/** What MiniSearch is given of a post. */
export type IndexedDocument = Readonly<Record<FieldName | 'id', string>>;

/** BM25+ parameters: saturation of term frequency, weight of length, least gain of a match. MiniSearch's own. */
export const scoring = { k: 1.2, b: 0.7, d: 0.5 } as const;

/** For `new MiniSearch` and for `MiniSearch.loadJSON`. Nothing is stored: results come from the document store. */
export const createMiniSearchOptions = (analyzer: Analyzer): Options<IndexedDocument> => ({
  fields: Object.keys(fieldBoosts),
  tokenize: (text) => analyzer.terms(text),
  processTerm: (term) => term,
  searchOptions: { boost: fieldBoosts, bm25: scoring, combineWith: 'OR' },
});
