/**
 * Optimal string alignment distance: inserting, deleting or substituting a UTF-16 unit, or swapping two neighbours, is
 * one edit; no place is edited twice. Computed a row of the matrix at a time, so that words with the same beginning can
 * share rows.
 *
 * L. Boytsov, "Indexing methods for approximate dictionary searching", ACM JEA 16 (2011), section 2.
 * @module
 */

/** One row of the matrix: `row[j]` is the distance between the term so far and the first `j` units of the word. */
export type DistanceRow = Uint8Array;

/** The row of the empty term. */
export const createFirstRow = (word: string): DistanceRow => Uint8Array.from({ length: word.length + 1 }, (_, at) => at);

/**
 * Fills the row after `previous` for `term[depth - 1]`. Cells that are certain to exceed `max` hold `max + 1`.
 * @param before the row before `previous`; any row when `depth` is 1
 * @returns the smallest cell
 */
export const fillRow = (
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

/** @returns the distance, or `max + 1` if it is greater than `max`. Strings of at most 254 units. */
export const editDistance = (word: string, term: string, max: number): number => {
  if (Math.abs(word.length - term.length) > max) return max + 1;
  let before = createFirstRow(word);
  let previous = createFirstRow(word);
  let row = createFirstRow(word);
  for (let depth = 1; depth <= term.length; depth += 1) {
    fillRow(row, previous, before, word, term, depth, max);
    [before, previous, row] = [previous, row, before];
  }
  return Math.min(previous[word.length] ?? max + 1, max + 1);
};
