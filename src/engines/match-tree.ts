/**
 * Which documents match a tree, from those that match its leaves; the same for every engine that knows documents by ordinal.
 * @module
 */
import type { AnalyzedTree } from '../analysis/analyze-query.js';
import { OrdinalSet } from '../documents/ordinal-set.js';
import { saysEnough } from '../ranking/coverage.js';

export interface Leaves {
  readonly documentCount: number;
  /** By word of the question. */
  readonly words: readonly OrdinalSet[];
  /** By word of the question: how telling it is, positive. */
  readonly weights: readonly number[];
  /** By filter of the question. */
  readonly filters: readonly OrdinalSet[];
}

/** Whether a branch is made of nothing but words that a document must have. */
const isOfWords = (tree: AnalyzedTree): boolean => {
  switch (tree.kind) {
    case 'word':
      return true;
    case 'all':
    case 'any':
      return tree.of.every(isOfWords);
    case 'most':
    case 'filter':
    case 'not':
      return false;
  }
};

/** How telling a branch is. Filters, and what is asked not to be there, tell nothing. */
const weightOf = (tree: AnalyzedTree, leaves: Leaves): number => {
  switch (tree.kind) {
    case 'word':
      return leaves.weights[tree.word] ?? 0;
    case 'any':
      return tree.of.reduce((most, branch) => Math.max(most, weightOf(branch, leaves)), 0);
    case 'all':
    case 'most':
      return tree.of.reduce((sum, branch) => sum + weightOf(branch, leaves), 0);
    case 'filter':
    case 'not':
      return 0;
  }
};

/** Words side by side within words side by side, such as the pairs of a Chinese run, are all side by side. */
const flatten = (of: readonly AnalyzedTree[]): readonly AnalyzedTree[] =>
  of.flatMap((branch) => (branch.kind === 'most' ? flatten(branch.of) : [branch]));

/** @returns of some documents, those that have every branch that is made of words */
const requiredOf = (of: readonly AnalyzedTree[], leaves: Leaves, among: OrdinalSet): OrdinalSet => {
  const documents = among.copy();
  for (const branch of of) if (isOfWords(branch)) documents.intersect(matchAmong(branch, leaves, among));
  return documents;
};

/** A branch of words side by side that some document has. */
interface Said {
  readonly documents: OrdinalSet;
  readonly weight: number;
}

const toWeight = (of: readonly Said[]): number => of.reduce((sum, { weight }) => sum + weight, 0);

const uniteAll = (of: readonly Said[], documentCount: number): OrdinalSet => {
  const united = new OrdinalSet(documentCount);
  for (const { documents } of of) united.unite(documents);
  return united;
};

/** @returns the documents that say enough of some branches, added up document by document */
const addUp = (of: readonly Said[], documentCount: number): OrdinalSet => {
  const said = new Float64Array(documentCount);
  let most = 0;
  for (const { documents, weight } of of) {
    for (const ordinal of documents.toOrdinals()) {
      const sum = (said[ordinal] ?? 0) + weight;
      said[ordinal] = sum;
      if (sum > most) most = sum;
    }
  }
  const having = uniteAll(of, documentCount);
  for (const ordinal of having.toOrdinals())
    if (!saysEnough(said[ordinal] ?? 0, most)) having.delete(ordinal);
  return having;
};

/**
 * Most questions are told without looking at documents: some branches are each enough of all there is, and the others together not enough
 * of one of these.
 * @returns of some documents, those that say enough of the branches, compared to the one that says most
 */
const matchMost = (of: readonly AnalyzedTree[], leaves: Leaves, among: OrdinalSet): OrdinalSet => {
  const branches = flatten(of).flatMap((branch): readonly Said[] => {
    const weight = weightOf(branch, leaves);
    if (weight === 0) return [];
    const documents = matchAmong(branch, leaves, among).copy();
    documents.intersect(among);
    return documents.count() === 0 ? [] : [{ documents, weight }];
  });
  const all = toWeight(branches);
  const enough = branches.filter(({ weight }) => saysEnough(weight, all));
  const others = branches.filter(({ weight }) => !saysEnough(weight, all));
  const heaviest = enough.reduce((most, { weight }) => Math.max(most, weight), 0);
  if (others.length === 0 || !saysEnough(toWeight(others), heaviest))
    return uniteAll(enough, leaves.documentCount);
  return addUp(branches, leaves.documentCount);
};

/** @param among what the fullest document of `most` is looked for in: filters do not narrow it, words that must be there do */
const matchAmong = (tree: AnalyzedTree, leaves: Leaves, among: OrdinalSet): OrdinalSet => {
  switch (tree.kind) {
    case 'word':
      return leaves.words[tree.word] ?? new OrdinalSet(leaves.documentCount);
    case 'filter':
      return leaves.filters[tree.filter] ?? new OrdinalSet(leaves.documentCount);
    case 'all': {
      const required = requiredOf(tree.of, leaves, among);
      const documents = OrdinalSet.full(leaves.documentCount);
      for (const branch of tree.of) documents.intersect(matchAmong(branch, leaves, required));
      return documents;
    }
    case 'most':
      return matchMost(tree.of, leaves, among);
    case 'any': {
      const documents = new OrdinalSet(leaves.documentCount);
      for (const branch of tree.of) documents.unite(matchAmong(branch, leaves, among));
      return documents;
    }
    case 'not':
      return matchTree(tree.of, leaves).complement();
  }
};

/** @returns a set that may be another's: to be read only */
export const matchTree = (tree: AnalyzedTree, leaves: Leaves): OrdinalSet =>
  matchAmong(tree, leaves, OrdinalSet.full(leaves.documentCount));

/**
 * Where no document has all words side by side, the least telling are dropped: the most telling first, each is kept that a document has
 * together with those kept before.
 * @returns the numbers of the dropped ones among the words side by side of the question as a whole; none where no document has any
 */
export const findDropped = (tree: AnalyzedTree, leaves: Leaves): ReadonlySet<number> => {
  const around = tree.kind === 'all' ? tree.of : [tree];
  const words = around
    .flatMap((branch) => (branch.kind === 'most' ? flatten(branch.of) : []))
    .flatMap((branch) => (branch.kind === 'word' ? [branch.word] : []))
    .sort((a, b) => (leaves.weights[b] ?? 0) - (leaves.weights[a] ?? 0));
  let kept = requiredOf(around, leaves, OrdinalSet.full(leaves.documentCount));
  const dropped = new Set<number>();
  for (const word of words) {
    const left = kept.copy();
    left.intersect(leaves.words[word] ?? new OrdinalSet(leaves.documentCount));
    if (left.count() > 0) kept = left;
    else dropped.add(word);
  }
  return dropped.size === words.length ? new Set() : dropped;
};
