/**
 * Finds and scores with MiniSearch.
 * @module
 */
import { createAnalyzer } from '../../analysis/analyzer.js';
import { expandWord } from '../../analysis/expansion.js';
import { createTermDictionary } from '../../analysis/term-dictionary.js';
import type { DocumentStore } from '../../documents/document-store.js';
import { createBm25 } from '../../ranking/bm25.js';
import { addMatchedTerm, type FoundTerm } from '../matched-terms.js';
import type { MatchedTerm, Matcher } from '../matcher.js';
import { ExpandingIndex } from './expanding-index.js';
import { createMiniSearchOptions } from './index-options.js';
import { parseSerializedIndex } from './serialized-index.js';

/**
 * @param json what `buildShardIndex` made
 * @throws LookbackError `index-corrupt`
 */
export const openMiniSearchMatcher = (json: string, language: string, store: DocumentStore): Matcher => {
  const analyzer = createAnalyzer(language);
  const serialized = parseSerializedIndex(json);
  const dictionary = createTermDictionary(serialized.index.map(([term]) => term));
  const ranking = createBm25()({ documentCount: serialized.documentCount, fields: [] });
  const index = new ExpandingIndex(serialized, createMiniSearchOptions(analyzer));

  return {
    async match({ words }, { signal, within } = {}) {
      signal?.throwIfAborted();
      const allowed = await within;
      const expanded = words.map((word) => ({ word, expansions: expandWord(dictionary, word) }));
      const found = index
        .score(expanded)
        .filter(({ ordinal }) => allowed?.has(ordinal) ?? true)
        .sort((a, b) => a.ordinal - b.ordinal);
      const terms = new Map<string, FoundTerm>();
      expanded.forEach(({ expansions }, word) => {
        for (const { index: at, term, weight } of expansions) {
          const frequency = Math.max(...Array.from(index.postingsAt(at).values(), ({ size }) => size));
          addMatchedTerm(terms, term, { words: [word], weight: weight * ranking.idf(frequency) });
        }
      });
      return {
        ordinals: Uint32Array.from(found, ({ ordinal }) => ordinal),
        scores: Float64Array.from(found, ({ score }) => score),
        terms,
      };
    },
    async locate({ terms }, ordinals, options = {}) {
      const counts = await store.passageCounts(ordinals, options);
      return Promise.all(
        ordinals.map(async (ordinal, at) => {
          const places = Array.from({ length: counts[at] ?? 1 }, (_, passage) => ({ ordinal, passage }));
          const passages = await store.passages(places, options);
          return passages.map(({ text }, passage) => {
            const held = new Set<MatchedTerm>();
            analyzer.scan(text, (name) => {
              const term = terms.get(name);
              if (term) held.add(term);
            });
            return { passage, terms: [...held] };
          });
        }),
      );
    },
  };
};
