/**
 * Finds and scores with MiniSearch, through nothing but its public interface.
 * @module
 */
import MiniSearch from 'minisearch';
import type { AnalyzedQuery } from '../../analysis/analyze-query.js';
import { createAnalyzer } from '../../analysis/analyzer.js';
import type { DocumentStore } from '../../documents/document-store.js';
import { OrdinalSet } from '../../documents/ordinal-set.js';
import { LookbackError } from '../../domain/errors.js';
import { createBm25f } from '../../ranking/bm25f.js';
import { findDropped, matchTree } from '../match-tree.js';
import { addMatchedTerm, type FoundTerm } from '../matched-terms.js';
import type { MatchedTerm, Matcher, WordCounts } from '../matcher.js';
import { Dictionary } from './dictionary.js';
import { type FoundWord, WordFinder } from './find-word.js';
import { createMiniSearchOptions } from './index-options.js';
import { parseSerialized } from './parse-serialized.js';
import { explain, type FoundQuery, scoreOf } from './score.js';
import { TermSearch } from './term-search.js';

const toMatchedTerms = ({ words, found, weights }: FoundQuery): ReadonlyMap<string, MatchedTerm> => {
  const terms = new Map<string, FoundTerm>();
  for (const [number, { excluded }] of words.entries()) {
    if (excluded) continue;
    for (const [name, weight] of found[number]?.terms ?? [])
      addMatchedTerm(terms, name, { words: [number], weight: weight * (weights[number] ?? 0) });
  }
  return terms;
};

/**
 * Finds what Lookback's own engine finds, and scores as MiniSearch does: what a term is worth is its own, and a document's score is the
 * sum over its words, times their number; where words are rarer, or less rare, in other shards too, by how much they tell then. Two things it finds otherwise: two letters that changed places are two edits, and words that
 * are to stand one after the other stand anywhere.
 * @param json what `MiniSearchWriter` made
 * @param store of the same documents
 * @throws LookbackError `index-corrupt`
 */
export const openMiniSearchMatcher = (json: string, language: string, store: DocumentStore): Matcher => {
  const analyzer = createAnalyzer(language);
  const serialized = parseSerialized(json);
  const { documentCount, documentIds, index } = serialized;
  if (documentCount !== store.documentCount) {
    throw new LookbackError(
      'index-corrupt',
      `The MiniSearch index has ${documentCount} documents where ${store.documentCount} are stored.`,
    );
  }
  const ordinals = new Map(Object.values(documentIds).map((id, ordinal) => [id, ordinal]));
  const ordinalOf = (id: string): number => ordinals.get(id) ?? 0;
  const miniSearch = MiniSearch.loadJS(serialized, createMiniSearchOptions(analyzer));
  const dictionary = new Dictionary(index.map(([term]) => term));
  const ranking = createBm25f()({ fields: [] });
  /** What was found to count, for who asks on. */
  const counted = new WeakMap<AnalyzedQuery, readonly FoundWord[]>();

  const findWords = (query: AnalyzedQuery): readonly FoundWord[] =>
    counted.get(query) ??
    query.words.map((word) =>
      new WordFinder(new TermSearch(miniSearch, ordinalOf, word.field), dictionary, query.stem).find(word),
    );

  const tellingOf = (counts: readonly number[] | undefined, all: number): number =>
    ranking.idf(counts?.find((count) => count > 0) ?? 0, all);

  const findQuery = (query: AnalyzedQuery, shared?: WordCounts): FoundQuery => {
    const { words } = query;
    const found = findWords(query);
    const weights = found.map(
      ({ counts }, number) => (words[number]?.weight ?? 1) * tellingOf(counts, documentCount),
    );
    const rarities = found.map(({ counts }, number) =>
      shared ? tellingOf(shared.words[number], shared.documentCount) / tellingOf(counts, documentCount) : 1,
    );
    return { words, found, weights, rarities };
  };

  return {
    async count(query, { signal } = {}) {
      signal?.throwIfAborted();
      const found = findWords(query);
      counted.set(query, found);
      return { documentCount, words: found.map(({ counts }) => counts) };
    },
    async match(query, { signal, within, filters = [], counts } = {}) {
      signal?.throwIfAborted();
      const [allowed, passing] = await Promise.all([within, filters]);
      signal?.throwIfAborted();
      const asked = findQuery(query, counts);
      const leaves = {
        documentCount,
        words: asked.found.map(({ scores }) => OrdinalSet.of(documentCount, scores.keys())),
        weights: asked.weights,
        filters: passing,
      };
      const matching = matchTree(query.tree, leaves).copy();
      if (allowed) matching.intersect(allowed);
      const dropped = findDropped(query.tree, leaves);
      const matched = matching.toOrdinals();
      return {
        ordinals: matched,
        scores: Float64Array.from(matched, (ordinal) => scoreOf(asked, ordinal)),
        terms: toMatchedTerms(asked),
        words: asked.found.map(({ counts: [own], corrections }, number) => ({
          documents: own,
          isDropped: dropped.has(number),
          corrections,
        })),
      };
    },
    async explain(query, asked, { signal, counts } = {}) {
      signal?.throwIfAborted();
      const found = findQuery(query, counts);
      return asked.map((ordinal) => explain(found, ordinal));
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
