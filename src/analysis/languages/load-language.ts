/**
 * The words of a language, loaded when they are needed: a page loads those it asks and no others.
 * @module
 */
import { type LanguageWords, unknownLanguage } from './language-words.js';

/** @param _language BCP 47 */
export const loadLanguage = async (_language: string): Promise<LanguageWords> => unknownLanguage;
