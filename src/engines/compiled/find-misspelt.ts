/**
 * Terms that a word may be a misspelling of, on the front-coded dictionary.
 * @module
 */
import { type Expansion, editWeight, maxEditTerms } from '../../analysis/expansion.js';
import { type TermsPart, textOf } from './terms-part.js';

/**
 * The matrix of optimal string alignment distances between the beginnings of a term and those of the word, of which
 * only cells within `max` of the diagonal can matter: cell `s` of row `i` is for the first `i` units of the term and
 * the first `i - max + s` of the word. Terms that begin alike share rows.
 */
class DistanceBand {
  readonly #word: Uint16Array;
  readonly #max: number;
  readonly #width: number;
  readonly #rows: Uint8Array;
  /** Units of the term whose rows these are. */
  readonly path: Uint16Array;

  constructor(word: string, max: number) {
    this.#word = new Uint16Array(word.length).map((_, at) => word.charCodeAt(at));
    this.#max = max;
    this.#width = 2 * max + 1;
    const longest = word.length + max;
    this.#rows = new Uint8Array((longest + 1) * this.#width).fill(max + 1);
    for (let at = 0; at <= max; at += 1) this.#rows[max + at] = at;
    this.path = new Uint16Array(longest);
  }

  /**
   * Fills the row of the first `length` units, the last of which is `unit`; those of fewer are filled already.
   * @returns false if no term that begins so is within reach
   */
  fill(length: number, unit: number): boolean {
    const word = this.#word;
    const rows = this.#rows;
    const width = this.#width;
    const path = this.path;
    const tooFar = this.#max + 1;
    const row = length * width;
    const unitBefore = length > 1 ? path[length - 2] : -1;
    path[length - 1] = unit;
    let smallest = tooFar;
    let left = tooFar;
    for (let cell = 0, at = length - this.#max; cell < width; cell += 1, at += 1) {
      let edits = tooFar;
      if (at === 0) {
        edits = Math.min(length, tooFar);
      } else if (at > 0 && at <= word.length) {
        const wordUnit = word[at - 1];
        edits = (rows[row - width + cell] ?? tooFar) + (wordUnit === unit ? 0 : 1);
        if (left < edits) edits = left + 1;
        const above = cell + 1 < width ? (rows[row - width + cell + 1] ?? tooFar) : tooFar;
        if (above < edits) edits = above + 1;
        if (wordUnit === unitBefore && at > 1 && word[at - 2] === unit) {
          edits = Math.min(edits, (rows[row - 2 * width + cell] ?? tooFar) + 1);
        }
        if (edits > tooFar) edits = tooFar;
      }
      rows[row + cell] = edits;
      left = edits;
      if (edits < smallest) smallest = edits;
    }
    // A swap reaches back two rows, but from a row that is near enough for it, this one would be within reach as well.
    return smallest <= this.#max;
  }

  /** @returns the distance of the term of `length` units whose rows were filled; any number above `max` if greater */
  distance(length: number): number {
    const cell = this.#word.length - length + this.#max;
    if (cell < 0 || cell >= this.#width) return this.#max + 1;
    return this.#rows[length * this.#width + cell] ?? this.#max + 1;
  }
}

/** Walks the terms in order. Once a beginning is out of reach, the terms that share it are passed over one look each. */
const walkMisspelt = (parts: readonly TermsPart[], word: string, max: number): Expansion[] => {
  const found: Expansion[] = [];
  const band = new DistanceBand(word, max);
  const first = word.charCodeAt(0);
  const longest = word.length + max;
  for (const { from, count, shared, starts, units } of parts) {
    let reach = Infinity;
    for (let index = 0; index < count; index += 1) {
      let length = shared[index] ?? 0;
      if (length >= reach) continue;
      reach = Infinity;
      const end = starts[index + 1] ?? 0;
      let at = starts[index] ?? 0;
      if (length === 0 && units[at] !== first) {
        if ((units[at] ?? 0) > first) return found;
        reach = 1;
        continue;
      }
      for (; at < end; at += 1) {
        length += 1;
        if (length > longest || !band.fill(length, units[at] ?? 0)) {
          reach = length;
          break;
        }
      }
      if (reach < Infinity) continue;
      const edits = band.distance(length);
      if (edits === 0 || edits > max) continue;
      const term = textOf(band.path, length);
      found.push({
        index: from + index,
        term,
        kind: 'misspelling',
        edits,
        weight: editWeight(length, edits),
      });
    }
  }
  return found;
};

/**
 * The rule of `analysis/expansion.ts`: of the terms with the word's first unit within `max` edits, those of the fewest.
 * @param parts consecutive, those that can hold terms with that first unit
 * @returns in order
 */
export const findMisspelt = (
  parts: readonly TermsPart[],
  word: string,
  max: number,
): readonly Expansion[] => {
  const found = walkMisspelt(parts, word, max);
  const fewest = found.reduce((least, { edits }) => Math.min(least, edits), Infinity);
  return found.filter(({ edits }) => edits === fewest).slice(0, maxEditTerms);
};
