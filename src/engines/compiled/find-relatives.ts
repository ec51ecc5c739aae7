/**
 * Terms with the stem of a word, on the front-coded dictionary. The index has no stems: those of a part are made when it is first
 * asked, and remembered as a number each.
 * @module
 */
import {
  type Expansion,
  maxRelativeScan,
  maxRelatives,
  minRelativeLength,
  relativeWeight,
} from '../../analysis/expansion.js';
import { findRange } from './find-prefixed.js';
import { sharedLength, type TermsPart, termAt, termsOf } from './terms-part.js';

export type Stem = (term: string) => string;

/** What the relatives of a word have in common. */
export interface Family {
  readonly stem: Stem;
  /** The stem of the word. */
  readonly own: string;
  /** How terms have to begin to be looked at; nothing where there are no relatives. */
  readonly beginning: string;
}

export const familyOf = (word: string, stem: Stem): Family => {
  const own = stem(word);
  const beginning = word.length < minRelativeLength ? '' : word.slice(0, sharedLength(word, own));
  return { stem, own, beginning };
};

/** FNV-1a, over UTF-16 units: G. Fowler, L. C. Noll, K.-P. Vo (draft-eastlake-fnv). Equal stems have equal numbers. */
const numberOf = (text: string): number => {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash | 0;
};

interface StemmedTerm {
  readonly term: string;
  readonly own: string;
}

/** What is remembered of a part: four bytes a term, and those terms that were likely relatives of a word. For as long as the part is kept. */
class PartStems {
  readonly stem: Stem;
  readonly numbers: Int32Array;
  readonly #part: TermsPart;
  readonly #likely = new Map<number, StemmedTerm>();

  constructor(part: TermsPart, stem: Stem) {
    this.stem = stem;
    this.numbers = Int32Array.from(termsOf(part), (term) => numberOf(stem(term)));
    this.#part = part;
  }

  /** @param place of a term in the part */
  at(place: number): StemmedTerm {
    const known = this.#likely.get(place);
    if (known !== undefined) return known;
    const term = termAt(this.#part, place);
    const likely = { term, own: this.stem(term) };
    this.#likely.set(place, likely);
    return likely;
  }
}

const stemsOfParts = new WeakMap<TermsPart, PartStems>();

const stemsOf = (part: TermsPart, stem: Stem): PartStems => {
  const known = stemsOfParts.get(part);
  if (known?.stem === stem) return known;
  const stems = new PartStems(part, stem);
  stemsOfParts.set(part, stems);
  return stems;
};

/**
 * The rule of `analysis/expansion.ts`: of the first terms that begin as both the word and its stem do, those with the stem that are
 * not the word.
 * @param parts those that can hold the first {@link maxRelativeScan} of them
 * @returns in order
 */
export const findRelatives = (
  parts: readonly TermsPart[],
  word: string,
  { stem, own, beginning }: Family,
): readonly Expansion[] => {
  const range = beginning === '' ? undefined : findRange(parts, beginning, maxRelativeScan);
  if (range === undefined) return [];
  const number = numberOf(own);
  const found: Expansion[] = [];
  for (const part of parts) {
    const from = Math.max(0, range.from - part.from);
    const to = Math.min(range.to - part.from, part.count);
    if (from >= to) continue;
    const stems = stemsOf(part, stem);
    for (let at = from; at < to; at += 1) {
      if (stems.numbers[at] !== number) continue;
      const likely = stems.at(at);
      const { term } = likely;
      if (term === word || likely.own !== own) continue;
      found.push({ index: part.from + at, term, kind: 'relative', edits: 0, weight: relativeWeight });
      if (found.length === maxRelatives) return found;
    }
  }
  return found;
};
