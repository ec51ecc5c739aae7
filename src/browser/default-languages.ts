import { isLanguageAsked } from '../search/asked-languages.js';

/**
 * The languages that a page asks for unless it says otherwise: its own, if there are posts in it.
 * @param page the page's language, BCP 47; empty if it does not say
 * @param available languages of the index
 * @returns none for all
 */
export const defaultLanguages = (page: string, available: readonly string[]): readonly string[] => {
  const [language = ''] = page.split('-');
  // A page in `en-GB` asks for posts in `en` where there are none in `en-GB`.
  const own = [page, language].find((name) => available.some((other) => isLanguageAsked(other, [name])));
  return own === undefined ? [] : [own];
};
