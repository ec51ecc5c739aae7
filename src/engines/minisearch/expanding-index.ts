/**
 * A MiniSearch that scores as ever and leaves to us which terms a word stands for.
 * @module
 */
import MiniSearch, { type Options } from 'minisearch';
import type { Expansion } from '../../analysis/expansion.js';
import type { QueryWord } from '../../analysis/query-words.js';
import type { IndexedDocument } from './index-options.js';
import type { SerializedIndex, SerializedPostings } from './serialized-index.js';

/** Field id -> short document id -> frequency, as MiniSearch keeps it. */
type Postings = Map<number, Map<number, number>>;

const toNumericMap = <From, To>(
  entries: Readonly<Record<string, From>>,
  convert: (value: From) => To,
): Map<number, To> => new Map(Object.entries(entries).map(([key, value]) => [Number(key), convert(value)]));

const toPostings = (serialized: SerializedPostings): Postings =>
  toNumericMap(serialized, (frequencies) => toNumericMap(frequencies, (frequency) => frequency));

/** A word of the question and what it stands for, as `expandWord` says. */
export interface ExpandedWord {
  readonly word: QueryWord;
  readonly expansions: readonly Expansion[];
}

/**
 * Loads what MiniSearch has serialized, without its radix tree: terms are found in the sorted list that the file is, and
 * what a term's postings are is read when it is first asked for. Its searches name documents by ordinal.
 */
export class ExpandingIndex extends MiniSearch<IndexedDocument> {
  readonly #serialized: SerializedIndex;
  readonly #postings = new Map<number, Postings>();
  readonly #emptyOptions: Options<IndexedDocument>;
  #expansions: ReadonlyMap<string, readonly Expansion[]> = new Map();

  constructor(serialized: SerializedIndex, options: Options<IndexedDocument>) {
    super(options);
    this.#serialized = serialized;
    this.#emptyOptions = options;
    this._documentCount = serialized.documentCount;
    this._avgFieldLength = [...serialized.averageFieldLength];
    this._fieldLength = toNumericMap(serialized.fieldLength, (lengths) => [...lengths]);
    for (let ordinal = 0; ordinal < serialized.documentCount; ordinal += 1) {
      this._documentIds.set(ordinal, ordinal);
    }
    // The three questions that a search asks the tree of terms.
    this._index.get = (term) => this.#exact(term);
    this._index.atPrefix = (prefix) => this.#begunBy(prefix);
    this._index.fuzzyGet = (term) => this.#misspelt(term);
  }

  /** Documents that match any of the words, with MiniSearch's scores, in no order. */
  score(words: readonly ExpandedWord[]): { readonly ordinal: number; readonly score: number }[] {
    this.#expansions = new Map(words.map(({ word, expansions }) => [word.term, expansions]));
    const results = this.search('words', {
      tokenize: () => words.map(({ word }) => word.term),
      prefix: (_term, at) => words[at]?.word.prefix ?? false,
      fuzzy: (_term, at) => words[at]?.word.maxEdits ?? 0,
    });
    return results.map(({ id, score }) => ({ ordinal: Number(id), score }));
  }

  postingsAt(index: number): Postings {
    const known = this.#postings.get(index);
    if (known) return known;
    const postings = toPostings(this.#serialized.index[index]?.[1] ?? {});
    this.#postings.set(index, postings);
    return postings;
  }

  #expansionsOf(term: string, kind: Expansion['kind']): readonly Expansion[] {
    return (this.#expansions.get(term) ?? []).filter((expansion) => expansion.kind === kind);
  }

  #exact(term: string): Postings | undefined {
    const exact = this.#expansionsOf(term, 'exact')[0];
    return exact && this.postingsAt(exact.index);
  }

  /** MiniSearch goes through a tree from its last term to its first. */
  #begunBy(prefix: string): typeof this._index {
    const tree = new MiniSearchTree(this.#emptyOptions).terms;
    for (const { term, index } of this.#expansionsOf(prefix, 'prefix').toReversed())
      tree.set(term, this.postingsAt(index));
    return tree;
  }

  #misspelt(term: string): Map<string, [Postings, number]> {
    return new Map(
      this.#expansionsOf(term, 'edit').map(({ term: found, index, edits }) => [
        found,
        [this.postingsAt(index), edits],
      ]),
    );
  }
}

/** An empty tree of terms: MiniSearch exports none. */
class MiniSearchTree extends MiniSearch<IndexedDocument> {
  get terms() {
    return this._index;
  }
}
