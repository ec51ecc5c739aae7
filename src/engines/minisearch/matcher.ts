/**
 * Finds and scores with MiniSearch.
 * @module
 */
import { createAnalyzer } from '../../analysis/analyzer.js';
import { expandWord } from '../../analysis/expansion.js';
import { createTermDictionary } from '../../analysis/term-dictionary.js';
import { collectMatchedTerms } from '../../results/matched-terms.js';
import type { Matcher } from '../../results/shard.js';
import { ExpandingIndex } from './expanding-index.js';
import { createMiniSearchOptions } from './index-options.js';
import { parseSerializedIndex } from './serialized-index.js';

/**
 * @param json what `buildShardIndex` made
 * @throws LookbackError `index-corrupt`
 */
export const openMiniSearchMatcher = (json: string, language: string): Matcher => {
  const serialized = parseSerializedIndex(json);
  const dictionary = createTermDictionary(serialized.index.map(([term]) => term));
  const index = new ExpandingIndex(serialized, createMiniSearchOptions(createAnalyzer(language)));

  return {
    async match(words, options = {}) {
      options.signal?.throwIfAborted();
      const expanded = words.map((word) => ({ word, expansions: expandWord(dictionary, word) }));
      const found = index.score(expanded).sort((a, b) => a.ordinal - b.ordinal);
      return {
        ordinals: Uint32Array.from(found, ({ ordinal }) => ordinal),
        scores: Float64Array.from(found, ({ score }) => score),
        terms: collectMatchedTerms(
          expanded.map(({ expansions }) => expansions),
          serialized.documentCount,
          (expansion) =>
            Math.max(...Array.from(index.postingsAt(expansion.index).values(), ({ size }) => size)),
        ),
      };
    },
  };
};
