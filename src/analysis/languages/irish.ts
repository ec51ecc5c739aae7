/** Irish. */
export { stemmer as stem } from '@orama/stemmers/irish';
export { stopwords as stopWords } from '@orama/stopwords/irish';
