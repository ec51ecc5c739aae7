/** English. */
import { stemmer } from '@orama/stemmers/english';

export { stopwords as stopWords } from '@orama/stopwords/english';

/** Porter's first stemmer writes `deploying` as deploi, but `deployment` as deploy. */
export const stem = (term: string): string => stemmer(term).replace(/y$/, 'i');
