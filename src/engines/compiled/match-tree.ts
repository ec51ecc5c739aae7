/**
 * Which documents match a tree, from those that match its leaves.
 * @module
 */
import type { AnalyzedTree } from '../../analysis/analyze-query.js';
import { OrdinalSet } from '../../documents/ordinal-set.js';
import type { Phrase } from './match-phrase.js';

interface Leaves {
  readonly documentCount: number;
  /** By word of the question. */
  readonly words: readonly OrdinalSet[];
  ofPhrase(phrase: Phrase): OrdinalSet;
}

/** @returns a set that may be another's: to be read only */
export const matchTree = (tree: AnalyzedTree, leaves: Leaves): OrdinalSet => {
  switch (tree.kind) {
    case 'word':
      return leaves.words[tree.word] ?? new OrdinalSet(leaves.documentCount);
    case 'phrase':
      return leaves.ofPhrase(tree);
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
