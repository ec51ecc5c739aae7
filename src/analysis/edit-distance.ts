/**
 * Optimal string alignment distance: inserting, deleting or substituting a UTF-16 unit, or swapping two neighbours, is
 * one edit; no place is edited twice. Computed a row of the matrix at a time, so that words with the same beginning can
 * share rows.
 *
 * L. Boytsov, "Indexing methods for approximate dictionary searching", ACM JEA 16 (2011), section 2.
 * @module
 */

/** One row of the matrix: `row[j]` is the distance between the term so far and the first `j` units of the word. */
type DistanceRow = Uint8Array;

/** The row of the empty term. */
const createFirstRow = (word: string): DistanceRow =>
  Uint8Array.from({ length: word.length + 1 }, (_, at) => at);

/**
 * Fills the row after `previous` for `term[depth - 1]`. Cells that are certain to exceed `max` hold `max + 1`.
 * @param before the row before `previous`; any row when `depth` is 1
 * @returns the smallest cell
 */
const fillRow = (
  row: DistanceRow,
  previous: DistanceRow,
  before: DistanceRow,
  word: string,
  term: string,
  depth: number,
  max: number,
): number => {
  const from = Math.max(1, depth - max);
  const to = Math.min(word.length, depth + max);
  const tooFar = max + 1;
  const unit = term.charCodeAt(depth - 1);
  const unitBefore = term.charCodeAt(depth - 2);
  row[from - 1] = from === 1 ? Math.min(depth, tooFar) : tooFar;
  let smallest = row[from - 1] ?? tooFar;
  for (let at = from; at <= to; at += 1) {
    const wordUnit = word.charCodeAt(at - 1);
    let distance = Math.min(
      (previous[at] ?? tooFar) + 1,
      (row[at - 1] ?? tooFar) + 1,
      (previous[at - 1] ?? tooFar) + (unit === wordUnit ? 0 : 1),
    );
    if (depth > 1 && at > 1 && unit === word.charCodeAt(at - 2) && unitBefore === wordUnit) {
      distance = Math.min(distance, (before[at - 2] ?? tooFar) + 1);
    }
    distance = Math.min(distance, tooFar);
    row[at] = distance;
    if (distance < smallest) smallest = distance;
  }
  // The next row looks one cell further.
  if (to < word.length) row[to + 1] = tooFar;
  return smallest;
};

/**
 * Distances of one word to many terms. A term shares the rows of what it has in common with the term before it, so terms
 * in order cost little more than their endings.
 */
export class DistanceWalk {
  readonly #word: string;
  readonly #max: number;
  readonly #rows: readonly DistanceRow[];
  /** The smallest cell of each row. */
  readonly #smallest: Uint8Array;
  #before = '';
  #filled = 0;

  /** @param word of at most 250 units */
  constructor(word: string, max: number) {
    this.#word = word;
    this.#max = max;
    const depths = word.length + max + 1;
    this.#rows = Array.from({ length: depths }, () => createFirstRow(word));
    this.#smallest = new Uint8Array(depths);
  }

  /** @returns the distance; `max + 1` if it is greater than `max` */
  measure(term: string): number {
    let depth = 0;
    while (depth < this.#filled && term.charCodeAt(depth) === this.#before.charCodeAt(depth)) depth += 1;
    while (depth < term.length && !this.#isTooFar(depth) && this.#fill(term, depth + 1)) depth += 1;
    this.#before = term;
    this.#filled = depth;
    const tooFar = this.#max + 1;
    if (depth < term.length || this.#isTooFar(depth)) return tooFar;
    return Math.min(this.#rows[depth]?.[this.#word.length] ?? tooFar, tooFar);
  }

  /** After {@link measure}: how long a beginning of the term was looked at. If it was too far, so is all that begins so. */
  get depth(): number {
    return this.#filled;
  }

  /** A swap reaches back two rows, so both have to be out of reach. */
  #isTooFar(depth: number): boolean {
    return (
      depth > 0 && (this.#smallest[depth] ?? 0) > this.#max && (this.#smallest[depth - 1] ?? 0) >= this.#max
    );
  }

  /** @returns false if the term is longer than any in reach */
  #fill(term: string, depth: number): boolean {
    const row = this.#rows[depth];
    const previous = this.#rows[depth - 1];
    const before = this.#rows[Math.max(0, depth - 2)];
    if (row === undefined || previous === undefined || before === undefined) return false;
    this.#smallest[depth] = fillRow(row, previous, before, this.#word, term, depth, this.#max);
    return true;
  }
}

/** @returns the distance; `max + 1` if it is greater than `max` */
export const editDistance = (word: string, term: string, max: number): number =>
  new DistanceWalk(word, max).measure(term);
