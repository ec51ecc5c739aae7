/** Swedish. No ending has an accent. */
export { stemmer as stem } from '@orama/stemmers/swedish';
export { stopwords as stopWords } from '@orama/stopwords/swedish';
