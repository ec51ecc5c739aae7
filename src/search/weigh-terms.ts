import type { MatchedTerm } from '../engines/matcher.js';

/** What terms that stand together are worth: each word of the question counts once, by its most telling term. */
export const weighTerms = (terms: Iterable<MatchedTerm>): number => {
  const best: number[] = [];
  for (const { words, weight } of terms) {
    for (const word of words) best[word] = Math.max(best[word] ?? 0, weight);
  }
  // In order of words, whatever that of the terms: floats that are added up in another order are another sum.
  return best.reduce((sum, weight) => sum + weight, 0);
};
