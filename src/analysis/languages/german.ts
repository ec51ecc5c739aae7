/** German. The stemmer folds umlauts itself. */
export { stemmer as stem } from '@orama/stemmers/german';
export { stopwords as stopWords } from '@orama/stopwords/german';
