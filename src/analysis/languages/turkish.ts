/** Turkish. Folding makes one of ı and i, u and ü, o and ö, but the stemmer looks at the harmony of vowels. */
import { stemmer } from '@orama/stemmers/turkish';

export { stopwords as stopWords } from '@orama/stopwords/turkish';

const front = new Map([
  ['u', 'ü'],
  ['o', 'ö'],
]);

const plain = new Map([
  ['ı', 'i'],
  ['ü', 'u'],
  ['ö', 'o'],
  ['ğ', 'g'],
]);

/**
 * Gives the vowels back that a or e before them asks for, or where none is before, the first one after: `kitaplari` -> `kitapları`,
 * `gunler` -> `günler`; and the ğ before an ending of one vowel: `cocugu` -> `cocuğu`.
 */
const restore = (term: string): string => {
  let open = /[ae]/.exec(term)?.[0] ?? '';
  let isFirst = true;
  let restored = '';
  for (const letter of term) {
    if (letter === 'a' || letter === 'e') {
      open = letter;
      isFirst = false;
    }
    if (open === 'e') restored += front.get(letter) ?? letter;
    else restored += open === 'a' && letter === 'i' && !isFirst ? 'ı' : letter;
  }
  return restored.replace(/(?<=[aeıioöuü])g(?=[ıiuü]$)/, 'ğ');
};

/** What cannot be given back everywhere is not told apart. */
const fold = (stemmed: string): string => stemmed.replace(/[ıüöğ]/g, (letter) => plain.get(letter) ?? letter);

export const stem = (term: string): string => fold(stemmer(restore(term)));
