/**
 * What a matcher must find, by looking at every word of every post.
 * @module
 */
import { isScarce } from '../../src/analysis/expansion.js';
import {
  type AnalyzedQuery,
  type AnalyzedTree,
  createAnalyzer,
  type QueryWord,
} from '../../src/analysis/index.js';
import type { SequenceForm, TermForm } from '../../src/analysis/query-words.js';
import { cutPassages } from '../../src/documents/cut-passages.js';
import { sortDocuments } from '../../src/documents/document-order.js';
import { toPostPieces } from '../../src/documents/post-pieces.js';
import { fieldNames } from '../../src/domain/fields.js';
import type { Post } from '../../src/domain/post.js';
import type { DocumentFilter } from '../../src/domain/query-tree.js';
import { noPassage } from '../../src/postings/occurrences.js';
import { analyzePost } from '../../src/postings/record.js';
import { editDistance } from '../analysis/expand-word.js';

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

/** What a word may stand for: each kind counts only where those before it find little. */
const kinds = ['own', 'begun', 'misspelt'] as const;
export type Kind = (typeof kinds)[number];

/** A word of a question, and where it stands. */
export interface ReadWord {
  readonly word: QueryWord;
  /** By kind, of those that count: the documents that have the word by that and by nothing better. */
  readonly documents: ReadonlyMap<Kind, readonly number[]>;
  /** By ordinal: the terms of the document that the word stands for, in the field that it asks for. */
  readonly terms: ReadonlyMap<number, ReadonlySet<string>>;
}

const isBegun = (term: string, form: TermForm): boolean =>
  form.prefix !== 'never' && term.startsWith(form.term);

const isMisspelt = (term: string, form: TermForm): boolean =>
  term.charAt(0) === form.term.charAt(0) && editDistance(term, form.term) <= form.maxEdits;

/** What the term is to the form; nothing if it is not for it. */
const kindOf = (term: string, form: TermForm, stem: AnalyzedQuery['stem']): Kind | undefined => {
  if (term === form.term || (form.relatives && stem(term) === stem(form.term))) return 'own';
  if (isBegun(term, form)) return form.prefix === 'always' ? 'own' : 'begun';
  return isMisspelt(term, form) ? 'misspelt' : undefined;
};

/** Whether the terms stand so far apart in what was found of a document. */
const standsIn = ({ terms, offsets }: SequenceForm, occurrences: readonly Occurrence[]): boolean =>
  occurrences.some(
    ({ term, position: first }) =>
      term === terms[0] &&
      terms.every((other, at) =>
        occurrences.some(({ term, position }) => term === other && position === first + (offsets[at] ?? 0)),
      ),
  );

export class NaiveMatcher {
  /** By ordinal. */
  readonly documents: readonly (readonly Occurrence[])[];
  readonly #posts: readonly Post[];

  constructor(posts: readonly Post[]) {
    this.#posts = sortDocuments(posts);
    this.documents = this.#posts.map(occurrencesOf);
  }

  /** One for each word of the question. */
  read({ words, stem }: AnalyzedQuery): readonly ReadWord[] {
    return words.map((word) => this.#readWord(word, stem));
  }

  /** Ordinals of the documents that pass a filter by tag. */
  filter(filter: DocumentFilter): readonly number[] {
    return [...this.#posts.keys()].filter(
      (ordinal) => filter.by === 'facet' && this.#posts[ordinal]?.tags.includes(filter.value),
    );
  }

  /** Ordinals of the documents that match, ascending. */
  match(query: AnalyzedQuery): readonly number[] {
    const words = this.read(query);
    const everyone = [...this.documents.keys()];
    const passing = query.filters.map((filter) => this.filter(filter));
    const holding = (tree: AnalyzedTree, among: readonly number[]): readonly number[] => {
      switch (tree.kind) {
        case 'word':
          return among.filter((ordinal) => words[tree.word]?.terms.has(ordinal));
        case 'filter':
          return among.filter((ordinal) => passing[tree.filter]?.includes(ordinal));
        case 'not': {
          const left = holding(tree.of, everyone);
          return among.filter((ordinal) => !left.includes(ordinal));
        }
        case 'any':
          return among.filter((ordinal) => tree.of.some((branch) => holding(branch, among).includes(ordinal)));
        case 'all': {
          // What is enough of some words is told by the documents that have what is required beside them, but not by filters.
          const required = tree.of.filter(({ kind }) => kind === 'word' || kind === 'any' || kind === 'all');
          const having = required.reduce((left, branch) => holding(branch, left), among);
          return tree.of.filter((branch) => !required.includes(branch)).reduce(
            (left, branch) => {
              const held = holding(branch, having);
              return left.filter((ordinal) => held.includes(ordinal));
            },
            having,
          );
        }
        case 'most':
          return this.#holdingMost(tree.of.map((branch) => ({ ...branchWeight })), among);
      }
    };
    return holding(query.tree, everyone);
  }

  #readWord(word: QueryWord, stem: AnalyzedQuery['stem']): ReadWord {
    const found = new Map(kinds.map((kind) => [kind, new Map<number, Set<string>>()]));
    const add = (kind: Kind, ordinal: number, terms: readonly string[]): void => {
      const ofKind = found.get(kind);
      ofKind?.set(ordinal, new Set([...(ofKind.get(ordinal) ?? []), ...terms]));
    };
    for (const [ordinal, all] of this.documents.entries()) {
      const occurrences = all.filter(({ field }) => word.field === undefined || word.field === field);
      for (const form of word.forms) {
        if (form.kind === 'sequence') {
          if (standsIn(form, occurrences)) add('own', ordinal, form.terms);
          continue;
        }
        for (const { term } of occurrences) {
          const kind = kindOf(term, form, stem);
          if (kind !== undefined) add(kind, ordinal, [term]);
        }
      }
    }
    return { word, ...this.#choose(found) };
  }

  #choose(found: ReadonlyMap<Kind, ReadonlyMap<number, ReadonlySet<string>>>): Omit<ReadWord, 'word'> {
    const documents = new Map<Kind, readonly number[]>();
    const terms = new Map<number, ReadonlySet<string>>();
    for (const kind of kinds) {
      const ofKind = found.get(kind) ?? new Map<number, ReadonlySet<string>>();
      if (kind !== 'own' && !isScarce(terms.size, ofKind.size)) continue;
      documents.set(
        kind,
        [...ofKind.keys()].filter((ordinal) => !terms.has(ordinal)),
      );
      for (const [ordinal, ofDocument] of ofKind)
        terms.set(ordinal, new Set([...(terms.get(ordinal) ?? []), ...ofDocument]));
    }
    return { documents, terms };
  }
}
