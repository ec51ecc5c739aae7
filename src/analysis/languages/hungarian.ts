/** Hungarian. Endings that the stemmer knows only with their accents get these back. */
import { stemmer } from '@orama/stemmers/hungarian';

export { stopwords as stopWords } from '@orama/stopwords/hungarian';

/** `hazbol`, `hazrol`, `haztol`, `haznal`, `hazert`: from inside, about, from, at, for the house. */
const restore = (term: string): string =>
  term
    .replace(/(?<=[brt])ol$/, 'ól')
    .replace(/(?<=n)al$/, 'ál')
    .replace(/(?<=n)el$/, 'él')
    .replace(/ert$/, 'ért');

export const stem = (term: string): string => stemmer(restore(term));
