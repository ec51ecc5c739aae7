/**
 * The parts of a compiled index by what they hold: which there are, which hold what is asked for, and reading them.
 * @module
 */
import type { SearchOptions } from '../../domain/search.js';
import type { DocumentLengths } from '../../postings/document-lengths.js';
import { parseLengths } from './lengths-part.js';
import { type PartSource, PartStore } from './part-store.js';
import { type PositionLists, parsePositions } from './positions-part.js';
import type { PostingLists } from './posting-lists.js';
import { type GroupEntry, partName, type Root, termsOfGroup, type WordsEntry } from './root.js';
import { parseTerms, type TermsPart } from './terms-part.js';
import { parseWords, type WordsPart } from './words-part.js';

/** Consecutive words parts, by number. */
export interface PartRange {
  readonly from: number;
  /** After the last. */
  readonly to: number;
}

/** Of so many words parts, the terms parts have the same terms in fewer bytes; of fewer, the words themselves are likely to be asked for. */
const wide = 3;

/** @returns the number of the last entry that is not above; 0 where all are, or there is none */
const lastOf = <Entry>(entries: readonly Entry[], isAbove: (entry: Entry) => boolean): number => {
  let low = 0;
  let high = entries.length;
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    const entry = entries[middle];
    if (entry === undefined || isAbove(entry)) high = middle;
    else low = middle;
  }
  return low;
};

const numbersIn = ({ from, to }: PartRange): readonly number[] =>
  Array.from({ length: to - from }, (_, at) => from + at);

/** @returns what is known of a term, of the parts that were read */
export type ByTerm<Lists> = (index: number) => Lists | undefined;

export class IndexParts {
  readonly root: Root;
  readonly #lengths: PartStore<Root['lengths'], DocumentLengths>;
  readonly #words: PartStore<WordsEntry, WordsPart>;
  readonly #terms: PartStore<GroupEntry, TermsPart>;
  readonly #positions: PartStore<GroupEntry, readonly PositionLists[]>;

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
    this.#words = new PartStore(
      source,
      {
        entries: root.words,
        nameOf: (entry, number) => partName('words', number, entry),
        decode: (bytes, { from, count }, name) => parseWords(bytes, name, from, count),
      },
      maxKeptBytes,
    );
    this.#terms = new PartStore(
      source,
      {
        entries: root.terms,
        nameOf: (entry, number) => partName('terms', number, entry),
        decode: (bytes, entry, name) => {
          const { from, count } = termsOfGroup(root.words, entry);
          return parseTerms(bytes, name, from, count);
        },
      },
      maxKeptBytes,
    );
    this.#positions = new PartStore(
      source,
      {
        entries: root.positions,
        nameOf: (entry, number) => partName('positions', number, entry),
        decode: (bytes, { count }, name) => parsePositions(bytes, name, count),
      },
      maxKeptBytes,
    );
  }

  async lengths({ signal }: SearchOptions): Promise<DocumentLengths> {
    const [lengths] = await this.#lengths.getAll([0], signal);
    if (lengths === undefined) throw new RangeError('A compiled index has one part of lengths.');
    return lengths;
  }

  /** The only part that can hold a term, if there is one. */
  rangeOf(term: string): PartRange {
    const { words } = this.root;
    const from = lastOf(words, ({ separator }) => separator > term);
    return { from, to: Math.min(from + 1, words.length) };
  }

  /** The parts that can hold terms that start with `beginning`; of those with more such terms than `most`, the first. */
  rangeWith(beginning: string, most = Infinity): PartRange {
    const { words } = this.root;
    const { from, to: second } = this.rangeOf(beginning);
    const end = (words[second]?.from ?? 0) + most;
    let to = second;
    for (let next = words[to]; next?.separator.startsWith(beginning) && next.from < end; next = words[to])
      to += 1;
    return { from, to };
  }

  /**
   * The terms of some words parts: from these, or of a wide range from the terms parts.
   * @returns consecutive parts, in which there may be more terms
   */
  terms({ from, to }: PartRange, { signal }: SearchOptions): Promise<readonly TermsPart[]> {
    if (to - from < wide) return this.#words.getAll(numbersIn({ from, to }), signal);
    const { terms } = this.root;
    const groups = {
      from: lastOf(terms, (group) => group.from > from),
      to: lastOf(terms, (group) => group.from > to - 1) + 1,
    };
    return this.#terms.getAll(numbersIn(groups), signal);
  }

  /** @param indices of terms, in any order */
  async postings(indices: Iterable<number>, { signal }: SearchOptions): Promise<ByTerm<PostingLists>> {
    const numbers = [...new Set(Array.from(indices, this.#numberOf))];
    const parts = await this.#words.getAll(numbers, signal);
    const partOf = new Map(numbers.map((number, at) => [number, parts[at]]));
    return (index) => partOf.get(this.#numberOf(index))?.postings;
  }

  /** @param indices of terms, in any order */
  async positions(indices: Iterable<number>, { signal }: SearchOptions): Promise<ByTerm<PositionLists>> {
    const { positions } = this.root;
    const groupOf = (number: number): number => lastOf(positions, ({ from }) => from > number);
    const groups = [...new Set(Array.from(indices, (index) => groupOf(this.#numberOf(index))))];
    const parts = await this.#positions.getAll(groups, signal);
    const partOf = new Map(groups.map((group, at) => [group, parts[at]]));
    return (index) => {
      const number = this.#numberOf(index);
      const group = groupOf(number);
      return partOf.get(group)?.[number - (positions[group]?.from ?? 0)];
    };
  }

  /** Number of the words part that holds a term. */
  readonly #numberOf = (index: number): number => lastOf(this.root.words, ({ from }) => from > index);

  /** Starts to read the words of some terms, and waits for none of them: who asks for them hears what goes wrong. */
  readAhead(terms: readonly string[]): void {
    const numbers = new Set(terms.flatMap((term) => numbersIn(this.rangeOf(term))));
    for (const reading of [this.#words.getAll([...numbers]), this.lengths({})])
      reading.catch(() => undefined);
  }

  /** Reads and checks all of them but the positions, which are as large as the others together and seldom asked for. */
  async readAll(options: SearchOptions): Promise<void> {
    await Promise.all([
      this.lengths(options),
      this.#words.getAll([...this.root.words.keys()], options.signal),
      this.#terms.getAll([...this.root.terms.keys()], options.signal),
    ]);
  }
}
