/** Ukrainian. */
export { stemmer as stem } from '@orama/stemmers/ukrainian';
export { stopwords as stopWords } from '@orama/stopwords/ukrainian';
