/**
 * Finds and scores with MiniSearch, through nothing but its public interface.
 * @module
 */
import MiniSearch from 'minisearch';
import { createAnalyzer } from '../../analysis/analyzer.js';
import type { DocumentStore } from '../../documents/document-store.js';
import { LookbackError } from '../../domain/errors.js';
import type { MatchedTerm, Matcher } from '../matcher.js';
import { FoundTerms } from './found-terms.js';
import { createMiniSearchOptions } from './index-options.js';
import { parseSerialized } from './parse-serialized.js';
import { toQuery } from './to-query.js';

/**
 * Answers as MiniSearch does: scores, prefixes and misspellings are its own. Where that differs from what Lookback's own
 * engine finds: a swap of two letters is two edits, the first letter may be wrong, a beginning and a misspelling stand for
 * as many terms as there are, and a phrase for its words.
 * @param json what `MiniSearchWriter` made
 * @param store of the same documents
 * @throws LookbackError `index-corrupt`
 */
export const openMiniSearchMatcher = (json: string, language: string, store: DocumentStore): Matcher => {
  const analyzer = createAnalyzer(language);
  const serialized = parseSerialized(json);
  const { documentCount, documentIds } = serialized;
  if (documentCount !== store.documentCount) {
    throw new LookbackError(
      'index-corrupt',
      `The MiniSearch index has ${documentCount} documents where ${store.documentCount} are stored.`,
    );
  }
  const ordinals = new Map(Object.values(documentIds).map((id, ordinal) => [id, ordinal]));
  const ordinalOf = (id: string): number => ordinals.get(id) ?? 0;
  const index = MiniSearch.loadJS(serialized, createMiniSearchOptions(analyzer));

  return {
    async match(query, { signal, within } = {}) {
      signal?.throwIfAborted();
      const allowed = await within;
      signal?.throwIfAborted();
      const found = new FoundTerms(query.words);
      const results = index
        .search(toQuery(query, found), allowed && { filter: ({ id }) => allowed.has(ordinalOf(id)) })
        .map(({ id, score }) => ({ ordinal: ordinalOf(id), score }))
        .sort((a, b) => a.ordinal - b.ordinal);
      return {
        ordinals: Uint32Array.from(results, ({ ordinal }) => ordinal),
        scores: Float64Array.from(results, ({ score }) => score),
        terms: found.toMatchedTerms(documentCount),
        words: query.words.map(() => ({ documents: 0, isDropped: false, corrections: [] })),
      };
    },
    async explain(query, asked, options) {
      const { ordinals: found, scores } = await this.match(query, options);
      return asked.map((ordinal) => {
        const score = scores[found.indexOf(ordinal)] ?? 0;
        return { score, parts: [{ what: 'minisearch', score }], factors: [], pinned: false };
      });
    },
    async locate({ terms }, asked, options = {}) {
      const termsOf = (text: string): readonly MatchedTerm[] => {
        const held = new Set<MatchedTerm>();
        // A passage does not say where in it there is code.
        analyzer.scan(
          text,
          (name) => {
            const term = terms.get(name);
            if (term) held.add(term);
          },
          'code',
        );
        return [...held];
      };
      const counts = await store.passageCounts(asked, options);
      return Promise.all(
        asked.map(async (ordinal, at) => {
          const places = Array.from({ length: counts[at] ?? 1 }, (_, passage) => ({ ordinal, passage }));
          const passages = await store.passages(places, options);
          return passages
            .map(({ text }, passage) => ({ passage, terms: termsOf(text) }))
            .filter(({ terms: held }) => held.length > 0);
        }),
      );
    },
  };
};
