/** Finnish. The stemmer knows endings with a for ä and o for ö, as folding leaves them. */
export { stemmer as stem } from '@orama/stemmers/finnish';
export { stopwords as stopWords } from '@orama/stopwords/finnish';
