/**
 * Which terms of the index stand for one that is asked for, by the rules of `analysis/expansion.ts`. Reads the parts of the dictionary
 * that can hold them.
 * @module
 */
import {
  type Expansion,
  maxCuts,
  maxPrefixScan,
  maxRelativeScan,
  minHalf,
} from '../../analysis/expansion.js';
import type { TermForm } from '../../analysis/query-words.js';
import type { SearchOptions } from '../../domain/search.js';
import { loadScript } from '../../sharing/load-script.js';
import { findExact, findPrefixed } from './find-prefixed.js';
import { beginningOf, findRelatives, type Stem } from './find-relatives.js';
import type { IndexParts } from './index-parts.js';

export class WordExpander {
  readonly #parts: IndexParts;
  readonly #options: SearchOptions;

  constructor(parts: IndexParts, options: SearchOptions) {
    this.#parts = parts;
    this.#options = options;
  }

  /** The term just as it is. */
  async exact(term: string): Promise<Expansion | undefined> {
    if (term === '') return undefined;
    const parts = await this.#parts.terms(this.#parts.termsWith(term).slice(0, 1), this.#options);
    return findExact(parts, term);
  }

  /** The first of the parts that can hold terms that start so, and those with as many terms as are looked at after it. */
  #within(beginning: string, most: number): readonly number[] {
    const { dictionary } = this.#parts.root;
    const numbers = this.#parts.termsWith(beginning);
    const second = dictionary[numbers[1] ?? -1]?.from ?? 0;
    return numbers.filter((number, at) => at < 2 || (dictionary[number]?.from ?? 0) < second + most);
  }

  /** Terms of the same stem, in order. */
  async relatives(term: string, stem: Stem): Promise<readonly Expansion[]> {
    const beginning = beginningOf(term, stem);
    if (beginning === '') return [];
    const parts = await this.#parts.terms(this.#within(beginning, maxRelativeScan), this.#options);
    return findRelatives(parts, term, stem);
  }

  /** Longer terms that it begins, in order. */
  async completions(term: string): Promise<readonly Expansion[]> {
    if (term === '') return [];
    const parts = await this.#parts.terms(this.#within(term, maxPrefixScan), this.#options);
    return findPrefixed(parts, term);
  }

  /** Terms that it may be a misspelling of: those of the fewest edits, in order. */
  async misspellings({ term, maxEdits }: TermForm): Promise<readonly Expansion[]> {
    if (maxEdits === 0 || term === '') return [];
    const [parts, { findMisspelt }] = await Promise.all([
      this.#parts.terms(this.#parts.termsWith(term.charAt(0)), this.#options),
      loadScript('misspellings', () => import('./find-misspelt.js')),
    ]);
    return findMisspelt(parts, term, maxEdits);
  }

  /** Pairs of terms that give the term when they are run together. */
  async cuts(term: string): Promise<readonly (readonly [Expansion, Expansion])[]> {
    const ends = Array.from({ length: Math.max(0, term.length - 2 * minHalf + 1) }, (_, at) => minHalf + at);
    const firsts = await Promise.all(ends.map((end) => this.exact(term.slice(0, end))));
    const halves = firsts.flatMap((first) => (first ? [first] : []));
    const seconds = await Promise.all(halves.map((first) => this.exact(term.slice(first.term.length))));
    const shorter = ([a, b]: readonly [Expansion, Expansion]): number =>
      Math.min(a.term.length, b.term.length);
    return halves
      .flatMap((first, at) => {
        const second = seconds[at];
        return second ? [[first, second] as const] : [];
      })
      .sort((a, b) => shorter(b) - shorter(a))
      .slice(0, maxCuts);
  }
}
