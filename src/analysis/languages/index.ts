/**
 * The filters that a language adds. Each gets lower-cased terms with their accents and apostrophes: folding comes last,
 * so that a filter (a stemmer, say) sees the letters of its language.
 * @module
 */
import type { TermFilter } from '../term-filter.js';
import { dropFrenchElision } from './french.js';
import { dropItalianElision } from './italian.js';

/** By primary language subtag. */
const filtersByLanguage: ReadonlyMap<string, readonly TermFilter[]> = new Map([
  ['fr', [dropFrenchElision]],
  ['it', [dropItalianElision]],
]);

export const filtersOf = (language: string): readonly TermFilter[] =>
  filtersByLanguage.get(language.split('-')[0]?.toLowerCase() ?? '') ?? [];
