/**
 * Which documents match a tree, from those that match its leaves.
 * @module
 */
import type { AnalyzedTree } from '../../analysis/analyze-query.js';
import { OrdinalSet } from '../../documents/ordinal-set.js';

export type PhraseNode = Extract<AnalyzedTree, { kind: 'phrase' }>;

export interface Leaves {
  readonly documentCount: number;
  /** @param word its position in the list of words */
  ofWord(word: number): OrdinalSet | undefined;
}

/** @returns a set that may be another's: to be read only */
export const matchTree = (tree: AnalyzedTree, leaves: Leaves): OrdinalSet => {
  switch (tree.kind) {
    case 'word':
      return leaves.ofWord(tree.word) ?? new OrdinalSet(leaves.documentCount);
    case 'phrase':
      return matchTree({ kind: 'all', of: tree.words.map((word) => ({ kind: 'word', word })) }, leaves);
    case 'all': {
      const documents = OrdinalSet.full(leaves.documentCount);
      for (const branch of tree.of) documents.intersect(matchTree(branch, leaves));
      return documents;
    }
    case 'any': {
      const documents = new OrdinalSet(leaves.documentCount);
      for (const branch of tree.of) documents.unite(matchTree(branch, leaves));
      return documents;
    }
    case 'not':
      return matchTree(tree.of, leaves).complement();
  }
};
