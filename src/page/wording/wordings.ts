import { type InterfaceLanguage, interfaceLanguages } from '../../domain/interface-languages.js';
import { arabic } from './arabic.js';
import { czech } from './czech.js';
import { english } from './english.js';
import { german } from './german.js';
import { japanese } from './japanese.js';
import type { Wording } from './wording.js';

/** The dictionaries. No script of a page imports them: a page has only its own, see `render-page.ts`. */
export const wordings: Readonly<Record<InterfaceLanguage, Wording>> = {
  en: english,
  de: german,
  cs: czech,
  ja: japanese,
  ar: arabic,
};

/** @returns the dictionary for a language (BCP 47; `de-AT` is served by `de`), or the English one */
export const wordingFor = (language: string): Wording => {
  const [primary] = language.toLowerCase().split('-');
  return wordings[interfaceLanguages.find((known) => known === primary) ?? 'en'];
};
