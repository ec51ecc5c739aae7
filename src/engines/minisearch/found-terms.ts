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

export class FoundTerms {
  readonly #words: readonly QueryWord[];
  /** By word, then by term: in how many fields of documents. */
  readonly #counts: readonly Map<string, number>[];

  constructor(words: readonly QueryWord[]) {
    this.#words = words;
    this.#counts = words.map(() => new Map());
  }

  /** @param word its number */
  add(word: number, term: string): void {
    const counts = this.#counts[word];
    counts?.set(term, (counts.get(term) ?? 0) + 1);
  }

  /**
   * The inverse document frequency is BM25's, where each field of a document counts as one: which of them are of one
   * document is not known.
   */
  toMatchedTerms(documentCount: number): ReadonlyMap<string, MatchedTerm> {
    const all = documentCount * fieldNames.length;
    const terms = new Map<string, { words: number[]; weight: number }>();
    this.#words.forEach((word, number) => {
      for (const [term, count] of this.#counts[number] ?? []) {
        const weight = closeness(word, term) * Math.log(1 + (all - count + 0.5) / (count + 0.5));
        const known = terms.get(term);
        if (known === undefined) terms.set(term, { words: [number], weight });
        else {
          known.words.push(number);
          known.weight = Math.max(known.weight, weight);
        }
      }
    });
    return terms;
  }
}
