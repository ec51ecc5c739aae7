/**
 * What a matcher must find, by looking at every word of every post.
 * @module
 */
import {
  type AnalyzedQuery,
  type AnalyzedTree,
  createAnalyzer,
  type QueryWord,
} from '../../src/analysis/index.js';
import { cutPassages } from '../../src/documents/cut-passages.js';
import { sortDocuments } from '../../src/documents/document-order.js';
import { toPostPieces } from '../../src/documents/post-pieces.js';
import { fieldNames } from '../../src/domain/fields.js';
import type { Post } from '../../src/domain/post.js';
import type { DocumentFilter } from '../../src/domain/query-tree.js';
import { noPassage } from '../../src/postings/occurrences.js';
import { analyzePost } from '../../src/postings/record.js';
import { leastShare } from '../../src/ranking/coverage.js';
import { PlainDictionary, type PlainForm, type PlainWord, readWord } from '../analysis/expand-word.js';

/** The words of `most`: questions have nothing else side by side. */
const wordsSideBySide = (tree: AnalyzedTree): readonly number[] => {
  if (tree.kind === 'word') return [tree.word];
  return tree.kind === 'most' ? tree.of.flatMap(wordsSideBySide) : [];
};

const isOfWords = (tree: AnalyzedTree): boolean =>
  tree.kind === 'word' || ((tree.kind === 'all' || tree.kind === 'any') && tree.of.every(isOfWords));

export interface Occurrence {
  readonly term: string;
  readonly field: string;
  readonly position: number;
  /** Absent for what does not stand in the text. */
  readonly passage?: number;
}

const occurrencesOf = (post: Post): readonly Occurrence[] => {
  const { terms, starts, occurrences } = analyzePost(
    toPostPieces(post),
    cutPassages(post),
    createAnalyzer(post.language),
  );
  const { fields, positions, passages } = occurrences;
  return terms.flatMap((term, number) => {
    const found: Occurrence[] = [];
    for (let at = starts[number] ?? 0; at < (starts[number + 1] ?? 0); at += 1) {
      const passage = passages[at] ?? noPassage;
      found.push({
        term,
        field: fieldNames[fields[at] ?? 0] ?? '',
        position: positions[at] ?? 0,
        ...(passage !== noPassage && { passage }),
      });
    }
    return found;
  });
};

/** A word of a question, and where it stands. */
export interface ReadWord extends PlainWord {
  readonly word: QueryWord;
  /** By tier: the documents that have the word by it, and by no earlier one. */
  readonly documents: readonly (readonly number[])[];
}

/** Where a form begins in what was found of a document. */
const startsOf = (
  { terms, offsets }: Pick<PlainForm, 'terms' | 'offsets'>,
  occurrences: readonly Occurrence[],
): readonly Occurrence[] => {
  const standsAt = (wanted: string, at: number): boolean =>
    occurrences.some(({ term, position }) => term === wanted && position === at);
  return occurrences.filter(
    ({ term, position }) =>
      term === terms[0] && terms.every((other, at) => standsAt(other, position + (offsets[at] ?? 0))),
  );
};

export class NaiveMatcher {
  /** By ordinal. */
  readonly documents: readonly (readonly Occurrence[])[];
  readonly #posts: readonly Post[];
  readonly #dictionary: PlainDictionary;

  constructor(posts: readonly Post[]) {
    this.#posts = sortDocuments(posts);
    this.documents = this.#posts.map(occurrencesOf);
    const terms = new Set(this.documents.flat().map(({ term }) => term));
    this.#dictionary = new PlainDictionary([...terms].sort());
  }

  /** One for each word of the question. */
  read({ words, stem }: AnalyzedQuery): readonly ReadWord[] {
    return words.map((word) => {
      const documentsOf = (form: Pick<PlainForm, 'terms' | 'offsets'>): ReadonlySet<number> =>
        new Set(
          [...this.documents.keys()].filter((ordinal) => this.#startsIn(ordinal, word, form).length > 0),
        );
      const plain = readWord(word, { dictionary: this.#dictionary, stem, documentsOf });
      const known = new Set<number>();
      const documents = plain.tiers.map((forms) => {
        const having = new Set(forms.flatMap((form) => [...documentsOf(form)]));
        const others = [...having].filter((ordinal) => !known.has(ordinal));
        for (const ordinal of others) known.add(ordinal);
        return others;
      });
      return { ...plain, word, documents };
    });
  }

  #startsIn(
    ordinal: number,
    { field: asked }: QueryWord,
    form: Pick<PlainForm, 'terms' | 'offsets'>,
  ): readonly Occurrence[] {
    const occurrences = this.documents[ordinal] ?? [];
    return startsOf(
      form,
      occurrences.filter(({ field }) => asked === undefined || field === asked),
    );
  }

  /** Where the forms of the tier by which a document has the word begin in it. */
  find(ordinal: number, { word, tiers, documents }: ReadWord): readonly Occurrence[] {
    const tier = documents.findIndex((ofTier) => ofTier.includes(ordinal));
    return (tiers[tier] ?? []).flatMap((form) => this.#startsIn(ordinal, word, form));
  }

  /** Ordinals of the documents that pass a filter by tag. */
  pass(filter: DocumentFilter): readonly number[] {
    return [...this.#posts.keys()].filter(
      (ordinal) => filter.by === 'facet' && this.#posts[ordinal]?.tags.includes(filter.value),
    );
  }

  /** Ordinals of the documents that match, ascending. */
  match(query: AnalyzedQuery): readonly number[] {
    const words = this.read(query);
    const passing = query.filters.map((filter) => this.pass(filter));
    const everyone = [...this.documents.keys()];
    const has = (number: number, ordinal: number): boolean =>
      words[number]?.documents.flat().includes(ordinal) === true;
    const telling = (number: number): number => {
      const { word, documents } = words[number] ?? {};
      const count = documents?.find(({ length }) => length > 0)?.length ?? 0;
      return (word?.weight ?? 0) * Math.log(1 + (everyone.length - count + 0.5) / (count + 0.5));
    };
    /** @param among what the fullest of `most` is looked for in */
    const holding = (tree: AnalyzedTree, among: readonly number[]): readonly number[] => {
      switch (tree.kind) {
        case 'word':
          return everyone.filter((ordinal) => has(tree.word, ordinal));
        case 'filter':
          return passing[tree.filter] ?? [];
        case 'not': {
          const left = holding(tree.of, everyone);
          return everyone.filter((ordinal) => !left.includes(ordinal));
        }
        case 'any':
          return [...new Set(tree.of.flatMap((branch) => holding(branch, among)))].sort((a, b) => a - b);
        case 'all': {
          const held = (branch: AnalyzedTree, of: readonly number[]): readonly number[] => {
            const documents = holding(branch, of);
            return of.filter((ordinal) => documents.includes(ordinal));
          };
          // Enough of some words is told by the documents that have the words required beside them, whatever they are filtered by.
          const required = tree.of.filter(isOfWords).reduce((left, branch) => held(branch, left), among);
          return tree.of.reduce((left, branch) => {
            const documents = holding(branch, required);
            return left.filter((ordinal) => documents.includes(ordinal));
          }, everyone);
        }
        case 'most': {
          const numbers = wordsSideBySide(tree);
          const said = (ordinal: number): number =>
            numbers.reduce((sum, number) => sum + (has(number, ordinal) ? telling(number) : 0), 0);
          const most = Math.max(0, ...among.map(said));
          return among.filter((ordinal) => said(ordinal) > 0 && said(ordinal) >= leastShare * most - 1e-9);
        }
      }
    };
    return holding(query.tree, everyone);
  }
}
