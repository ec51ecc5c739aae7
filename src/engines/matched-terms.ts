/**
 * What the terms of a question's words tell snippets and highlights; the same for every engine.
 * @module
 */
import type { Expansion } from '../analysis/expansion.js';
import type { MatchedTerm } from './matcher.js';

/** BM25's, never negative: S. Robertson, H. Zaragoza, "The Probabilistic Relevance Framework" (2009), smoothed by 1. */
const inverseDocumentFrequency = (documentCount: number, frequency: number): number =>
  Math.log(1 + (documentCount - frequency + 0.5) / (frequency + 0.5));

/**
 * @param expansions a list a word of the question, in its order
 * @param documentFrequency of a term: the largest it has in any field
 */
export const collectMatchedTerms = (
  expansions: readonly (readonly Expansion[])[],
  documentCount: number,
  documentFrequency: (expansion: Expansion) => number,
): ReadonlyMap<string, MatchedTerm> => {
  const terms = new Map<string, { words: number[]; weight: number }>();
  expansions.forEach((ofWord, word) => {
    for (const expansion of ofWord) {
      const weight = expansion.weight * inverseDocumentFrequency(documentCount, documentFrequency(expansion));
      const known = terms.get(expansion.term);
      if (known === undefined) {
        terms.set(expansion.term, { words: [word], weight });
      } else {
        known.words.push(word);
        known.weight = Math.max(known.weight, weight);
      }
    }
  });
  return terms;
};
