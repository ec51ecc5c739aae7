/** Arabic. The article is gone before, see `glued-words.ts`. */
export { stemmer as stem } from '@orama/stemmers/arabic';
export { stopwords as stopWords } from '@orama/stopwords/arabic';
