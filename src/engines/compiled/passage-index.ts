/**
 * Which passages hold which terms: what a serialized MiniSearch index does not know.
 * @module
 */

/** Passages are numbered from 0 over all documents, those of a document one after the other. */
export interface PassageIndex {
  /** How many passages each document has, at least 1; in order of the documents' short ids. */
  readonly counts: readonly number[];
  /** By term: the passages that hold it, ascending. Those of documents of one passage need not be there. */
  readonly holding: ReadonlyMap<string, readonly number[]>;
}

/** @returns how many of the ascending numbers are below `limit` */
const countBelow = (numbers: readonly number[], limit: number): number => {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((numbers[middle] ?? 0) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
};

/** @returns for a term, what finds the passages of a document that hold it, numbered from 0 in the document */
export const createPassageLookup = ({ counts, holding }: PassageIndex) => {
  const firsts = [0];
  for (const count of counts) firsts.push((firsts.at(-1) ?? 0) + count);
  return (term: string) => {
    const all = holding.get(term) ?? [];
    return (ordinal: number): readonly number[] => {
      const first = firsts[ordinal] ?? 0;
      const from = countBelow(all, first);
      const to = countBelow(all, firsts[ordinal + 1] ?? first);
      return all.slice(from, to).map((passage) => passage - first);
    };
  };
};
