/** Russian. */
export { stemmer as stem } from '@orama/stemmers/russian';
export { stopwords as stopWords } from '@orama/stopwords/russian';
