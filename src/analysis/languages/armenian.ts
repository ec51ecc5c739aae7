/** Armenian. */
export { stemmer as stem } from '@orama/stemmers/armenian';
export { stopwords as stopWords } from '@orama/stopwords/armenian';
