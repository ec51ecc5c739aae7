/**
 * Terms in order, wherever they are kept.
 * @module
 */

/** Terms in ascending order of UTF-16 units, each once. */
export interface TermDictionary {
  readonly size: number;
  /** @param index from 0 to `size - 1` */
  termAt(index: number): string;
}

/** @param terms sorted, each once */
export const createTermDictionary = (terms: readonly string[]): TermDictionary => ({
  size: terms.length,
  termAt: (index) => terms[index] ?? '',
});

/** @returns the first index in `[from, to)` whose term does not satisfy a condition that holds up to some index and not after; else `to` */
const partitionPoint = (from: number, to: number, holds: (index: number) => boolean): number => {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
};

/** @returns the index of the first term that is not before `text` */
export const lowerBound = (dictionary: TermDictionary, text: string): number =>
  partitionPoint(0, dictionary.size, (index) => dictionary.termAt(index) < text);

/** @returns the index after the last term that starts with `prefix`, looking from `from`, which starts with it, in growing steps */
export const endOfPrefix = (dictionary: TermDictionary, prefix: string, from: number): number => {
  const starts = (index: number): boolean => dictionary.termAt(index).startsWith(prefix);
  let low = from;
  let step = 1;
  while (low + step < dictionary.size && starts(low + step)) {
    low += step;
    step *= 2;
  }
  return partitionPoint(low, Math.min(low + step, dictionary.size), starts);
};
