/**
 * The forms of a word that the index has, tier by tier, see `analysis/expansion.ts`. What a later tier needs is read only where the
 * earlier find little.
 * @module
 */
import {
  byLikelihood,
  cutWeight,
  type Expansion,
  few,
  isScarce,
  maxCorrections,
  maxEditsOfStem,
  maxMisspellings,
  relativeWeight,
} from '../../analysis/expansion.js';
import type { Form, QueryWord, TermForm } from '../../analysis/query-words.js';
import type { Correction } from '../matcher.js';
import type { WordExpander } from './expand-word.js';
import type { Stem } from './find-relatives.js';
import type { FormReader, SequenceToRead } from './form-reader.js';
import type { FoundForm } from './found-forms.js';

/** A word and what it stands for in the index. */
export interface FoundWord {
  /** The forms of each tier; the first are those of the word itself. */
  readonly tiers: readonly (readonly FoundForm[])[];
  readonly corrections: readonly Correction[];
}

/** What the dictionary says of a form. */
interface FormTerms {
  readonly terms: readonly Expansion[];
  readonly sequences: readonly SequenceToRead[];
}

/** What two forms stand for counts as the better of them says. */
const withoutDoubles = <Found extends { readonly weight: number }>(
  all: readonly Found[],
  keyOf: (found: Found) => number | string,
): readonly Found[] => {
  const byKey = new Map<number | string, Found>();
  for (const found of all) {
    const key = keyOf(found);
    const known = byKey.get(key);
    if (known === undefined || known.weight < found.weight) byKey.set(key, found);
  }
  return [...byKey.values()];
};

const indexOf = ({ index }: Expansion): number => index;
const placesOf = ({ terms, offsets }: SequenceToRead): string =>
  JSON.stringify([terms.map(indexOf), offsets]);

const weighed = (expansions: readonly Expansion[], weight: number): readonly Expansion[] =>
  expansions.map((expansion) => ({ ...expansion, weight: weight * expansion.weight }));

/** @param own what `WordExpander.own` gives of it */
const toFormTerms = (form: Form | undefined, own: readonly (readonly Expansion[])[]): FormTerms => {
  const terms = own.flat();
  if (form?.kind !== 'sequence') return { terms: weighed(terms, form?.weight ?? 1), sequences: [] };
  // It is nowhere without each of its terms.
  return { terms: [], sequences: terms.length === own.length ? [{ ...form, terms }] : [] };
};

/** @returns those that none of the forms `before` is, each once */
const othersOf = (expansions: readonly Expansion[], before: readonly FoundForm[]): readonly Expansion[] => {
  const known = new Set(
    before.flatMap(({ kind, terms }) => (kind === 'sequence' ? [] : terms.map(({ index }) => index))),
  );
  return withoutDoubles(
    expansions.filter(({ index }) => !known.has(index)),
    indexOf,
  );
};

/** Reads one word of a question. */
export class WordReader {
  readonly #expander: WordExpander;
  readonly #opened: Promise<FormReader>;
  readonly #stem: Stem;

  /** @param opened what reads forms, once it is there: the dictionary is read meanwhile */
  constructor(expander: WordExpander, opened: Promise<FormReader>, stem: Stem) {
    this.#expander = expander;
    this.#opened = opened;
    this.#stem = stem;
  }

  /** @throws LookbackError `index-corrupt`, what the source throws, or the signal's reason */
  async read({ forms, excluded }: QueryWord): Promise<FoundWord> {
    const own = await this.#readOwn(forms);
    if (excluded) return { tiers: [own], corrections: [] };
    const typed = forms.filter((form) => form.kind === 'term');
    const completions = await this.#readCompletions(typed, own);
    const { misspellings, corrections } = await this.#readMisspellings(typed, [...own, ...completions]);
    return { tiers: [own, completions, misspellings], corrections };
  }

  async #readOwn(forms: readonly Form[]): Promise<readonly FoundForm[]> {
    const [typed] = forms;
    const found = (await this.#expander.own(forms)).map((own, at) => toFormTerms(forms[at], own));
    const isUnknown = found[0]?.terms.length === 0;
    const cuts = isUnknown && typed?.kind === 'term' ? await this.#findCuts(typed) : [];
    const terms = found.flatMap((ofForm) => ofForm.terms);
    const sequences = [...found.flatMap((ofForm) => ofForm.sequences), ...cuts];
    const reader = await this.#opened;
    return reader.read(withoutDoubles(terms, indexOf), withoutDoubles(sequences, placesOf));
  }

  /**
   * Two words that were run together, where the index does not have the one. What cannot be misspelt is no such word, nor is what may be
   * the beginning of another.
   */
  async #findCuts({ term, weight, prefix, maxEdits }: TermForm): Promise<readonly SequenceToRead[]> {
    if (maxEdits === 0) return [];
    if (prefix === 'scarce' && (await this.#expander.completions(term)).length > 0) return [];
    const cuts = await this.#expander.cuts(term);
    return cuts.map((terms) => ({ terms, offsets: [0, 1], weight: weight * cutWeight }));
  }

  async #readCompletions(
    typed: readonly TermForm[],
    own: readonly FoundForm[],
  ): Promise<readonly FoundForm[]> {
    const reader = await this.#opened;
    const unfinished = typed.filter(({ prefix }) => prefix === 'scarce');
    const found = unfinished.length === 0 ? Infinity : reader.countFew(own, few);
    if (found > few) return [];
    const completions = await Promise.all(
      unfinished.map(async ({ term, weight }) => weighed(await this.#expander.completions(term), weight)),
    );
    const forms = await reader.read(othersOf(completions.flat(), own));
    return found === 0 ? forms : forms.filter((form) => isScarce(found, reader.count(form)));
  }

  async #readMisspellings(
    typed: readonly TermForm[],
    before: readonly FoundForm[],
  ): Promise<{ readonly misspellings: readonly FoundForm[]; readonly corrections: readonly Correction[] }> {
    const reader = await this.#opened;
    const misspelt = typed.find(({ maxEdits }) => maxEdits > 0);
    const found = misspelt === undefined ? Infinity : reader.countFew(before, few);
    if (misspelt === undefined || found > few) return { misspellings: [], corrections: [] };
    const near = await this.#findNear(misspelt, found > 0);
    // A word that the blog does have is more than one letter away from others by chance only.
    const isNear = found === 0 || near.every(({ edits }) => edits === 1);
    const others = isNear ? othersOf(weighed(near, misspelt.weight), before) : [];
    const likeliest = (await reader.read(others))
      .map((form) => ({ form, term: form.terms[0]?.term ?? '', documents: reader.count(form) }))
      .filter(({ documents }) => isScarce(found, documents))
      .sort(byLikelihood(misspelt.term))
      .slice(0, maxMisspellings);
    const corrections = likeliest
      .slice(0, maxCorrections)
      .map(({ term, documents }) => ({ term, documents }));
    const forms = likeliest.map(({ form }) => form);
    const relatives = await this.#readRelatives(forms.slice(0, maxCorrections), [...before, ...forms]);
    return { misspellings: [...forms, ...relatives], corrections };
  }

  /** Terms that a form may be a misspelling of; of one that is nowhere also those that its stem may be. */
  async #findNear({ term, maxEdits }: TermForm, isKnown: boolean): Promise<readonly Expansion[]> {
    const near = await this.#expander.misspellings(term, maxEdits);
    const stem = this.#stem(term);
    if (isKnown || near.length > 0 || stem === term) return near;
    return this.#expander.misspellings(stem, maxEditsOfStem(stem, maxEdits));
  }

  async #readRelatives(
    misspellings: readonly FoundForm[],
    before: readonly FoundForm[],
  ): Promise<readonly FoundForm[]> {
    const relatives = await Promise.all(
      misspellings.map(async ({ weight, terms: [posted] }) => {
        const found = await this.#expander.relatives(posted?.term ?? '');
        const kind = 'misspelling';
        return found.map((expansion) => ({ ...expansion, kind, weight: weight * relativeWeight }) as const);
      }),
    );
    const reader = await this.#opened;
    return reader.read(othersOf(relatives.flat(), before));
  }
}
