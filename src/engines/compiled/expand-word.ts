/**
 * Which terms of the index a word of a question stands for: itself, longer words that it begins, and words that it may be a
 * misspelling of.
 * @module
 */
import { type Expansion, maxPrefixScan } from '../../analysis/expansion.js';
import type { TermForm } from '../../analysis/query-words.js';
import type { SearchOptions } from '../../domain/search.js';
import { findMisspelt } from './find-misspelt.js';
import { findExact, findPrefixed } from './find-prefixed.js';
import type { IndexParts } from './index-parts.js';
import type { DictionaryEntry } from './root.js';

/** The first of these parts and those with the `maxPrefixScan` terms after it: enough wherever in it the prefix begins. */
const withinScan = (dictionary: readonly DictionaryEntry[], parts: readonly number[]): readonly number[] => {
  const second = dictionary[parts[1] ?? -1]?.from ?? 0;
  return parts.filter((number, at) => at < 2 || (dictionary[number]?.from ?? 0) < second + maxPrefixScan);
};

/**
 * Reads the parts of the dictionary that can hold them.
 * @returns the word itself, then what it begins, then what it may be a misspelling of and does not begin; each in order
 */
export const expandWord = async (
  parts: IndexParts,
  { term, prefix: reading, maxEdits }: TermForm,
  options: SearchOptions,
): Promise<readonly Expansion[]> => {
  const { dictionary } = parts.root;
  const prefix = reading !== 'never';
  if (dictionary.length === 0 || term === '') return [];
  const begun = parts.termsWith(term);
  const [begunParts, misspeltParts] = await Promise.all([
    parts.terms(prefix ? withinScan(dictionary, begun) : begun.slice(0, 1), options),
    parts.terms(maxEdits > 0 ? parts.termsWith(term.charAt(0)) : [], options),
  ]);
  const exact = findExact(begunParts, term);
  const longer = prefix ? findPrefixed(begunParts, term) : [];
  const isBegun = new Set(longer.map(({ index }) => index));
  const others = maxEdits > 0 ? findMisspelt(misspeltParts, term, maxEdits) : [];
  return [...(exact ? [exact] : []), ...longer, ...others.filter(({ index }) => !isBegun.has(index))];
};
