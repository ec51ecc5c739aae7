/**
 * The parts of a compiled index by what they hold: which there are, which hold what is asked for, and reading them.
 * @module
 */
import type { SearchOptions } from '../../domain/search.js';
import type { DocumentLengths } from '../../postings/document-lengths.js';
import { parseLengths } from './lengths-part.js';
import { type PartSource, PartStore } from './part-store.js';
import type { PositionsPart } from './positions-part.js';
import { type PostingsPart, parsePostings } from './postings-part.js';
import { type DictionaryEntry, type PartEntry, partName, type Root, type TermRange } from './root.js';
import { parseTerms, type TermsPart } from './terms-part.js';

/** @returns the number of the last range that begins at or before `ordinal` */
const rangeOf = (ranges: readonly TermRange[], ordinal: number): number => {
  let low = 0;
  let high = ranges.length;
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if ((ranges[middle]?.from ?? 0) <= ordinal) low = middle;
    else high = middle;
  }
  return low;
};

/** @returns the part that holds a term, of those that were read */
export type PartOf<Part> = (index: number) => Part | undefined;

export class IndexParts {
  readonly root: Root;
  readonly #lengths: PartStore<Root['lengths'], DocumentLengths>;
  readonly #dictionary: PartStore<DictionaryEntry, TermsPart>;
  readonly #postings: PartStore<TermRange, PostingsPart>;
  readonly #positions: PartStore<PartEntry, PositionsPart>;

  /** @param maxKeptBytes of each kind of parts, as written */
  constructor(root: Root, source: PartSource, maxKeptBytes: number) {
    this.root = root;
    const { inline } = root.lengths;
    const lengthsSource: PartSource = inline === undefined ? source : async () => inline;
    this.#lengths = new PartStore(
      lengthsSource,
      {
        entries: [root.lengths],
        nameOf: (entry, number) => partName('lengths', number, entry),
        decode: (bytes, _, name) => parseLengths(bytes, name, root.documentCount, root.fields.length),
      },
      Infinity,
    );
    this.#dictionary = new PartStore(
      source,
      {
        entries: root.dictionary,
        nameOf: (entry, number) => partName('terms', number, entry),
        decode: (bytes, { from, count }, name) => parseTerms(bytes, name, from, count),
      },
      maxKeptBytes,
    );
    this.#postings = new PartStore(
      source,
      {
        entries: root.postings,
        nameOf: (entry, number) => partName('postings', number, entry),
        decode: (bytes, { from, count }, name) => parsePostings(bytes, name, from, count),
      },
      maxKeptBytes,
    );
    this.#positions = new PartStore(
      source,
      {
        entries: root.positions,
        nameOf: (entry, number) => partName('positions', number, entry),
        decode: (bytes, _, name) => ({ name, bytes }),
      },
      maxKeptBytes,
    );
  }

  async lengths({ signal }: SearchOptions): Promise<DocumentLengths> {
    const [lengths] = await this.#lengths.getAll([0], signal);
    if (lengths === undefined) throw new RangeError('A compiled index has one part of lengths.');
    return lengths;
  }

  /** Number of the first dictionary part that can hold terms from this one on; 0 where there is no part. */
  #partBefore(term: string): number {
    const { dictionary } = this.root;
    let from = 0;
    let to = dictionary.length;
    while (to - from > 1) {
      const middle = (from + to) >>> 1;
      if ((dictionary[middle]?.separator ?? '') <= term) from = middle;
      else to = middle;
    }
    return from;
  }

  /** Number of the only dictionary part that can hold a term, if there is one. */
  termsAt(term: string): readonly number[] {
    return this.root.termCount === 0 ? [] : [this.#partBefore(term)];
  }

  /** Numbers of the dictionary parts that can hold terms that start with `beginning`, ascending. */
  termsWith(beginning: string): readonly number[] {
    const { dictionary } = this.root;
    const from = this.#partBefore(beginning);
    let to = Math.min(from + 1, dictionary.length);
    while (dictionary[to]?.separator.startsWith(beginning)) to += 1;
    return Array.from({ length: to - from }, (_, at) => from + at);
  }

  /** @param numbers of dictionary parts */
  terms(numbers: readonly number[], { signal }: SearchOptions): Promise<readonly TermsPart[]> {
    return this.#dictionary.getAll(numbers, signal);
  }

  /** @param indices of terms, in any order */
  postings(indices: Iterable<number>, options: SearchOptions): Promise<PartOf<PostingsPart>> {
    return this.#alongTerms(this.#postings, indices, options);
  }

  /** @param indices of terms, in any order */
  positions(indices: Iterable<number>, options: SearchOptions): Promise<PartOf<PositionsPart>> {
    return this.#alongTerms(this.#positions, indices, options);
  }

  /** Reads those parts of a kind, cut as the postings are, that hold some terms. */
  async #alongTerms<Part extends object>(
    store: PartStore<PartEntry, Part>,
    indices: Iterable<number>,
    { signal }: SearchOptions,
  ): Promise<PartOf<Part>> {
    const { postings } = this.root;
    const numbers = [...new Set(Array.from(indices, (index) => rangeOf(postings, index)))];
    const parts = await store.getAll(numbers, signal);
    const partOf = new Map(numbers.map((number, at) => [number, parts[at]]));
    return (index) => partOf.get(rangeOf(postings, index));
  }

  /** Reads and checks all of them but the positions, which are as large as the others together and seldom asked for. */
  async readAll(options: SearchOptions): Promise<void> {
    await Promise.all([
      this.lengths(options),
      this.#dictionary.getAll([...this.root.dictionary.keys()], options.signal),
      this.#postings.getAll([...this.root.postings.keys()], options.signal),
    ]);
  }
}
