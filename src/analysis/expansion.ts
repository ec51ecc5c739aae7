/**
 * Which terms of an index a word of a question stands for: itself, longer words that it begins, and words that it may
 * be a misspelling of. Every engine expands by this module, so every engine answers alike.
 * @module
 */
import { DistanceWalk } from './edit-distance.js';
import type { QueryWord } from './query-words.js';
import { endOfPrefix, lowerBound, type TermDictionary } from './term-dictionary.js';

export interface Expansion {
  /** In the dictionary. */
  readonly index: number;
  readonly term: string;
  /** What the word is to the term. */
  readonly kind: 'exact' | 'prefix' | 'edit';
  /** Edits between the word and the term; 0 for the word itself and for what it begins. */
  readonly edits: number;
  /** How much the term counts compared to the word itself, in (0, 1]. */
  readonly weight: number;
}

/** Terms that a prefix stands for: the shortest, then the first in order, of those looked at. */
export const maxPrefixTerms = 256;
/** Terms with a prefix that are looked at, the first in order. */
export const maxPrefixScan = 4_096;
/** Terms that a misspelling stands for: fewest edits first, then in order. */
export const maxEditTerms = 64;

/** MiniSearch's weights, for `length` of the term found and what it has more than the prefix. */
export const prefixWeight = (length: number, more: number): number =>
  (0.375 * length) / (length + 0.3 * more);
/** MiniSearch's weights, for `length` of the term found. */
export const editWeight = (length: number, edits: number): number => (0.45 * length) / (length + edits);

const byIndex = (a: Expansion, b: Expansion): number => a.index - b.index;

const expandPrefix = (dictionary: TermDictionary, word: string): Expansion[] => {
  const found: Expansion[] = [];
  const from = lowerBound(dictionary, word);
  const to = Math.min(dictionary.size, from + maxPrefixScan);
  for (let index = from; index < to; index += 1) {
    const term = dictionary.termAt(index);
    if (!term.startsWith(word)) break;
    if (term === word) continue;
    found.push({
      index,
      term,
      kind: 'prefix',
      edits: 0,
      weight: prefixWeight(term.length, term.length - word.length),
    });
  }
  if (found.length <= maxPrefixTerms) return found;
  return found
    .sort((a, b) => a.term.length - b.term.length || byIndex(a, b))
    .slice(0, maxPrefixTerms)
    .sort(byIndex);
};

/** Walks the terms with the word's first unit in order; once a beginning is too far, passes over all that share it. */
const expandEdits = (dictionary: TermDictionary, word: string, max: number): Expansion[] => {
  const found: Expansion[] = [];
  const first = word.charAt(0);
  const walk = new DistanceWalk(word, max);
  for (let index = lowerBound(dictionary, first); index < dictionary.size; ) {
    const term = dictionary.termAt(index);
    if (!term.startsWith(first)) break;
    const edits = walk.measure(term);
    if (edits > 0 && edits <= max) {
      found.push({ index, term, kind: 'edit', edits, weight: editWeight(term.length, edits) });
    }
    const isDeadEnd = edits > max && walk.depth < term.length;
    index = isDeadEnd ? endOfPrefix(dictionary, term.slice(0, walk.depth), index) : index + 1;
  }
  if (found.length <= maxEditTerms) return found;
  return found
    .sort((a, b) => a.edits - b.edits || byIndex(a, b))
    .slice(0, maxEditTerms)
    .sort(byIndex);
};

/**
 * @returns the word itself if it is a term; then those that it begins, from the last to the first; then those that it
 *   may be a misspelling of, from the first to the last. A term that is both begun and misspelt counts as begun. Scores
 *   are added up in this order, which is MiniSearch's, so that they are equal to the last bit.
 */
export const expandWord = (
  dictionary: TermDictionary,
  { term, prefix, maxEdits }: QueryWord,
): readonly Expansion[] => {
  const at = lowerBound(dictionary, term);
  const exact =
    dictionary.termAt(at) === term && at < dictionary.size
      ? [{ index: at, term, kind: 'exact' as const, edits: 0, weight: 1 }]
      : [];
  const begun = prefix ? expandPrefix(dictionary, term) : [];
  const misspelt = maxEdits > 0 ? expandEdits(dictionary, term, maxEdits) : [];
  const isBegun = new Set(begun.map(({ index }) => index));
  return [...exact, ...begun.reverse(), ...misspelt.filter(({ index }) => !isBegun.has(index))];
};
