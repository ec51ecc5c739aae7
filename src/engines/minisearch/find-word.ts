/**
 * Which documents have a word of a question, what it scores in each, and which terms of the index it stood for: tier by tier, by the
 * rules of `analysis/expansion.ts`.
 * @module
 */
import {
  byLikelihood,
  cutWeight,
  editWeight,
  few,
  isScarce,
  maxCorrections,
  maxEditsOfStem,
  maxEditTerms,
  maxMisspellings,
  maxPrefixTerms,
  prefixWeight,
  relativeWeight,
} from '../../analysis/expansion.js';
import type { Form, QueryWord, TermForm } from '../../analysis/query-words.js';
import type { Correction } from '../matcher.js';
import type { Dictionary } from './dictionary.js';
import { Evidence } from './evidence.js';
import type { TermSearch } from './term-search.js';

export interface FoundWord extends Pick<Evidence, 'scores' | 'terms'> {
  /** How many documents have the word itself, or a form that is as good; those that have it by a longer word too; and by a likelier. */
  readonly counts: readonly [own: number, number, number];
  /** See `WordMatch`. */
  readonly corrections: readonly Correction[];
}

/** A term that a word may be a misspelling of. */
interface Misspelling extends Correction {
  readonly weight: number;
}

/** Finds one word. */
export class WordFinder {
  readonly #search: TermSearch;
  readonly #dictionary: Dictionary;
  readonly #stem: (term: string) => string;
  readonly #found = new Evidence();
  /** Terms that were looked for: none counts twice. */
  readonly #known = new Set<string>();

  /** @param stem of the language of the question */
  constructor(search: TermSearch, dictionary: Dictionary, stem: (term: string) => string) {
    this.#search = search;
    this.#dictionary = dictionary;
    this.#stem = stem;
  }

  find({ forms, excluded }: QueryWord): FoundWord {
    this.#addForms(forms);
    const own = this.#count;
    const typed = excluded ? [] : forms.filter((form) => form.kind === 'term');
    this.#addCompletions(typed);
    const completed = this.#count;
    const corrections = this.#addMisspellings(typed);
    const { scores, terms } = this.#found;
    return { scores, terms, counts: [own, completed, this.#count], corrections };
  }

  /** In how many documents the word was found. */
  get #count(): number {
    return this.#found.scores.size;
  }

  #addTerm(tier: Evidence, term: string, weight: number): void {
    if (this.#known.has(term)) return;
    this.#known.add(term);
    tier.add(this.#search.find(term, weight), weight);
  }

  #addRelatives(tier: Evidence, term: string, weight: number): void {
    for (const relative of this.#dictionary.relatives(term, this.#stem))
      this.#addTerm(tier, relative, relativeWeight * weight);
  }

  /** Terms that the form begins: the shortest, those of them that count. */
  #addBegun(tier: Evidence, { term, weight }: TermForm, counts: (longer: string) => boolean): void {
    const begun = this.#search
      .completions(term)
      .toSorted((a, b) => a.length - b.length)
      .slice(0, maxPrefixTerms);
    for (const longer of begun.filter(counts))
      this.#addTerm(tier, longer, weight * prefixWeight(longer.length, longer.length - term.length));
  }

  #addForms(forms: readonly Form[]): void {
    const tier = new Evidence();
    const terms = forms.filter((form) => form.kind === 'term');
    for (const { term, weight } of terms) this.#addTerm(tier, term, weight);
    for (const { term, weight, relatives } of terms) if (relatives) this.#addRelatives(tier, term, weight);
    for (const form of terms) if (form.prefix === 'always') this.#addBegun(tier, form, () => true);
    for (const form of forms)
      if (form.kind === 'sequence') tier.add(this.#search.findAll(form.terms, form.weight), form.weight);
    const [typed] = forms;
    if (typed?.kind === 'term') this.#addCuts(tier, typed);
    this.#found.addBelow(tier);
  }

  /** Two words that were run together, where the index does not have the one. What cannot be misspelt is no such word. */
  #addCuts(tier: Evidence, { term, weight, maxEdits, relatives }: TermForm): void {
    const isKnown =
      this.#dictionary.has(term) || (relatives && this.#dictionary.relatives(term, this.#stem).length > 0);
    if (isKnown || maxEdits === 0) return;
    for (const halves of this.#dictionary.cuts(term))
      tier.add(this.#search.findAll(halves, cutWeight * weight), cutWeight * weight);
  }

  #addCompletions(typed: readonly TermForm[]): void {
    const found = this.#count;
    const unfinished = typed.filter(({ prefix }) => prefix === 'scarce');
    if (unfinished.length === 0 || found > few) return;
    const tier = new Evidence();
    for (const form of unfinished)
      this.#addBegun(tier, form, (longer) => isScarce(found, this.#search.count(longer)));
    this.#found.addBelow(tier);
  }

  /** @returns the likeliest */
  #addMisspellings(typed: readonly TermForm[]): readonly Correction[] {
    const found = this.#count;
    if (found > few) return [];
    const misspellings = typed
      .flatMap((form) =>
        this.#findMisspellings(form)
          .filter(({ term, documents }) => !this.#known.has(term) && isScarce(found, documents))
          .sort(byLikelihood(form.term)),
      )
      .slice(0, maxMisspellings);
    const tier = new Evidence();
    for (const { term, weight } of misspellings) this.#addTerm(tier, term, weight);
    const likeliest = misspellings.slice(0, maxCorrections);
    for (const { term, weight } of likeliest) this.#addRelatives(tier, term, weight);
    this.#found.addBelow(tier);
    return likeliest.map(({ term, documents }) => ({ term, documents }));
  }

  #findMisspellings({ term, weight, maxEdits }: TermForm): readonly Misspelling[] {
    // A word that the blog does have is more than one letter away from others by chance only.
    const isKnown = this.#count > 0;
    const near = this.#findNear(term, isKnown ? Math.min(1, maxEdits) : maxEdits);
    const stem = this.#stem(term);
    const found =
      isKnown || near.length > 0 || stem === term
        ? near
        : this.#findNear(stem, maxEditsOfStem(stem, maxEdits));
    return found.map((other) => ({ ...other, weight: weight * other.weight }));
  }

  /** @returns those of the fewest edits */
  #findNear(term: string, maxEdits: number): readonly Misspelling[] {
    for (let edits = 1; edits <= maxEdits; edits += 1) {
      const near = this.#search.misspellings(term, edits).slice(0, maxEditTerms);
      if (near.length === 0) continue;
      return near.map((other) => ({
        term: other,
        documents: this.#search.count(other),
        weight: editWeight(other.length, edits),
      }));
    }
    return [];
  }
}
