/** Hindi. */
export { stemmer as stem } from '@orama/stemmers/indian';
export { stopwords as stopWords } from '@orama/stopwords/indian';
