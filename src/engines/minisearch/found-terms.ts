/**
 * Which terms of the index the words of a question stood for, as MiniSearch tells posting by posting.
 * @module
 */
import { editWeight, prefixWeight } from '../../analysis/expansion.js';
import type { QueryWord } from '../../analysis/query-words.js';
import { fieldNames } from '../../domain/fields.js';
import { addMatchedTerm, type FoundTerm } from '../matched-terms.js';
import type { MatchedTerm } from '../matcher.js';

/** What the term counts to the word. MiniSearch does not say how many edits it took: the most that it may. */
const closeness = ({ forms: [form] }: QueryWord, term: string): number => {
  if (form?.kind !== 'term' || term === form.term) return 1;
  return form.prefix !== 'never' && term.startsWith(form.term)
    ? prefixWeight(term.length, term.length - form.term.length)
    : editWeight(term.length, form.maxEdits);
};

export class FoundTerms {
  readonly #words: readonly QueryWord[];
  /** By word, then by its places in the tree: in how many fields of documents each term that it stood for is. */
  readonly #leaves: readonly Map<string, number>[][];

  constructor(words: readonly QueryWord[]) {
    this.#words = words;
    this.#leaves = words.map(() => []);
  }

  /**
   * @param word its number
   * @returns what is to be told of every posting that the word reaches from one place of the tree
   */
  addLeaf(word: number): (term: string) => void {
    const counts = new Map<string, number>();
    this.#leaves[word]?.push(counts);
    return (term) => counts.set(term, (counts.get(term) ?? 0) + 1);
  }

  /**
   * The inverse document frequency is MiniSearch's, where each field of a document counts as one: which of them are of one
   * document is not told.
   */
  toMatchedTerms(documentCount: number): ReadonlyMap<string, MatchedTerm> {
    const all = documentCount * fieldNames.length;
    const terms = new Map<string, FoundTerm>();
    this.#words.forEach((word, number) => {
      // From each place a word reaches the same postings of a term, if it reaches the term at all.
      const counts = new Map(this.#leaves[number]?.flatMap((ofLeaf) => [...ofLeaf]));
      for (const [name, count] of counts) {
        const weight = closeness(word, name) * Math.log(1 + (all - count + 0.5) / (count + 0.5));
        addMatchedTerm(terms, name, { words: [number], weight });
      }
    });
    return terms;
  }
}
