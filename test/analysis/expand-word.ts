/**
 * What a word stands for, by looking at every term of an index: slow and plain, for engines to be compared with.
 * @module
 */
import {
  byLikelihood,
  cutWeight,
  type Expansion,
  editWeight,
  isScarce,
  maxCorrections,
  maxCuts,
  maxEditsOfStem,
  maxEditTerms,
  maxMisspellings,
  maxPrefixScan,
  maxPrefixTerms,
  maxRelativeScan,
  maxRelatives,
  minHalf,
  minRelativeLength,
  prefixWeight,
  relativeWeight,
} from '../../src/analysis/expansion.js';
import type { Form, QueryWord, TermForm } from '../../src/analysis/index.js';

/** Edits from one word to another: insert, delete, substitute, swap neighbours. The textbook recurrence, the whole matrix at once. */
export const editDistance = (a: string, b: string): number => {
  const rows = Array.from({ length: a.length + 1 }, (_, i) =>
    Array.from({ length: b.length + 1 }, (_, j) => (i === 0 ? j : j === 0 ? i : 0)),
  );
  const at = (i: number, j: number): number => rows[i]?.[j] ?? Number.NaN;
  for (let i = 1; i <= a.length; i += 1) {
    for (let j = 1; j <= b.length; j += 1) {
      let best = Math.min(
        at(i - 1, j) + 1,
        at(i, j - 1) + 1,
        at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1),
      );
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        best = Math.min(best, at(i - 2, j - 2) + 1);
      const row = rows[i];
      if (row) row[j] = best;
    }
  }
  return at(a.length, b.length);
};

const byIndex = (a: Expansion, b: Expansion): number => a.index - b.index;

/** The terms of an index, in ascending order, each once, and what they may stand for. */
export class PlainDictionary {
  readonly #all: readonly { readonly term: string; readonly index: number }[];

  constructor(terms: readonly string[]) {
    this.#all = terms.map((term, index) => ({ term, index }));
  }

  exact(word: string): readonly Expansion[] {
    return this.#all
      .filter(({ term }) => term === word && word !== '')
      .map((found) => ({ ...found, kind: 'exact', edits: 0, weight: 1 }));
  }

  relatives(word: string, stem: (term: string) => string): readonly Expansion[] {
    const own = stem(word);
    let shared = 0;
    while (shared < Math.min(word.length, own.length) && word[shared] === own[shared]) shared += 1;
    if (word.length < minRelativeLength || shared === 0) return [];
    return this.#all
      .filter(({ term }) => term.startsWith(word.slice(0, shared)))
      .slice(0, maxRelativeScan)
      .filter(({ term }) => term !== word && stem(term) === own)
      .slice(0, maxRelatives)
      .map((found) => ({ ...found, kind: 'relative', edits: 0, weight: relativeWeight }));
  }

  completions(word: string): readonly Expansion[] {
    return this.#all
      .filter(({ term }) => word !== '' && term.startsWith(word))
      .slice(0, maxPrefixScan)
      .filter(({ term }) => term !== word)
      .map((found): Expansion => {
        const { length } = found.term;
        return { ...found, kind: 'completion', edits: 0, weight: prefixWeight(length, length - word.length) };
      })
      .sort((a, b) => a.term.length - b.term.length || byIndex(a, b))
      .slice(0, maxPrefixTerms)
      .sort(byIndex);
  }

  misspellings(word: string, maxEdits: number): readonly Expansion[] {
    const isNear = ({ length }: string): boolean => Math.abs(length - word.length) <= maxEdits;
    const near = this.#all
      .filter(({ term }) => term !== word && term.charAt(0) === word.charAt(0) && isNear(term))
      .map((found) => ({ ...found, edits: editDistance(word, found.term) }))
      .filter(({ edits }) => edits <= maxEdits);
    const fewest = Math.min(...near.map(({ edits }) => edits));
    return near
      .filter(({ edits }) => edits === fewest)
      .slice(0, maxEditTerms)
      .map((found) => ({
        ...found,
        kind: 'misspelling',
        weight: editWeight(found.term.length, found.edits),
      }));
  }

  cuts(word: string): readonly (readonly string[])[] {
    return Array.from({ length: word.length }, (_, end) => [word.slice(0, end), word.slice(end)])
      .filter((halves) => halves.every((half) => half.length >= minHalf && this.exact(half).length > 0))
      .map((halves) => ({ halves, shorter: Math.min(...halves.map(({ length }) => length)) }))
      .sort((a, b) => b.shorter - a.shorter)
      .slice(0, maxCuts)
      .map(({ halves }) => halves);
  }
}

/** A form of a word as the index has it: a term, or terms that stand so far apart. */
export interface PlainForm {
  readonly kind: Expansion['kind'] | 'sequence';
  readonly weight: number;
  readonly terms: readonly string[];
  readonly offsets: readonly number[];
}

export interface PlainWord {
  /** The forms of each tier that any document has. */
  readonly tiers: readonly (readonly PlainForm[])[];
  readonly corrections: readonly { readonly term: string; readonly documents: number }[];
}

export interface PlainIndex {
  readonly dictionary: PlainDictionary;
  readonly stem: (term: string) => string;
  /** The documents that have a form of the word, in its field if it has one. */
  documentsOf(form: Pick<PlainForm, 'terms' | 'offsets'>): ReadonlySet<number>;
}

const toForms = (expansions: readonly Expansion[], factor: number): readonly PlainForm[] =>
  expansions.map(({ kind, term, weight }) => ({
    kind,
    weight: factor * weight,
    terms: [term],
    offsets: [0],
  }));

/** Terms that some other forms are not; one that is there twice with the greater weight. */
const without = (forms: readonly PlainForm[], others: readonly PlainForm[]): readonly PlainForm[] => {
  const nameOf = ({ kind, terms, offsets }: PlainForm): string =>
    JSON.stringify(kind === 'sequence' ? [terms, offsets] : terms[0]);
  const known = new Set(others.map(nameOf));
  const best = new Map<string, PlainForm>();
  for (const form of forms) {
    const name = nameOf(form);
    if (!known.has(name) && form.weight > (best.get(name)?.weight ?? 0)) best.set(name, form);
  }
  return [...best.values()];
};

/** The tiers of a word, by the rule of `analysis/expansion.ts`. */
export const readWord = (
  { forms, excluded }: QueryWord,
  { dictionary, stem, documentsOf }: PlainIndex,
): PlainWord => {
  const existing = (of: readonly PlainForm[]): readonly PlainForm[] =>
    of.filter((form) => documentsOf(form).size > 0);
  const countAll = (of: readonly PlainForm[]): number =>
    new Set(of.flatMap((form) => [...documentsOf(form)])).size;

  const ownOf = (form: Form): readonly PlainForm[] => {
    if (form.kind === 'sequence') return [form];
    const { term, relatives, prefix, weight } = form;
    return [
      ...toForms(dictionary.exact(term), weight),
      ...toForms(relatives ? dictionary.relatives(term, stem) : [], weight),
      ...toForms(prefix === 'always' ? dictionary.completions(term) : [], weight),
    ];
  };
  const [first] = forms;
  const cuts =
    first?.kind === 'term' &&
    first.maxEdits > 0 &&
    ownOf(first).length === 0 &&
    (first.prefix === 'never' || dictionary.completions(first.term).length === 0)
      ? dictionary.cuts(first.term).map(
          (terms): PlainForm => ({
            kind: 'sequence',
            weight: first.weight * cutWeight,
            terms,
            offsets: [0, 1],
          }),
        )
      : [];
  const own = existing(without([...forms.flatMap(ownOf), ...cuts], []));
  if (excluded) return { tiers: [own], corrections: [] };

  const terms = forms.filter((form): form is TermForm => form.kind === 'term');
  const foundOwn = countAll(own);
  const completions = existing(
    without(
      terms
        .filter(({ prefix }) => prefix === 'scarce')
        .flatMap(({ term, weight }) => toForms(dictionary.completions(term), weight)),
      own,
    ),
  ).filter((form) => isScarce(foundOwn, documentsOf(form).size));

  const before = [...own, ...completions];
  const found = countAll(before);
  const misspelt = terms.find(({ maxEdits }) => maxEdits > 0);
  const { term: typed = '', maxEdits = 0 } = misspelt ?? {};
  const nearTyped = dictionary.misspellings(typed, maxEdits);
  const near =
    found === 0 && nearTyped.length === 0
      ? dictionary.misspellings(stem(typed), maxEditsOfStem(stem(typed), maxEdits))
      : nearTyped;
  const misspellings = existing(
    without(
      toForms(found === 0 || near.every(({ edits }) => edits === 1) ? near : [], misspelt?.weight ?? 1),
      before,
    ),
  )
    .map((form) => ({ ...form, term: form.terms[0] ?? '', documents: documentsOf(form).size }))
    .filter(({ documents }) => isScarce(found, documents))
    .sort(byLikelihood(typed))
    .slice(0, maxMisspellings);
  const likeliest = misspellings.slice(0, maxCorrections);
  const relatives = existing(
    without(
      likeliest.flatMap(({ terms: [term = ''], weight }) =>
        toForms(dictionary.relatives(term, stem), weight),
      ),
      [...before, ...misspellings],
    ),
  ).map((form): PlainForm => ({ ...form, kind: 'misspelling' }));
  return {
    tiers: [own, completions, [...misspellings, ...relatives]],
    corrections: likeliest.map(({ term, documents }) => ({ term, documents })),
  };
};
