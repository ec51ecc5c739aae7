/**
 * The languages that have rules of their own.
 * @module
 */
import type { TermFilter } from '../term-filter.js';
import { dropArabicArticle, dropFrenchElision, dropItalianElision } from './glued-words.js';
import type { Language } from './language.js';

export interface KnownLanguage {
  /** Of its module, without the ending; in a page, in the name of its file. */
  readonly name: string;
  /** Raised with every change of its filters, stems or stop words, and with a new version of the package that these are from. */
  readonly version: number;
  /** What questions need; for whoever only builds an index, nothing is loaded. */
  readonly load?: () => Promise<Language>;
  /** For building and asking. They get lower-cased terms with accents and apostrophes, before these are dropped. */
  readonly filters?: readonly TermFilter[];
  /** True where words differ by accents alone: a word is a term as it is written, and without accents. */
  readonly hasTellingAccents?: true;
}

/** By primary language subtag. A literal `import` each: that is how a bundler makes a file of each. */
const knownLanguages: ReadonlyMap<string, KnownLanguage> = new Map<string, KnownLanguage>([
  ['ar', { name: 'arabic', version: 1, load: () => import('./arabic.js'), filters: [dropArabicArticle] }],
  ['bg', { name: 'bulgarian', version: 1, load: () => import('./bulgarian.js') }],
  ['da', { name: 'danish', version: 1, load: () => import('./danish.js') }],
  ['de', { name: 'german', version: 1, load: () => import('./german.js') }],
  ['el', { name: 'greek', version: 1, load: () => import('./greek.js') }],
  ['en', { name: 'english', version: 1, load: () => import('./english.js') }],
  ['es', { name: 'spanish', version: 1, load: () => import('./spanish.js') }],
  ['fi', { name: 'finnish', version: 1, load: () => import('./finnish.js') }],
  ['fr', { name: 'french', version: 1, load: () => import('./french.js'), filters: [dropFrenchElision] }],
  ['ga', { name: 'irish', version: 1, load: () => import('./irish.js') }],
  ['hi', { name: 'hindi', version: 1, load: () => import('./hindi.js') }],
  ['hu', { name: 'hungarian', version: 1, load: () => import('./hungarian.js') }],
  ['hy', { name: 'armenian', version: 1, load: () => import('./armenian.js') }],
  ['id', { name: 'indonesian', version: 1, load: () => import('./indonesian.js') }],
  ['ig', { name: 'igbo', version: 1, hasTellingAccents: true }],
  ['it', { name: 'italian', version: 1, load: () => import('./italian.js'), filters: [dropItalianElision] }],
  ['ja', { name: 'japanese', version: 1, load: () => import('./japanese.js') }],
  ['lt', { name: 'lithuanian', version: 1, load: () => import('./lithuanian.js') }],
  ['nb', { name: 'norwegian', version: 1, load: () => import('./norwegian.js') }],
  ['ne', { name: 'nepali', version: 1, load: () => import('./nepali.js') }],
  ['nl', { name: 'dutch', version: 1, load: () => import('./dutch.js') }],
  ['pt', { name: 'portuguese', version: 1, load: () => import('./portuguese.js') }],
  ['ro', { name: 'romanian', version: 1, load: () => import('./romanian.js') }],
  ['ru', { name: 'russian', version: 1, load: () => import('./russian.js') }],
  ['sr', { name: 'serbian', version: 1, load: () => import('./serbian.js') }],
  ['sv', { name: 'swedish', version: 1, load: () => import('./swedish.js') }],
  ['ta', { name: 'tamil', version: 1, load: () => import('./tamil.js') }],
  ['tr', { name: 'turkish', version: 1, load: () => import('./turkish.js') }],
  ['uk', { name: 'ukrainian', version: 1, load: () => import('./ukrainian.js') }],
  ['vi', { name: 'vietnamese', version: 1, hasTellingAccents: true }],
  ['yo', { name: 'yoruba', version: 1, hasTellingAccents: true }],
  ['zh', { name: 'chinese', version: 1, load: () => import('./chinese.js') }],
]);

/** Names of all of them: in a page, of files that only posts in their languages need. */
export const languageModules: ReadonlySet<string> = new Set(
  Array.from(knownLanguages.values(), ({ name }) => name),
);

/** Other names of the same: both kinds of Norwegian have one stemmer. */
const sameAs: ReadonlyMap<string, string> = new Map([
  ['no', 'nb'],
  ['nn', 'nb'],
]);

/** @param language BCP 47; `pt-BR` and `zh-Hans` are known by what they begin with */
export const findKnownLanguage = (language: string): KnownLanguage | undefined => {
  const [primary = ''] = language.toLowerCase().split('-');
  return knownLanguages.get(sameAs.get(primary) ?? primary);
};
