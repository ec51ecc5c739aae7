/**
 * An analyzed query -> a query of MiniSearch.
 * @module
 */
import MiniSearch, { type Query } from 'minisearch';
import type { AnalyzedQuery, AnalyzedTree } from '../../analysis/analyze-query.js';
import type { Form } from '../../analysis/query-words.js';
import type { FoundTerms } from './found-terms.js';

/** A score of 1 is what MiniSearch gives for being there at all; nothing was asked for, so nothing is earned. */
const everyDocument: Query = { queries: [MiniSearch.wildcard], boostDocument: () => 0 };

/**
 * MiniSearch has no positions: of a phrase it finds the documents that have all words, wherever they stand.
 * @param found told, while MiniSearch searches, of what words stand for that are not excluded
 */
export const toQuery = ({ words, tree }: AnalyzedQuery, found: FoundTerms): Query => {
  const toLeaf = (number: number): Query => {
    const word = words[number];
    if (word === undefined) throw new RangeError(`There is no word ${number} in the question.`);
    const { forms, field, excluded } = word;
    const add = excluded ? undefined : found.addLeaf(number);
    const toForm = (form: Form): Query => {
      if (form.kind === 'sequence')
        return {
          combineWith: 'AND',
          queries: form.terms.map((term) =>
            toForm({ kind: 'term', term, weight: 1, prefix: 'never', maxEdits: 0, relatives: false }),
          ),
        };
      const { term, prefix, maxEdits } = form;
      return {
        queries: [term],
        // It is analyzed already.
        tokenize: () => [term],
        prefix: prefix !== 'never',
        fuzzy: maxEdits,
        ...(field && { fields: [field] }),
        // The one place at which MiniSearch says which terms of the index it takes for a word.
        boostDocument: (_id, foundTerm) => {
          add?.(foundTerm);
          return 1;
        },
      };
    };
    return { combineWith: 'OR', queries: forms.map(toForm) };
  };

  const toBranch = (node: AnalyzedTree): Query => {
    switch (node.kind) {
      case 'word':
        return toLeaf(node.word);
      case 'filter':
        return { combineWith: 'OR', queries: [] };
      case 'most':
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
