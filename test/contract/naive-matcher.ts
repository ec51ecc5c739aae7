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
import { noPassage } from '../../src/postings/occurrences.js';
import { analyzePost } from '../../src/postings/record.js';
import { expandWord } from '../analysis/expand-word.js';

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

/** A word of a question and the terms that it stands for. */
interface ReadWord {
  readonly word: QueryWord;
  readonly terms: ReadonlySet<string>;
}

export class NaiveMatcher {
  /** By ordinal. */
  readonly documents: readonly (readonly Occurrence[])[];
  readonly #terms: readonly string[];

  constructor(posts: readonly Post[]) {
    this.documents = sortDocuments(posts).map(occurrencesOf);
    this.#terms = [...new Set(this.documents.flat().map(({ term }) => term))].sort();
  }

  /** A set a word of the question. */
  read({ words }: AnalyzedQuery): readonly ReadWord[] {
    return words.map((word) => ({
      word,
      terms: new Set(expandWord(this.#terms, word).map(({ term }) => term)),
    }));
  }

  /** The occurrences of a document that a word stands for. */
  find(ordinal: number, { word, terms }: ReadWord): readonly Occurrence[] {
    return (this.documents[ordinal] ?? []).filter(
      ({ term, field }) => terms.has(term) && (word.field === undefined || word.field === field),
    );
  }

  /** Ordinals of the documents that match, ascending. */
  match(query: AnalyzedQuery): readonly number[] {
    const words = this.read(query);
    return [...this.documents.keys()].filter((ordinal) => this.#holds(query.tree, words, ordinal));
  }

  #holds(tree: AnalyzedTree, words: readonly ReadWord[], ordinal: number): boolean {
    switch (tree.kind) {
      case 'word': {
        const word = words[tree.word];
        return word !== undefined && this.find(ordinal, word).length > 0;
      }
      case 'phrase':
        return this.#holdsPhrase(tree, words, ordinal);
      case 'all':
        return tree.of.every((branch) => this.#holds(branch, words, ordinal));
      case 'any':
        return tree.of.some((branch) => this.#holds(branch, words, ordinal));
      case 'not':
        return !this.#holds(tree.of, words, ordinal);
    }
  }

  #holdsPhrase(
    { words: numbers, offsets }: Extract<AnalyzedTree, { kind: 'phrase' }>,
    words: readonly ReadWord[],
    ordinal: number,
  ): boolean {
    const places = numbers.map((number) => {
      const read = words[number];
      if (read === undefined) return [];
      return this.find(ordinal, { word: read.word, terms: new Set([read.word.term]) });
    });
    return (places[0] ?? []).some(({ position: first }) =>
      places.every((ofWord, at) => ofWord.some(({ position }) => position === first + (offsets[at] ?? 0))),
    );
  }
}
