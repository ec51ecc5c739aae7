/** French. Endings that the stemmer knows only with their accents get these back. */
import { stemmer } from '@orama/stemmers/french';

export { stopwords as stopWords } from '@orama/stopwords/french';

/** `creee` -> `creée`, as `créer` is stemmed; `premiere` -> `première`, as `premier`. */
const restore = (term: string): string => term.replace(/ee(?=s?$)/, 'ée').replace(/iere(?=s?$)/, 'ière');

export const stem = (term: string): string => stemmer(restore(term));
