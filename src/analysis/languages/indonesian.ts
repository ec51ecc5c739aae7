/** Indonesian. Its words change at the beginning, too (`mencari`, `cari`): what begins otherwise is no relative for an engine. */
export { stemmer as stem } from '@orama/stemmers/indonesian';
export { stopwords as stopWords } from '@orama/stopwords/indonesian';
