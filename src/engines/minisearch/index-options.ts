/**
 * The options of the index, in one place: MiniSearch stores none, and a reader with other ones answers nothing without
 * saying so.
 * @module
 */
import type { Options } from 'minisearch';
import type { Analyzer } from '../../analysis/analyzer.js';
import { type FieldName, fieldNames } from '../../domain/fields.js';
import { fieldBoosts, scoring } from './scoring.js';

/** What MiniSearch is given of a post. */
export type IndexedDocument = Readonly<Record<FieldName | 'id', string>>;

/** For `new MiniSearch` and for `MiniSearch.loadJSON`. Nothing is stored: results come from the document store. */
export const createMiniSearchOptions = (analyzer: Analyzer): Options<IndexedDocument> => ({
  fields: [...fieldNames],
  tokenize: (text, field) => analyzer.terms(text, field === 'code' ? 'code' : 'prose'),
  processTerm: (term) => term,
  searchOptions: { boost: fieldBoosts, bm25: scoring, combineWith: 'OR' },
});
