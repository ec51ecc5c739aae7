/** Portuguese. The stemmer needs the tilde, and does not know that -ões is the plural of -ão, and -ais that of -al. */
import { stemmer } from '@orama/stemmers/portuguese';

export { stopwords as stopWords } from '@orama/stopwords/portuguese';

/** `configuracoes`, `configuracao` -> `configuração`; `limoes`, `limao` -> `limão`; `animais` -> `animal`. */
const restore = (term: string): string =>
  term
    .replace(/oes$/, 'ao')
    .replace(/(?<=...)ais$/, 'al')
    .replace(/cao$/, 'ção')
    .replace(/ao$/, 'ão');

export const stem = (term: string): string => stemmer(restore(term));
