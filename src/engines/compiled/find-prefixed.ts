/**
 * Terms that start with a word, on the front-coded dictionary.
 * @module
 */
import { type Expansion, maxPrefixScan, maxPrefixTerms, prefixWeight } from '../../analysis/expansion.js';
import { type TermsPart, textOf } from './terms-part.js';

/** Told a term that starts with the word; returns false to stop. Valid during the call only. */
type Visit = (ordinal: number, units: Uint16Array, length: number) => boolean;

/**
 * Walks the terms until they come after the word. A term that shares more with the term before it than that one shares
 * with the word compares as it did, so most terms cost one look at a number.
 * @param parts consecutive; the first that can hold the word and as many as needed
 */
const walkPrefixed = (parts: readonly TermsPart[], word: string, visit: Visit): void => {
  const path = new Uint16Array(Math.max(word.length, ...parts.map(({ longest }) => longest)));
  for (let at = 0; at < word.length; at += 1) path[at] = word.charCodeAt(at);
  for (const { from, count, shared, starts, units } of parts) {
    let matched = 0;
    for (let index = 0; index < count; index += 1) {
      let length = shared[index] ?? 0;
      if (length < matched) return;
      if (length > matched && matched < word.length) continue;
      const end = starts[index + 1] ?? 0;
      let at = starts[index] ?? 0;
      while (at < end && matched < word.length && units[at] === path[matched]) {
        at += 1;
        matched += 1;
      }
      if (matched < word.length) {
        if (at < end && (units[at] ?? 0) > (path[matched] ?? 0)) return;
        continue;
      }
      for (length = Math.max(length, word.length); at < end; at += 1, length += 1)
        path[length] = units[at] ?? 0;
      if (!visit(from + index, path, length)) return;
    }
  }
};

/**
 * Where the terms that start with a beginning are: the first in order of them.
 * @param parts those that can hold the first `most`
 * @returns ordinals of the first and of that after the last; nothing if there are none
 */
export const findRange = (
  parts: readonly TermsPart[],
  beginning: string,
  most: number,
): { readonly from: number; readonly to: number } | undefined => {
  let from = -1;
  let to = -1;
  walkPrefixed(parts, beginning, (ordinal) => {
    if (from < 0) from = ordinal;
    to = ordinal + 1;
    return to - from < most;
  });
  return from < 0 ? undefined : { from, to };
};

/** @param parts those that can hold the word */
export const findExact = (parts: readonly TermsPart[], word: string): Expansion | undefined => {
  let found: Expansion | undefined;
  walkPrefixed(parts, word, (ordinal, _, length) => {
    if (length === word.length) found = { index: ordinal, term: word, kind: 'exact', edits: 0, weight: 1 };
    return false;
  });
  return found;
};

/** Of which length terms are taken whatever their order, and how many of the length after that. */
const shortestOf = (lengths: readonly number[]): { readonly below: number; readonly ofBelow: number } => {
  if (lengths.length <= maxPrefixTerms) return { below: Infinity, ofBelow: 0 };
  const sorted = Uint16Array.from(lengths).sort();
  const below = sorted[maxPrefixTerms] ?? 0;
  return { below, ofBelow: maxPrefixTerms - sorted.indexOf(below) };
};

/**
 * The rule of `analysis/expansion.ts`: of the first terms that are longer than the word and start with it, the shortest.
 * @param parts those that can hold the first {@link maxPrefixScan} of them
 * @returns in order
 */
export const findPrefixed = (parts: readonly TermsPart[], word: string): readonly Expansion[] => {
  const lengths: number[] = [];
  let seen = 0;
  walkPrefixed(parts, word, (_, __, length) => {
    seen += 1;
    if (length > word.length) lengths.push(length);
    return seen < maxPrefixScan;
  });
  const { below, ofBelow } = shortestOf(lengths);
  const found: Expansion[] = [];
  let left = seen;
  let leftOfBelow = ofBelow;
  // Walked again rather than remembered: only terms that are taken become strings.
  walkPrefixed(parts, word, (ordinal, units, length) => {
    left -= 1;
    if (length === below) leftOfBelow -= 1;
    if (length > word.length && (length < below || (length === below && leftOfBelow >= 0))) {
      const weight = prefixWeight(length, length - word.length);
      found.push({ index: ordinal, term: textOf(units, length), kind: 'completion', edits: 0, weight });
    }
    return left > 0;
  });
  return found;
};
