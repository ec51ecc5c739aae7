/**
 * Which documents have a word of a question, what it scores in each, and which terms of the index it stood for.
 * @module
 */
import {
  editWeight,
  isScarce,
  maxCorrections,
  prefixWeight,
  relativeWeight,
} from '../../analysis/expansion.js';
import type { QueryWord, SequenceForm, TermForm } from '../../analysis/query-words.js';
import type { Correction } from '../matcher.js';
import type { Relatives } from './relatives.js';
import type { TermQuestion, TermResult, TermSearch } from './term-search.js';

/** A term that a word stood for. */
interface TermOfWord {
  /** What it counts to the word, in (0, 1]. */
  readonly weight: number;
  /** In how many documents it stands, in the field of the word if it has one. */
  readonly documents: number;
}

export interface FoundWord {
  /** By ordinal: what the word is worth there, positive. */
  readonly scores: ReadonlyMap<number, number>;
  /** How many documents have the word itself, or a form that is as good. */
  readonly documents: number;
  readonly terms: ReadonlyMap<string, TermOfWord>;
  /** See `WordMatch`. */
  readonly corrections: readonly Correction[];
}

/** What words are looked for in. */
export interface SearchedIndex {
  readonly documentCount: number;
  readonly search: TermSearch;
  readonly relatives: Relatives;
}

/** What the best document without the word itself is worth, compared to the worst that has it. */
const belowShare = 0.9;

/** What several questions to MiniSearch found, no term by two of them. */
class Evidence {
  readonly scores = new Map<number, number>();
  readonly terms = new Map<string, TermOfWord>();

  /** @param weigh what a term counts to the word */
  add(results: readonly TermResult[], weigh: (term: string) => number): void {
    const counts = new Map<string, number>();
    for (const { ordinal, score, terms } of results) {
      this.scores.set(ordinal, (this.scores.get(ordinal) ?? 0) + score);
      for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
    }
    for (const [term, documents] of counts) this.terms.set(term, { weight: weigh(term), documents });
  }

  /** Adds what documents have that do not have the word: each is worth less than any that has. */
  addBelow({ scores, terms }: Evidence): void {
    let worst = Infinity;
    for (const score of this.scores.values()) worst = Math.min(worst, score);
    let best = 0;
    for (const score of scores.values()) best = Math.max(best, score);
    const scale = Math.min(1, (belowShare * worst) / best);
    for (const [ordinal, score] of scores)
      if (!this.scores.has(ordinal)) this.scores.set(ordinal, scale * score);
    for (const [term, found] of terms) this.terms.set(term, found);
  }
}

/** Looks for one word. */
class WordSearch {
  readonly #search: TermSearch;
  readonly #field: QueryWord['field'];
  /** Terms that were looked for: none counts twice. */
  readonly #known = new Set<string>();

  constructor(search: TermSearch, { field }: QueryWord) {
    this.#search = search;
    this.#field = field;
  }

  /** Adds documents with the term, which counts so much. */
  addTerm(evidence: Evidence, term: string, weight: number): void {
    if (this.#known.has(term)) return;
    this.#known.add(term);
    evidence.add(this.#find({ term, weight }), () => weight);
  }

  /** Adds documents with terms that the form begins. */
  addCompletions(evidence: Evidence, { term, weight }: TermForm): void {
    const results = this.#find({ term, weight, prefix: true, except: this.#known });
    this.#addOthers(evidence, results, ({ length }) => weight * prefixWeight(length, length - term.length));
  }

  /** Adds documents with terms that the form may be a misspelling of. MiniSearch does not say how many edits it took: the most that it may. */
  addMisspelt(evidence: Evidence, { term, weight, maxEdits }: TermForm): void {
    const results = this.#find({ term, weight, maxEdits, except: this.#known });
    this.#addOthers(evidence, results, ({ length }) => weight * editWeight(length, maxEdits));
  }

  addSequence(evidence: Evidence, { terms, weight }: SequenceForm): void {
    evidence.add(this.#search.findAll(terms, { weight, field: this.#field }), () => weight);
  }

  #find(question: Omit<TermQuestion, 'field'>): readonly TermResult[] {
    return this.#search.find({ ...question, field: this.#field });
  }

  #addOthers(evidence: Evidence, results: readonly TermResult[], weigh: (term: string) => number): void {
    evidence.add(results, weigh);
    for (const { terms } of results) for (const term of terms) this.#known.add(term);
  }
}

/** The likeliest first: those that most documents have. */
const toCorrections = ({ terms }: Evidence): readonly Correction[] =>
  Array.from(terms, ([term, { documents }]) => ({ term, documents }))
    .sort((a, b) => b.documents - a.documents || (a.term < b.term ? -1 : 1))
    .slice(0, maxCorrections);

/** @param stem of the language of the question */
export const findWord = (
  word: QueryWord,
  stem: (term: string) => string,
  { search, relatives, documentCount }: SearchedIndex,
): FoundWord => {
  const found = new Evidence();
  const ofWord = new WordSearch(search, word);
  const forms = word.forms.filter((form) => form.kind === 'term');
  for (const { term, weight } of forms) ofWord.addTerm(found, term, weight);
  for (const { term, weight, relatives: counts } of forms) {
    if (!counts) continue;
    for (const other of relatives.of(term, stem)) ofWord.addTerm(found, other, relativeWeight * weight);
  }
  for (const form of forms) if (form.prefix === 'always') ofWord.addCompletions(found, form);
  for (const form of word.forms) if (form.kind === 'sequence') ofWord.addSequence(found, form);
  const own = found.scores.size;

  const completions = new Evidence();
  const misspelt = new Evidence();
  if (isScarce(own, documentCount))
    for (const form of forms) if (form.prefix === 'scarce') ofWord.addCompletions(completions, form);
  if (isScarce(own, completions.scores.size)) found.addBelow(completions);
  if (isScarce(found.scores.size, documentCount))
    for (const form of forms) if (form.maxEdits > 0) ofWord.addMisspelt(misspelt, form);
  if (isScarce(found.scores.size, misspelt.scores.size)) found.addBelow(misspelt);
  return { scores: found.scores, documents: own, terms: found.terms, corrections: toCorrections(misspelt) };
};
