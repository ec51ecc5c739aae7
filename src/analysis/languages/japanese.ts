/** Japanese. Words are pairs of characters, and have no endings that a rule could find; longer stop words are no terms. */
export { stopwords as stopWords } from '@orama/stopwords/japanese';
