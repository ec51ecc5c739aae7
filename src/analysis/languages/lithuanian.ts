/** Lithuanian. */
import { stopwords } from '@orama/stopwords/lithuanian';

export { stemmer as stem } from '@orama/stemmers/lithuanian';

/** Letters of Windows-1257 that the list has as those of Latin-1. */
const misread = new Map([
  ['à', 'ą'],
  ['á', 'į'],
  ['è', 'č'],
  ['æ', 'ę'],
  ['ð', 'š'],
  ['ø', 'ų'],
  ['û', 'ū'],
  ['þ', 'ž'],
]);

export const stopWords: readonly string[] = stopwords.map((word) =>
  word.replace(/[àáèæðøûþ]/g, (letter) => misread.get(letter) ?? letter),
);
