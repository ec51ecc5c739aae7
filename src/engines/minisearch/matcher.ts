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
import { matchTree } from '../match-tree.js';
import { addMatchedTerm, type FoundTerm } from '../matched-terms.js';
import type { MatchedTerm, Matcher } from '../matcher.js';
import { type FoundWord, findWord } from './find-word.js';
import { createMiniSearchOptions } from './index-options.js';
import { parseSerialized } from './parse-serialized.js';
import { Relatives } from './relatives.js';
import { explain, scoreOf } from './score.js';
import { TermSearch } from './term-search.js';

/** How telling a word is that so many documents have, as MiniSearch has it of a field. */
const idf = (documents: number, documentCount: number): number =>
  Math.log(1 + (documentCount - documents + 0.5) / (documents + 0.5));

const toMatchedTerms = (
  { words }: AnalyzedQuery,
  found: readonly FoundWord[],
  documentCount: number,
): ReadonlyMap<string, MatchedTerm> => {
  const terms = new Map<string, FoundTerm>();
  found.forEach((ofWord, number) => {
    if (words[number]?.excluded) return;
    for (const [name, { weight, documents }] of ofWord.terms)
      addMatchedTerm(terms, name, { words: [number], weight: weight * idf(documents, documentCount) });
  });
  return terms;
};

/**
 * Answers as MiniSearch does: the scores of terms, beginnings and misspellings are its own, and a document's is their sum times
 * the number of words that it has. Where that differs from what Lookback's own engine finds: a swap of two letters is two edits,
 * the first letter may be wrong, a beginning and a misspelling stand for as many terms as there are, and words that are to stand
 * one after the other stand anywhere.
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
  const searched = {
    documentCount,
    search: new TermSearch(
      MiniSearch.loadJS(serialized, createMiniSearchOptions(analyzer)),
      Object.values(documentIds),
    ),
    relatives: new Relatives(index.map(([term]) => term)),
  };

  const findWords = ({ words, stem }: AnalyzedQuery): readonly FoundWord[] =>
    words.map((word) => findWord(word, stem, searched));

  return {
    async match(query, { signal, within, filters = [] } = {}) {
      signal?.throwIfAborted();
      const found = findWords(query);
      const [allowed, passing] = await Promise.all([within, filters]);
      signal?.throwIfAborted();
      const matching = matchTree(query.tree, {
        documentCount,
        words: found.map(({ scores }) => OrdinalSet.of(documentCount, scores.keys())),
        weights: found.map(({ scores }) => idf(scores.size, documentCount)),
        filters: passing,
      }).copy();
      if (allowed) matching.intersect(allowed);
      const ordinals = matching.toOrdinals();
      return {
        ordinals,
        scores: Float64Array.from(ordinals, (ordinal) => scoreOf(query, found, ordinal)),
        terms: toMatchedTerms(query, found, documentCount),
        words: found.map(({ documents, corrections }) => ({ documents, isDropped: false, corrections })),
      };
    },
    async explain(query, ordinals, { signal } = {}) {
      signal?.throwIfAborted();
      const found = findWords(query);
      return ordinals.map((ordinal) => explain(query, found, ordinal));
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
