/**
 * Terms that start with a word, on the front-coded dictionary.
 * @module
 */
import { type Expansion, maxPrefixScan, maxPrefixTerms, prefixWeight } from '../../analysis/expansion.js';
import { landmarkEvery, sharedLength, type TermsPart, textOf } from './terms-part.js';

/** Told a term that starts with the word; returns false to stop. */
type Visit = (ordinal: number, length: number) => boolean;

/** @returns the place in a part of the last landmark that does not come after the word; below 0 if all do */
const landmarkBefore = ({ landmarks }: TermsPart, word: string): number => {
  let from = -1;
  let to = landmarks.length;
  while (to - from > 1) {
    const middle = (from + to) >>> 1;
    if ((landmarks[middle] ?? '') <= word) from = middle;
    else to = middle;
  }
  return from;
};

/**
 * Walks the terms until they come after the word. A term that shares more with the term before it than that one shares
 * with the word compares as it did, so most terms cost one look at a number.
 * @param parts consecutive; the first that can hold the word and as many as needed
 * @param path is given the units of each term that is told, valid during the call only; as long as any term of the parts
 */
const walkPrefixed = (
  parts: readonly TermsPart[],
  word: string,
  visit: Visit,
  path: Uint16Array | undefined = undefined,
): void => {
  for (let at = 0; path && at < word.length; at += 1) path[at] = word.charCodeAt(at);
  for (const part of parts) {
    const { from, count, shared, starts, units, landmarks } = part;
    const landmark = landmarkBefore(part, word);
    let matched = landmark < 0 ? 0 : sharedLength(landmarks[landmark] ?? '', word);
    let index = Math.max(0, landmark * landmarkEvery);
    if (landmark >= 0) {
      // Not after the word, it starts with it only if it is the word.
      if (matched === word.length && !visit(from + index, matched)) return;
      index += 1;
    }
    for (; index < count; index += 1) {
      let length = shared[index] ?? 0;
      if (length < matched) return;
      if (length > matched && matched < word.length) continue;
      const end = starts[index + 1] ?? 0;
      let at = starts[index] ?? 0;
      while (at < end && matched < word.length && units[at] === word.charCodeAt(matched)) {
        at += 1;
        matched += 1;
      }
      if (matched < word.length) {
        if (at < end && (units[at] ?? 0) > word.charCodeAt(matched)) return;
        continue;
      }
      length = Math.max(length, word.length) + end - at;
      if (path) for (let to = length - end + at; at < end; at += 1, to += 1) path[to] = units[at] ?? 0;
      if (!visit(from + index, length)) return;
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
  walkPrefixed(parts, word, (ordinal, length) => {
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
  walkPrefixed(parts, word, (_, length) => {
    seen += 1;
    if (length > word.length) lengths.push(length);
    return seen < maxPrefixScan;
  });
  const { below, ofBelow } = shortestOf(lengths);
  const found: Expansion[] = [];
  let left = seen;
  let leftOfBelow = ofBelow;
  // Walked again rather than remembered: only terms that are taken become strings.
  const path = new Uint16Array(Math.max(word.length, ...parts.map(({ longest }) => longest)));
  const take: Visit = (ordinal, length) => {
    left -= 1;
    if (length === below) leftOfBelow -= 1;
    if (length > word.length && (length < below || (length === below && leftOfBelow >= 0))) {
      const weight = prefixWeight(length, length - word.length);
      found.push({ index: ordinal, term: textOf(path, length), kind: 'completion', edits: 0, weight });
    }
    return left > 0;
  };
  walkPrefixed(parts, word, take, path);
  return found;
};
