/** Tamil. */
export { stemmer as stem } from '@orama/stemmers/tamil';
export { stopwords as stopWords } from '@orama/stopwords/tamil';
