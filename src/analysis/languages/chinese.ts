/** Chinese. Words are pairs of characters, and have no endings; longer stop words are no terms. */
export { stopwords as stopWords } from '@orama/stopwords/mandarin';
