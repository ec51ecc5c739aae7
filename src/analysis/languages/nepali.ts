/** Nepali. */
export { stemmer as stem } from '@orama/stemmers/nepali';
export { stopwords as stopWords } from '@orama/stopwords/nepali';
