/**
 * Which terms of the index stand for one that is asked for, by the rules of `analysis/expansion.ts`. Reads the parts of the dictionary
 * that can hold them: those for all that is asked at once, so that nothing waits between one look and the next.
 * @module
 */
import {
  type Expansion,
  maxCuts,
  maxPrefixScan,
  maxRelativeScan,
  minHalf,
} from '../../analysis/expansion.js';
import type { Form } from '../../analysis/query-words.js';
import type { SearchOptions } from '../../domain/search.js';
import { loadScript } from '../../sharing/load-script.js';
import { findExact, findPrefixed } from './find-prefixed.js';
import { familyOf, findRelatives, type Stem } from './find-relatives.js';
import type { IndexParts, PartRange } from './index-parts.js';
import type { TermsPart } from './terms-part.js';

/** Some terms that are looked for. */
interface Lookup {
  /** What can hold them. */
  readonly range: PartRange;
  /** @param parts of the dictionary, those of the range at least */
  find(parts: readonly TermsPart[]): readonly Expansion[];
}

const nothing: Lookup = { range: { from: 0, to: 0 }, find: () => [] };

export class WordExpander {
  readonly #parts: IndexParts;
  readonly #stem: Stem;
  readonly #options: SearchOptions;

  /** @param stem of the language of the question */
  constructor(parts: IndexParts, stem: Stem, options: SearchOptions) {
    this.#parts = parts;
    this.#stem = stem;
    this.#options = options;
  }

  /**
   * What the forms themselves are: of a sequence its terms, each just as it is; of a term itself, its relatives and, if it always
   * stands for them, what it begins.
   * @returns by form, and for one that is a sequence by term
   */
  async own(forms: readonly Form[]): Promise<readonly (readonly (readonly Expansion[])[])[]> {
    const lookups = forms.map((form) => this.#ownOf(form));
    const found = (await this.#look(lookups.flat())).values();
    return lookups.map((ofForm) => ofForm.map(() => found.next().value ?? []));
  }

  /** Terms of the same stem, in order. */
  relatives(term: string): Promise<readonly Expansion[]> {
    return this.#lookFor(this.#relativesOf(term));
  }

  /** Longer terms that it begins, in order. */
  completions(term: string): Promise<readonly Expansion[]> {
    return this.#lookFor(this.#completionsOf(term));
  }

  /** Terms that it may be a misspelling of: those of the fewest edits, in order. */
  async misspellings(term: string, maxEdits: number): Promise<readonly Expansion[]> {
    if (maxEdits === 0 || term === '') return [];
    const [parts, { findMisspelt }] = await Promise.all([
      this.#parts.terms(this.#parts.rangeWith(term.charAt(0)), this.#options),
      loadScript('misspellings', () => import('./find-misspelt.js')),
    ]);
    return findMisspelt(parts, term, maxEdits);
  }

  /** Pairs of terms that give the term when they are run together. */
  async cuts(term: string): Promise<readonly (readonly [Expansion, Expansion])[]> {
    if (term.length < 2 * minHalf) return [];
    const ends = Array.from({ length: term.length - 2 * minHalf + 1 }, (_, at) => minHalf + at);
    // Beginnings of one word are not far from one another.
    const range = {
      from: this.#parts.rangeOf(term.slice(0, minHalf)).from,
      to: this.#parts.rangeOf(term.slice(0, -minHalf)).to,
    };
    const parts = await this.#parts.terms(range, this.#options);
    const halves = ends.flatMap((end) => findExact(parts, term.slice(0, end)) ?? []);
    const seconds = await this.#look(halves.map((first) => this.#exactOf(term.slice(first.term.length))));
    const shorter = ([a, b]: readonly [Expansion, Expansion]): number =>
      Math.min(a.term.length, b.term.length);
    return halves
      .flatMap((first, at) => (seconds[at] ?? []).map((second) => [first, second] as const))
      .sort((a, b) => shorter(b) - shorter(a))
      .slice(0, maxCuts);
  }

  #ownOf(form: Form): readonly Lookup[] {
    if (form.kind === 'sequence') return form.terms.map((term) => this.#exactOf(term));
    const { term, relatives, prefix } = form;
    return [
      this.#exactOf(term),
      ...(relatives ? [this.#relativesOf(term)] : []),
      ...(prefix === 'always' ? [this.#completionsOf(term)] : []),
    ];
  }

  #exactOf(term: string): Lookup {
    if (term === '') return nothing;
    return {
      range: this.#parts.rangeOf(term),
      find: (parts) => {
        const found = findExact(parts, term);
        return found ? [found] : [];
      },
    };
  }

  #relativesOf(term: string): Lookup {
    const family = familyOf(term, this.#stem);
    if (family.beginning === '') return nothing;
    return {
      range: this.#parts.rangeWith(family.beginning, maxRelativeScan),
      find: (parts) => findRelatives(parts, term, family),
    };
  }

  #completionsOf(term: string): Lookup {
    if (term === '') return nothing;
    return { range: this.#parts.rangeWith(term, maxPrefixScan), find: (parts) => findPrefixed(parts, term) };
  }

  async #lookFor(lookup: Lookup): Promise<readonly Expansion[]> {
    return lookup.find(await this.#parts.terms(lookup.range, this.#options));
  }

  /** @returns by lookup */
  async #look(lookups: readonly Lookup[]): Promise<readonly (readonly Expansion[])[]> {
    const parts = await Promise.all(lookups.map(({ range }) => this.#parts.terms(range, this.#options)));
    return lookups.map((lookup, at) => lookup.find(parts[at] ?? []));
  }
}
