/**
 * Which terms a word stands for, by looking at every one of them: slow and plain, for engines to be compared with.
 * @module
 */
import {
  type Expansion,
  editWeight,
  maxEditTerms,
  maxPrefixScan,
  maxPrefixTerms,
  prefixWeight,
} from '../../src/analysis/expansion.js';
import type { QueryWord } from '../../src/analysis/index.js';

/** Edits from one word to another: insert, delete, substitute, swap neighbours. The textbook recurrence, the whole matrix at once. */
export const editDistance = (a: string, b: string): number => {
  const rows = Array.from({ length: a.length + 1 }, (_, i) =>
    Array.from({ length: b.length + 1 }, (_, j) => (i === 0 ? j : j === 0 ? i : 0)),
  );
  const at = (i: number, j: number): number => rows[i]?.[j] ?? Number.NaN;
  for (let i = 1; i <= a.length; i += 1) {
    for (let j = 1; j <= b.length; j += 1) {
      let best = Math.min(
        at(i - 1, j) + 1,
        at(i, j - 1) + 1,
        at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1),
      );
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        best = Math.min(best, at(i - 2, j - 2) + 1);
      const row = rows[i];
      if (row) row[j] = best;
    }
  }
  return at(a.length, b.length);
};

const byIndex = (a: Expansion, b: Expansion): number => a.index - b.index;

/** @param terms in ascending order, each once */
export const expandWord = (terms: readonly string[], word: QueryWord): readonly Expansion[] => {
  const all = terms.map((term, index) => ({ term, index, edits: 0 }));
  const exact = all
    .filter(({ term }) => term === word.term)
    .map((found): Expansion => ({ ...found, kind: 'exact', weight: 1 }));
  const begun = all
    .filter(({ term }) => word.prefix && term.startsWith(word.term))
    .slice(0, maxPrefixScan)
    .filter(({ term }) => term !== word.term)
    .map((found): Expansion => {
      const { length } = found.term;
      return { ...found, kind: 'prefix', weight: prefixWeight(length, length - word.term.length) };
    })
    .sort((a, b) => a.term.length - b.term.length || byIndex(a, b))
    .slice(0, maxPrefixTerms);
  const isNear = ({ length }: string): boolean => Math.abs(length - word.term.length) <= word.maxEdits;
  const misspelt = all
    .filter(({ term }) => term !== word.term && term.charAt(0) === word.term.charAt(0) && isNear(term))
    .map((found) => ({ ...found, edits: editDistance(word.term, found.term) }))
    .filter(({ edits }) => edits <= word.maxEdits)
    .map((found): Expansion => {
      return { ...found, kind: 'edit', weight: editWeight(found.term.length, found.edits) };
    })
    .sort((a, b) => a.edits - b.edits || byIndex(a, b))
    .slice(0, maxEditTerms)
    .filter(({ index }) => !begun.some((other) => other.index === index));
  return [...exact, ...begun.sort(byIndex), ...misspelt.sort(byIndex)];
};
