/**
 * Which terms of the index the words of a question stood for, as MiniSearch tells posting by posting.
 * @module
 */
import { editWeight, prefixWeight } from '../../analysis/expansion.js';
import type { QueryWord } from '../../analysis/query-words.js';
import { fieldNames } from '../../domain/fields.js';
import type { MatchedTerm } from '../matcher.js';

/** What the term counts to the word. MiniSearch does not say how many edits it took: the most that it may. */
const closeness = ({ term: word, prefix, maxEdits }: QueryWord, term: string): number => {
  if (term === word) return 1;
  return prefix && term.startsWith(word)
    ? prefixWeight(term.length, term.length - word.length)
    : editWeight(term.length, maxEdits);
};

/** A word at one place of the tree, and in how many fields of documents each term that it stood for is. */
interface Leaf {
  readonly word: number;
  readonly counts: ReadonlyMap<string, number>;
}

export class FoundTerms {
  readonly #words: readonly QueryWord[];
  readonly #leaves: Leaf[] = [];

  constructor(words: readonly QueryWord[]) {
    this.#words = words;
  }

  /**
   * @param word its number
   * @returns what is to be told of every posting that the word reaches from one place of the tree
   */
  addLeaf(word: number): (term: string) => void {
    const counts = new Map<string, number>();
    this.#leaves.push({ word, counts });
    return (term) => counts.set(term, (counts.get(term) ?? 0) + 1);
  }

  /**
   * The inverse document frequency is BM25's, where each field of a document counts as one: which of them are of one
   * document is not told.
   */
  toMatchedTerms(documentCount: number): ReadonlyMap<string, MatchedTerm> {
    const all = documentCount * fieldNames.length;
    const terms = new Map<string, { words: number[]; weight: number }>();
    for (const { word, counts } of this.#leaves.toSorted((a, b) => a.word - b.word)) {
      const asked = this.#words[word];
      if (asked === undefined) continue;
      for (const [name, count] of counts) {
        const weight = closeness(asked, name) * Math.log(1 + (all - count + 0.5) / (count + 0.5));
        const term = terms.get(name) ?? { words: [], weight };
        if (term.words.at(-1) !== word) term.words.push(word);
        term.weight = Math.max(term.weight, weight);
        terms.set(name, term);
      }
    }
    return terms;
  }
}
