/** Greek. The stemmer works on letters without accents. */
export { stemmer as stem } from '@orama/stemmers/greek';
export { stopwords as stopWords } from '@orama/stopwords/greek';
