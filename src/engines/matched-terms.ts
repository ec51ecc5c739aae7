/**
 * What the terms of a question's words tell snippets and highlights; the same for every engine.
 * @module
 */
import type { Expansion } from '../analysis/expansion.js';
import type { QueryWord } from '../analysis/query-words.js';
import type { MatchedTerm } from './matcher.js';

/**
 * @param words of the question; those that are asked not to be there have no terms to show
 * @param expansions a list a word, in the same order
 * @param idfOf how telling a term is for a word that stands for it, by the rule that ranks
 */
export const collectMatchedTerms = <Found extends Pick<Expansion, 'term' | 'weight'>>(
  words: readonly QueryWord[],
  expansions: readonly (readonly Found[])[],
  idfOf: (found: Found) => number,
): ReadonlyMap<string, MatchedTerm> => {
  const terms = new Map<string, { words: number[]; weight: number }>();
  expansions.forEach((ofWord, word) => {
    if (words[word]?.excluded) return;
    for (const found of ofWord) {
      const weight = found.weight * idfOf(found);
      const known = terms.get(found.term);
      if (known === undefined) {
        terms.set(found.term, { words: [word], weight });
      } else {
        known.words.push(word);
        known.weight = Math.max(known.weight, weight);
      }
    }
  });
  return terms;
};
