/** Romanian. The stemmer is written for cedillas, and knows folded endings as well as those with commas. */
export { stemmer as stem } from '@orama/stemmers/romanian';
export { stopwords as stopWords } from '@orama/stopwords/romanian';
