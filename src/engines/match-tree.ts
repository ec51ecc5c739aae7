/**
 * Which documents match a tree, from those that match its leaves; the same for every engine that knows documents by ordinal.
 * @module
 */
import type { AnalyzedTree } from '../analysis/analyze-query.js';
import { OrdinalSet } from '../documents/ordinal-set.js';

export interface Leaves {
  readonly documentCount: number;
  /** By word of the question. */
  readonly words: readonly OrdinalSet[];
  /** By word of the question: how telling it is, positive. */
  readonly weights: readonly number[];
  /** By filter of the question. */
  readonly filters: readonly OrdinalSet[];
}

/** @returns a set that may be another's: to be read only */
export const matchTree = (tree: AnalyzedTree, leaves: Leaves): OrdinalSet => {
  switch (tree.kind) {
    case 'word':
      return leaves.words[tree.word] ?? new OrdinalSet(leaves.documentCount);
    case 'filter':
      return leaves.filters[tree.filter] ?? new OrdinalSet(leaves.documentCount);
    case 'all': {
      const documents = OrdinalSet.full(leaves.documentCount);
      for (const branch of tree.of) documents.intersect(matchTree(branch, leaves));
      return documents;
    }
    case 'most':
    case 'any': {
      const documents = new OrdinalSet(leaves.documentCount);
      for (const branch of tree.of) documents.unite(matchTree(branch, leaves));
      return documents;
    }
    case 'not':
      return matchTree(tree.of, leaves).complement();
  }
};
