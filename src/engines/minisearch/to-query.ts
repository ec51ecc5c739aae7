/**
 * An analyzed query -> a query of MiniSearch.
 * @module
 */
import MiniSearch, { type Query } from 'minisearch';
import type { AnalyzedQuery, AnalyzedTree } from '../../analysis/analyze-query.js';
import type { FoundTerms } from './found-terms.js';

/** A score of 1 is what MiniSearch gives for being there at all; nothing was asked for, so nothing is earned. */
const everyDocument: Query = { queries: [MiniSearch.wildcard], boostDocument: () => 0 };

/**
 * MiniSearch has no positions: of a phrase it finds the documents that have all words, wherever they stand.
 * @param found told, while MiniSearch searches, of what words stand for that are not excluded
 */
export const toQuery = ({ words, tree }: AnalyzedQuery, found: FoundTerms): Query => {
  /** @param isExact whether only the word just as it is will do */
  const toLeaf = (number: number, isExact: boolean): Query => {
    const word = words[number];
    if (word === undefined) throw new RangeError(`There is no word ${number} in the question.`);
    const { term, prefix, maxEdits, field, excluded } = word;
    const add = excluded ? undefined : found.addLeaf(number);
    return {
      queries: [term],
      // It is analyzed already.
      tokenize: () => [term],
      prefix: prefix && !isExact,
      fuzzy: isExact ? 0 : maxEdits,
      ...(field && { fields: [field] }),
      // The one place at which MiniSearch says which terms of the index it takes for a word.
      boostDocument: (_id, foundTerm) => {
        add?.(foundTerm);
        return 1;
      },
    };
  };

  const toBranch = (node: AnalyzedTree): Query => {
    switch (node.kind) {
      case 'word':
        return toLeaf(node.word, false);
      case 'phrase':
        return { combineWith: 'AND', queries: node.words.map((word) => toLeaf(word, true)) };
      case 'any':
        return { combineWith: 'OR', queries: node.of.map(toBranch) };
      case 'all':
        return node.of.length === 0 ? everyDocument : { combineWith: 'AND', queries: node.of.map(toBranch) };
      case 'not':
        return { combineWith: 'AND_NOT', queries: [everyDocument, toBranch(node.of)] };
    }
  };

  return toBranch(tree);
};
