/**
 * The terms of an index in order, and what they have in common: by the rules of `analysis/expansion.ts`.
 * @module
 */
import { maxCuts, maxRelatives, minHalf, minRelativeLength } from '../../analysis/expansion.js';

type Stem = (term: string) => string;

const sharedLength = (a: string, b: string): number => {
  let length = 0;
  while (length < a.length && a.charCodeAt(length) === b.charCodeAt(length)) length += 1;
  return length;
};

const shorterHalf = ([first, second]: readonly [string, string]): number =>
  Math.min(first.length, second.length);

export class Dictionary {
  readonly #terms: ReadonlySet<string>;
  #stem: Stem | undefined;
  #byStem: ReadonlyMap<string, readonly string[]> = new Map();

  /** @param terms in ascending order of UTF-16 units */
  constructor(terms: readonly string[]) {
    this.#terms = new Set(terms);
  }

  has(term: string): boolean {
    return this.#terms.has(term);
  }

  /**
   * The first question looks at every term; those after it do not, for the posts of a language have one rule of stems.
   * @returns other terms of the same stem, those that begin as both the term and its stem do, in order
   */
  relatives(term: string, stem: Stem): readonly string[] {
    if (term.length < minRelativeLength) return [];
    if (stem !== this.#stem) {
      this.#byStem = this.#group(stem);
      this.#stem = stem;
    }
    const own = stem(term);
    const beginning = term.slice(0, sharedLength(term, own));
    return (this.#byStem.get(own) ?? [])
      .filter((other) => other !== term && beginning !== '' && other.startsWith(beginning))
      .slice(0, maxRelatives);
  }

  #group(stem: Stem): ReadonlyMap<string, readonly string[]> {
    const byStem = new Map<string, string[]>();
    for (const term of this.#terms) {
      const own = stem(term);
      const known = byStem.get(own);
      if (known === undefined) byStem.set(own, [term]);
      else known.push(term);
    }
    return byStem;
  }

  /** @returns pairs of terms that give the term when they are run together */
  cuts(term: string): readonly (readonly [string, string])[] {
    const ends = Array.from({ length: Math.max(0, term.length - 2 * minHalf + 1) }, (_, at) => minHalf + at);
    return ends
      .map((end) => [term.slice(0, end), term.slice(end)] as const)
      .filter((halves) => halves.every((half) => this.#terms.has(half)))
      .sort((a, b) => shorterHalf(b) - shorterHalf(a))
      .slice(0, maxCuts);
  }
}
