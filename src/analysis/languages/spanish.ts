/** Spanish. Endings that the stemmer knows only with their accents get these back. */
import { stemmer } from '@orama/stemmers/spanish';

export { stopwords as stopWords } from '@orama/stopwords/spanish';

/** `configuracion` -> `configuración`, as `configuraciones` is stemmed; `versiones` -> `versión`; `buscaria` -> `buscaría`, as `buscar`. */
const restore = (term: string): string =>
  term
    .replace(/siones$/, 'sion')
    .replace(/(?<=[cs])ion$/, 'ión')
    .replace(/(?<=[aei]r)ia(?=[sn]?$)/, 'ía');

export const stem = (term: string): string => stemmer(restore(term));
