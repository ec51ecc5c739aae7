/**
 * Answers from the parts that `compile` made, asking only for those that a query needs.
 * @module
 */
import type { AnalyzedQuery } from '../../analysis/analyze-query.js';
import { type Expansion, maxPrefixScan } from '../../analysis/expansion.js';
import type { QueryWord } from '../../analysis/query-words.js';
import type { OrdinalSet } from '../../documents/ordinal-set.js';
import type { SearchOptions } from '../../domain/search.js';
import type { DocumentLengths } from '../../postings/document-lengths.js';
import { collectMatchedTerms } from '../matched-terms.js';
import type { Matcher, Matches, MatchOptions, PassageTerms } from '../matcher.js';
import { collectPassages, type FoundTerm } from './collect-passages.js';
import { findMisspelt } from './find-misspelt.js';
import { findExact, findPrefixed } from './find-prefixed.js';
import { parseLengths } from './lengths-part.js';
import { type PartSource, PartStore } from './part-store.js';
import { type PostingsPart, parsePostings } from './postings-part.js';
import { type DictionaryEntry, parseRoot, partName, type Root, rootName, type TermRange } from './root.js';
import { Scorer, type Scoring } from './scorer.js';
import { PassageReader } from './term-passages.js';
import { parseTerms, type TermsPart } from './terms-part.js';

export interface CompiledMatcherOptions extends Scoring, SearchOptions {
  /**
   * Bytes of dictionary, and as many of postings, that are kept for later queries, as written. Decoded, a dictionary
   * takes about three times as much, postings a tenth more. Default 32 MiB, `Infinity` to keep all.
   */
  readonly maxKeptBytes?: number;
}

export interface CompiledMatcher extends Matcher {
  readonly documentCount: number;
  readonly termCount: number;
  /** Reads and checks every part, for a server that holds them all: later queries wait for nothing. */
  loadAll(options?: SearchOptions): Promise<void>;
}

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

/** @returns numbers of the parts that can hold terms that start with `beginning` */
const partsWith = (dictionary: readonly DictionaryEntry[], beginning: string): readonly number[] => {
  let from = 0;
  let to = dictionary.length;
  while (to - from > 1) {
    const middle = (from + to) >>> 1;
    if ((dictionary[middle]?.separator ?? '') <= beginning) from = middle;
    else to = middle;
  }
  while (dictionary[to]?.separator.startsWith(beginning)) to += 1;
  return Array.from({ length: to - from }, (_, at) => from + at);
};

/** The first of these parts and those with the `maxPrefixScan` terms after it: enough wherever in it the prefix begins. */
const withinScan = (dictionary: readonly DictionaryEntry[], parts: readonly number[]): readonly number[] => {
  const second = dictionary[parts[1] ?? -1]?.from ?? 0;
  return parts.filter((number, at) => at < 2 || (dictionary[number]?.from ?? 0) < second + maxPrefixScan);
};

/** What reads postings; their memory is that of all documents, so every query uses the same. */
interface Readers {
  readonly scorer: Scorer;
  readonly passages: PassageReader;
}

class PartsMatcher implements CompiledMatcher {
  readonly #root: Root;
  readonly #scoring: Scoring;
  readonly #lengths: PartStore<Root['lengths'], DocumentLengths>;
  readonly #dictionary: PartStore<DictionaryEntry, TermsPart>;
  readonly #postings: PartStore<TermRange, PostingsPart>;
  readonly #located = new WeakMap<
    Matches,
    (ordinals: readonly number[]) => readonly (readonly PassageTerms[])[]
  >();
  #readers: Readers | undefined;

  constructor(
    root: Root,
    source: PartSource,
    { maxKeptBytes = 2 ** 25, ...scoring }: CompiledMatcherOptions,
  ) {
    this.#root = root;
    this.#scoring = scoring;
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
  }

  get documentCount(): number {
    return this.#root.documentCount;
  }

  get termCount(): number {
    return this.#root.termCount;
  }

  async match({ words }: AnalyzedQuery, { signal, within }: MatchOptions = {}): Promise<Matches> {
    const [readers, expansions, allowed] = await Promise.all([
      this.#openReaders(signal),
      Promise.all(words.map((word) => this.#expand(word, signal))),
      within,
    ]);
    const { postings } = this.#root;
    const numbers = [...new Set(expansions.flat().map(({ index }) => rangeOf(postings, index)))];
    const parts = await this.#postings.getAll(numbers, signal);
    const partOf = new Map(numbers.map((number, at) => [number, parts[at]]));
    // From here on nothing waits, so that concurrent queries can share the readers' memory.
    try {
      return this.#score(
        readers,
        words,
        expansions,
        (index) => partOf.get(rangeOf(postings, index)),
        allowed,
      );
    } catch (error) {
      readers.scorer.clear();
      throw error;
    }
  }

  async loadAll({ signal }: SearchOptions = {}): Promise<void> {
    await Promise.all([
      this.#openReaders(signal),
      this.#dictionary.getAll([...this.#root.dictionary.keys()], signal),
      this.#postings.getAll([...this.#root.postings.keys()], signal),
    ]);
  }

  async #openReaders(signal: AbortSignal | undefined): Promise<Readers> {
    if (this.#readers !== undefined) return this.#readers;
    const [lengths] = await this.#lengths.getAll([0], signal);
    if (lengths === undefined) throw new RangeError('A compiled index has one part of lengths.');
    this.#readers ??= {
      scorer: new Scorer(this.#root, lengths.fields, this.#scoring),
      passages: new PassageReader(lengths.passages, this.#root.fields),
    };
    return this.#readers;
  }

  /** As `expandWord` of `analysis/expansion.ts`, and in its order: the scores of a word are added up in it. */
  async #expand(
    { term, prefix, maxEdits }: QueryWord,
    signal: AbortSignal | undefined,
  ): Promise<readonly Expansion[]> {
    const { dictionary } = this.#root;
    if (dictionary.length === 0 || term === '') return [];
    const begun = prefix
      ? withinScan(dictionary, partsWith(dictionary, term))
      : partsWith(dictionary, term).slice(0, 1);
    const misspelt = maxEdits > 0 ? partsWith(dictionary, term.charAt(0)) : [];
    const [begunParts, misspeltParts] = await Promise.all([
      this.#dictionary.getAll(begun, signal),
      this.#dictionary.getAll(misspelt, signal),
    ]);
    const exact = findExact(begunParts, term);
    const longer = prefix ? findPrefixed(begunParts, term) : [];
    const isBegun = new Set(longer.map(({ index }) => index));
    const others = maxEdits > 0 ? findMisspelt(misspeltParts, term, maxEdits) : [];
    return [
      ...(exact === undefined ? [] : [exact]),
      ...longer.toReversed(),
      ...others.filter(({ index }) => !isBegun.has(index)),
    ];
  }

  #score(
    { scorer, passages }: Readers,
    words: readonly QueryWord[],
    expansions: readonly (readonly Expansion[])[],
    partOf: (index: number) => PostingsPart | undefined,
    within: OrdinalSet | undefined,
  ): Matches {
    const found = new Map<string, FoundTerm>();
    for (const [at, { term }] of words.entries()) {
      if (term === '') continue;
      for (const { index, term: name, weight } of expansions[at] ?? []) {
        const part = partOf(index);
        if (part !== undefined) found.set(name, { index, part, frequency: scorer.add(part, index, weight) });
      }
      scorer.endWord(term);
    }
    const terms = collectMatchedTerms(
      expansions,
      this.#root.documentCount,
      ({ term }) => found.get(term)?.frequency ?? 0,
    );
    const matches = { ...scorer.take('or', within), terms };
    this.#located.set(matches, (ordinals) =>
      collectPassages(passages, this.#root.documentCount, found, terms, ordinals),
    );
    return matches;
  }

  async locate(matches: Matches, ordinals: readonly number[]): Promise<readonly (readonly PassageTerms[])[]> {
    return this.#located.get(matches)?.(ordinals) ?? ordinals.map(() => []);
  }
}

/**
 * Reads the root and gives what answers from it.
 * @throws LookbackError `index-corrupt`, `index-format`, what the source throws, or the signal's reason
 */
export const openCompiledMatcher = async (
  source: PartSource,
  options: CompiledMatcherOptions = {},
): Promise<CompiledMatcher> => {
  const signal = options.signal ?? new AbortController().signal;
  signal.throwIfAborted();
  return new PartsMatcher(parseRoot(await source(rootName, { signal })), source, options);
};
