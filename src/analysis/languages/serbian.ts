/** Serbian. The stemmer answers in Latin letters, whichever it is asked in; relatives are looked for among words of the same ones. */
import { stemmer } from '@orama/stemmers/serbian';
import { stopwords } from '@orama/stopwords/serbian';

const cyrillic = /[\u0400-\u04ff]/;
/** Letters of Windows-1250 that the list has as those of Latin-1. */
const misread = new Map([
  ['æ', 'ć'],
  ['è', 'č'],
  ['ð', 'đ'],
]);

export const stopWords: readonly string[] = stopwords.map((word) =>
  word.replace(/[æèð]/g, (letter) => misread.get(letter) ?? letter),
);

export const stem = (term: string): string => {
  const latin = stemmer(term);
  if (!cyrillic.test(term)) return latin;
  // As many letters are dropped as of the same word in Latin ones; lj, nj and dž are two there, and one here.
  const letters = latin.replace(/lj|nj|dž/g, '.').length;
  return term.slice(0, letters);
};
