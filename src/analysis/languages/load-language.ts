/**
 * The words of a language, loaded when they are needed: a page loads those it asks and no others.
 * @module
 */
import { loadScript } from '../../sharing/load-script.js';
import { dropApostrophes } from '../apostrophes.js';
import { foldLetters } from '../fold-letters.js';
import type { TermFilter } from '../term-filter.js';
import { findKnownLanguage, type KnownLanguage } from './known-languages.js';
import type { Language } from './language.js';
import { type LanguageWords, unknownLanguage } from './language-words.js';

/** Numbers, names with signs and the shortest words have no endings. */
const mayHaveEnding = /^[\p{L}\p{M}]{3,}$/u;

const toLanguageWords = ({ stem, stopWords }: Language, filters: readonly TermFilter[]): LanguageWords => {
  const toTerm = (word: string): string =>
    foldLetters(dropApostrophes(filters.reduce((term, filter) => filter(term), word.toLowerCase())));
  const stops = new Set(stopWords.map(toTerm));
  return {
    stem: (term) => (stem !== undefined && mayHaveEnding.test(term) ? stem(term) : term),
    isStopWord: (term) => stops.has(term),
  };
};

/** Each is loaded once; what fails is tried again by the next question. */
const loaded = new Map<string, Promise<LanguageWords>>();

const load = async ({ name, load: loadModule, filters = [] }: KnownLanguage): Promise<LanguageWords> => {
  if (loadModule === undefined) return unknownLanguage;
  try {
    return toLanguageWords(await loadScript(`words of the language (${name})`, loadModule), filters);
  } catch (error) {
    loaded.delete(name);
    throw error;
  }
};

/**
 * Hands in the module of a language, so that it need not be loaded.
 * @param language BCP 47
 */
export const provideLanguage = (language: string, module: Language): void => {
  const known = findKnownLanguage(language);
  if (known === undefined || loaded.has(known.name)) return;
  loaded.set(known.name, Promise.resolve(toLanguageWords(module, known.filters ?? [])));
};

/**
 * The same language is the same object each time, so that what is worked out from its stems can be kept.
 * @param language BCP 47; one that is not known has no rules
 * @throws LookbackError `index-unreachable` where the file of the language does not load
 */
export const loadLanguage = (language: string): Promise<LanguageWords> => {
  const known = findKnownLanguage(language);
  if (known === undefined) return Promise.resolve(unknownLanguage);
  const { name } = known;
  const words = loaded.get(name) ?? load(known);
  loaded.set(name, words);
  return words;
};
