/**
 * Matches and scores a generated corpus by looking at every word of every document: the rules once more, plain and slow.
 * @module
 */
import { belowTier } from '../../../src/analysis/expansion.js';
import type { AnalyzedTree, QueryWord } from '../../../src/analysis/index.js';
import { fieldNames } from '../../../src/domain/fields.js';
import { roundLength } from '../../../src/engines/compiled/lengths-part.js';
import { leastShare } from '../../../src/ranking/coverage.js';
import { PlainDictionary, type PlainForm, type PlainWord, readWord } from '../../analysis/expand-word.js';
import { type Doc, recordOf, stem } from './corpus.js';

const k1 = 0.9;
const b = 0.75;
const boosts: Readonly<Record<string, number>> = {
  title: 3,
  headings: 2,
  taxonomy: 1.5,
  body: 1,
  code: 0.7,
};

interface Place {
  readonly term: string;
  readonly field: string;
  readonly position: number;
}

const placesOf = (doc: Doc): readonly Place[] => {
  const { terms, starts, occurrences } = recordOf(doc);
  return terms.flatMap((term, number) => {
    const places: Place[] = [];
    for (let at = starts[number] ?? 0; at < (starts[number + 1] ?? 0); at += 1)
      places.push({
        term,
        field: fieldNames[occurrences.fields[at] ?? 0] ?? '',
        position: occurrences.positions[at] ?? 0,
      });
    return places;
  });
};

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

/** A word, what it stands for, and what it is worth to each document that has it. */
export interface NaiveWord extends PlainWord {
  /** How telling it is. */
  readonly idf: number;
  /** By tier. */
  readonly documents: readonly ReadonlySet<number>[];
  readonly scores: ReadonlyMap<number, number>;
  /** Documents of which the title has it. */
  readonly titles: ReadonlySet<number>;
}

export class NaiveEngine {
  readonly #documents: readonly (readonly Place[])[];
  /** By ordinal, by field. */
  readonly #lengths: readonly ReadonlyMap<string, number>[];
  readonly #dictionary: PlainDictionary;

  constructor(docs: readonly Doc[]) {
    this.#documents = docs.map(placesOf);
    this.#lengths = this.#documents.map(
      (places) =>
        new Map(
          fieldNames.map((name) => [name, roundLength(places.filter(({ field }) => field === name).length)]),
        ),
    );
    const terms = new Set(this.#documents.flat().map(({ term }) => term));
    this.#dictionary = new PlainDictionary([...terms].sort());
  }

  #length(ordinal: number, field: string): number {
    return this.#lengths[ordinal]?.get(field) ?? 0;
  }

  #average(field: string): number {
    return sum(this.#lengths.map((ofDocument) => ofDocument.get(field) ?? 0)) / this.#lengths.length;
  }

  /** Where a form begins in a document. */
  #starts(ordinal: number, { terms, offsets }: Pick<PlainForm, 'terms' | 'offsets'>, field?: string) {
    const places = (this.#documents[ordinal] ?? []).filter(
      (place) => field === undefined || place.field === field,
    );
    return places.filter((start) =>
      terms.every((term, at) =>
        places.some((place) => place.term === term && place.position === start.position + (offsets[at] ?? 0)),
      ),
    );
  }

  #evidence(ordinal: number, { forms, field }: { forms: readonly PlainForm[]; field?: string }): number {
    return sum(
      forms.flatMap((form) =>
        this.#starts(ordinal, form, field)
          .filter(({ term }) => term === form.terms[0])
          .map((start) => {
            const norm = 1 - b + (b * this.#length(ordinal, start.field)) / this.#average(start.field);
            return (form.weight * (boosts[start.field] ?? 1)) / norm;
          }),
      ),
    );
  }

  read(word: QueryWord): NaiveWord {
    const field = word.field && { field: word.field };
    const ordinals = [...this.#documents.keys()];
    const plain = readWord(word, {
      dictionary: this.#dictionary,
      stem,
      documentsOf: (form) =>
        new Set(ordinals.filter((ordinal) => this.#starts(ordinal, form, word.field).length > 0)),
    });
    const seen = new Set<number>();
    const scores = new Map<number, number>();
    const titles = new Set<number>();
    let idf = 0;
    const documents = plain.tiers.map((forms) => {
      const least = Math.min(...scores.values());
      const evidence = new Map(
        ordinals
          .filter((ordinal) => !seen.has(ordinal))
          .map((ordinal) => [ordinal, this.#evidence(ordinal, { forms, ...field })] as const)
          .filter(([, found]) => found > 0),
      );
      for (const ordinal of evidence.keys()) seen.add(ordinal);
      const telling = word.weight * Math.log(1 + (ordinals.length - seen.size + 0.5) / (seen.size + 0.5));
      const worth = (found: number): number => (telling * found * (k1 + 1)) / (found + k1);
      const factor = Math.min(1, (belowTier * least) / worth(Math.max(...evidence.values())));
      if (idf === 0) {
        if (evidence.size > 0) idf = telling;
        for (const ordinal of evidence.keys())
          if (
            word.field !== undefined && word.field !== 'title'
              ? false
              : forms.some((form) =>
                  this.#starts(ordinal, form, word.field).some(
                    (start) => start.term === form.terms[0] && start.field === 'title',
                  ),
                )
          )
            titles.add(ordinal);
      }
      for (const [ordinal, found] of evidence) scores.set(ordinal, factor * worth(found));
      return new Set(evidence.keys());
    });
    const absent = word.weight * Math.log(1 + (ordinals.length + 0.5) / 0.5);
    return { ...plain, idf: idf || absent, documents, scores, titles };
  }

  /** What the words are worth to a document, all in all. */
  score(ordinal: number, words: readonly NaiveWord[], weights: readonly number[]): number {
    const asked = sum(words.map(({ idf }) => idf));
    const covered = sum(words.map(({ idf, titles }) => (titles.has(ordinal) ? idf : 0)));
    const share = covered / asked;
    const short = Math.min(1, sum(weights) / Math.max(1, this.#length(ordinal, 'title')));
    const ofWords = sum(words.map(({ scores }) => scores.get(ordinal) ?? 0));
    return covered > 0 ? ofWords + asked * share * share * short : ofWords;
  }

  /** @param words of the question; `most` is asked of words only */
  match(tree: AnalyzedTree, words: readonly NaiveWord[], filters: readonly ReadonlySet<number>[]) {
    const all = [...this.#documents.keys()];
    const has = (number: number, ordinal: number): boolean =>
      words[number]?.documents.some((tier) => tier.has(ordinal)) ?? false;
    const numbersOf = (of: readonly AnalyzedTree[]): readonly number[] =>
      of.flatMap((branch) => (branch.kind === 'word' ? [branch.word] : []));
    const find = (node: AnalyzedTree, among: readonly number[]): readonly number[] => {
      switch (node.kind) {
        case 'word':
          return all.filter((ordinal) => has(node.word, ordinal));
        case 'filter':
          return all.filter((ordinal) => filters[node.filter]?.has(ordinal));
        case 'not': {
          const found = new Set(find(node.of, all));
          return all.filter((ordinal) => !found.has(ordinal));
        }
        case 'any':
          return all.filter((ordinal) => node.of.some((branch) => find(branch, among).includes(ordinal)));
        case 'all': {
          const required = numbersOf(node.of);
          const left = among.filter((ordinal) => required.every((number) => has(number, ordinal)));
          return all.filter((ordinal) => node.of.every((branch) => find(branch, left).includes(ordinal)));
        }
        case 'most': {
          const said = (ordinal: number): number =>
            sum(numbersOf(node.of).map((number) => (has(number, ordinal) ? (words[number]?.idf ?? 0) : 0)));
          const most = Math.max(...among.map(said));
          return among.filter((ordinal) => said(ordinal) > 0 && said(ordinal) >= leastShare * most - 1e-9);
        }
      }
    };
    return find(tree, all);
  }
}
