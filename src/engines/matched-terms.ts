/**
 * The terms of an answer as they are found, for snippets and highlights; the same for every engine.
 * @module
 */

/** A `MatchedTerm` to be, and whatever else the engine knows of it. */
export interface FoundTerm {
  readonly words: number[];
  weight: number;
}

/**
 * A term that several words, or forms of a word, stand for is one, with the best of its weights.
 * @param found for one word; words come in ascending order
 */
export const addMatchedTerm = <Found extends FoundTerm>(
  terms: Map<string, Found>,
  name: string,
  found: Found,
): void => {
  const known = terms.get(name);
  if (known === undefined) {
    terms.set(name, found);
  } else {
    for (const word of found.words) if (word !== known.words.at(-1)) known.words.push(word);
    known.weight = Math.max(known.weight, found.weight);
  }
};
