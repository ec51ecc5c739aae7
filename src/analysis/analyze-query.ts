/**
 * A query tree -> the terms of one language, once a shard.
 * @module
 */
import type { FieldName } from '../domain/fields.js';
import type { DocumentFilter, QueryTree } from '../domain/query-tree.js';
import type { Analyzer } from './analyzer.js';
import { type LanguageWords, unknownLanguage } from './languages/language-words.js';
import { type Form, maxForms, type QueryWord, stopWordWeight } from './query-words.js';
import { joinNeighbours } from './side-by-side.js';
import { noSynonyms, type SynonymForms } from './synonym-forms.js';
import { type TypedWord, toPhraseForm, toTypedWords, toWildcardForms } from './typed-words.js';

/** What comes after so many different words does not change what is found, only what it costs. */
export const maxQueryWords = 32;
/** Branches on branches at most; what is deeper is left out. */
export const maxQueryDepth = 16;

/** A query tree of which the leaves are words and filters, named by their position in {@link AnalyzedQuery}. */
export type AnalyzedTree =
  /** Documents that have one of the forms of the word. */
  | { readonly kind: 'word'; readonly word: number }
  /** Documents that pass a filter. */
  | { readonly kind: 'filter'; readonly filter: number }
  /** `most`: documents that say enough of the branches, see `ranking/coverage.ts`. */
  | { readonly kind: 'all' | 'any' | 'most'; readonly of: readonly AnalyzedTree[] }
  | { readonly kind: 'not'; readonly of: AnalyzedTree };

/** A question to one shard. */
export interface AnalyzedQuery {
  /** Every different word of the tree once, in the order in which they are asked. */
  readonly words: readonly QueryWord[];
  /** Every filter of the tree. Whoever asks a matcher gives the documents that pass each. */
  readonly filters: readonly DocumentFilter[];
  readonly tree: AnalyzedTree;
  /** The stem of a term, in the language of the question: terms of one stem are relatives. */
  readonly stem: (term: string) => string;
}

/** Asks for no word, and matches nothing. */
export const emptyQuery: AnalyzedQuery = {
  words: [],
  filters: [],
  tree: { kind: 'any', of: [] },
  stem: (term) => term,
};

export interface QueryAnalysisOptions {
  /** Default a language of which nothing is known. */
  readonly words?: LanguageWords;
  /** Words that mean the same in the posts of this language. Default none. */
  readonly synonyms?: SynonymForms;
  /** Whether words may be misspelt. Default true. */
  readonly fuzzy?: boolean;
  /** Words, as they are typed, that stand for no other: neither unfinished nor misspelt. Default none. */
  readonly settled?: ReadonlySet<string>;
}

/** Where in the tree a word stands. */
interface Surroundings {
  readonly depth: number;
  readonly field?: FieldName;
  readonly excluded?: true;
}

type TypedLeaf = Extract<QueryTree, { readonly kind: 'term' | 'prefix' }>;
type WordLeaf = Extract<AnalyzedTree, { readonly kind: 'word' }>;

const isTypedLeaf = (tree: QueryTree): tree is TypedLeaf => tree.kind === 'term' || tree.kind === 'prefix';

/** Who asks for a word twice asks for it once. */
const withoutRepeated = (branches: readonly AnalyzedTree[]): readonly AnalyzedTree[] => {
  const words = new Set<number>();
  return branches.filter((branch) => {
    if (branch.kind !== 'word') return true;
    const isNew = !words.has(branch.word);
    words.add(branch.word);
    return isNew;
  });
};

/** What a form looks for, whatever it is worth. */
const toFormKey = (form: Form): string =>
  JSON.stringify(form.kind === 'term' ? form.term : [form.terms, form.offsets]);

/** @returns each form once, the first of those that look for the same, unfinished if one of them is */
const mergeForms = (forms: readonly Form[]): readonly Form[] => {
  const merged = new Map<string, Form>();
  for (const form of forms) {
    const key = toFormKey(form);
    const known = merged.get(key);
    if (known === undefined) merged.set(key, form);
    else if (known.kind === 'term' && form.kind === 'term' && known.prefix === 'never')
      merged.set(key, { ...known, prefix: form.prefix });
  }
  return [...merged.values()].slice(0, maxForms);
};

const toSettled = (form: Form): Form =>
  form.kind === 'sequence' || form.prefix === 'always' ? form : { ...form, prefix: 'never', maxEdits: 0 };

class QueryAnalysis {
  readonly #words: QueryWord[] = [];
  readonly filters: DocumentFilter[] = [];
  readonly #numbers = new Map<string, number>();
  readonly #stopWords = new Set<number>();
  readonly #analyzer: Analyzer;
  readonly #language: LanguageWords;
  readonly #synonyms: SynonymForms;
  readonly #isFuzzy: boolean;
  readonly #settled: ReadonlySet<string>;

  constructor(analyzer: Analyzer, options: QueryAnalysisOptions) {
    this.#analyzer = analyzer;
    this.#language = options.words ?? unknownLanguage;
    this.#synonyms = options.synonyms ?? noSynonyms;
    this.#isFuzzy = options.fuzzy ?? true;
    this.#settled = options.settled ?? new Set();
  }

  /** @returns nothing where there is no term to look for: the branch is as good as absent */
  analyze(tree: QueryTree, place: Surroundings): AnalyzedTree | undefined {
    if (place.depth > maxQueryDepth) return undefined;
    const below = { ...place, depth: place.depth + 1 };
    switch (tree.kind) {
      case 'term':
      case 'prefix': {
        const of = withoutRepeated(this.#analyzeWords([tree], place));
        return of.length > 1 ? { kind: 'most', of } : of[0];
      }
      case 'wildcard': {
        const of = toWildcardForms(tree.text, this.#analyzer).flatMap(
          (form) => this.#add('wildcard', { text: tree.text, forms: [form], weight: 1 }, place) ?? [],
        );
        return of.length > 1 ? { kind: 'all', of } : of[0];
      }
      case 'phrase':
        return this.#analyzePhrase(tree.text, place);
      case 'most': {
        const of = this.#analyzeMost(tree.of, below);
        return of.length === 0 && tree.of.length > 0 ? undefined : { kind: 'most', of };
      }
      case 'all':
      case 'any': {
        const of = tree.of.flatMap((branch) => this.analyze(branch, below) ?? []);
        return of.length === 0 && tree.of.length > 0 ? undefined : { kind: tree.kind, of };
      }
      case 'field':
        return this.analyze(tree.of, { ...below, field: tree.field });
      case 'not': {
        const of = this.analyze(tree.of, { ...below, excluded: true });
        return of && { kind: 'not', of };
      }
      case 'filter':
        this.filters.push(tree.filter);
        return { kind: 'filter', filter: this.filters.length - 1 };
    }
  }

  /** Words that follow one another are seen together. */
  #analyzeMost(branches: readonly QueryTree[], place: Surroundings): readonly AnalyzedTree[] {
    const of: AnalyzedTree[] = [];
    let words: TypedLeaf[] = [];
    for (const branch of branches) {
      if (isTypedLeaf(branch)) {
        words.push(branch);
        continue;
      }
      of.push(...this.#analyzeWords(words, place));
      words = [];
      const other = this.analyze(branch, place);
      if (other) of.push(other);
    }
    return withoutRepeated([...of, ...this.#analyzeWords(words, place)]);
  }

  #analyzeWords(leaves: readonly TypedLeaf[], place: Surroundings): readonly AnalyzedTree[] {
    // Whoever asks a word not to be there means that word, and no other.
    if (place.excluded) return leaves.flatMap(({ text }) => this.#analyzePhrase(text, place) ?? []);
    const words = leaves.flatMap(({ text, kind }) =>
      toTypedWords(text, this.#analyzer, { isUnfinished: kind === 'prefix', isFuzzy: this.#isFuzzy }),
    );
    const typed = joinNeighbours(words, this.#synonyms).map((word) => this.#addTyped(word, place));
    // Last, so that a word too many is one of these.
    const lesser = words
      .flatMap(({ beside }) => beside)
      .filter(({ form }) => !this.#language.isStopWord(form.term))
      .map(({ text, weight, form }) => this.#add('typed', { text, weight, forms: [form] }, place));
    return [...typed, this.#addSaying(leaves, typed, place), ...lesser].flatMap((leaf) => leaf ?? []);
  }

  /** Of words that say little each, such as `the who` and `to be or not to be`, it is their order that tells. */
  #addSaying(
    leaves: readonly TypedLeaf[],
    typed: readonly (WordLeaf | undefined)[],
    place: Surroundings,
  ): WordLeaf | undefined {
    if (typed.length < 2 || !typed.every((leaf) => leaf && this.#stopWords.has(leaf.word))) return undefined;
    const text = leaves.map((leaf) => leaf.text).join(' ');
    const form = toPhraseForm(text, this.#analyzer);
    return form && this.#add('phrase', { text, forms: [form], weight: 1 }, place);
  }

  #addTyped({ text, forms }: TypedWord, place: Surroundings): WordLeaf | undefined {
    const leaf = this.#add('typed', { text, forms, weight: 1 }, place);
    const [own] = forms;
    if (leaf && own?.kind === 'term' && this.#language.isStopWord(own.term)) this.#stopWords.add(leaf.word);
    return leaf;
  }

  #analyzePhrase(text: string, place: Surroundings): AnalyzedTree | undefined {
    const form = toPhraseForm(text, this.#analyzer);
    return form && this.#add('phrase', { text, forms: [form], weight: 1 }, place);
  }

  /**
   * @param kind words of different kinds are different words
   * @returns nothing for one word too many
   */
  #add(
    kind: 'typed' | 'phrase' | 'wildcard',
    { text, forms, weight }: Pick<QueryWord, 'text' | 'forms' | 'weight'>,
    { field, excluded }: Surroundings,
  ): WordLeaf | undefined {
    const key = JSON.stringify([kind, forms.slice(0, 1).map(toFormKey), field, excluded]);
    const word = this.#numbers.get(key) ?? this.#words.length;
    if (word === maxQueryWords) return undefined;
    this.#numbers.set(key, word);
    const known = this.#words[word];
    this.#words[word] = {
      text: known?.text ?? text,
      forms: mergeForms([
        ...(known?.forms ?? []),
        ...(this.#settled.has(text) ? forms.map(toSettled) : forms),
      ]),
      weight: Math.max(known?.weight ?? 0, weight),
      ...(field && { field }),
      ...(excluded && { excluded }),
    };
    return { kind: 'word', word };
  }

  /** Stop words say little beside others, and all that is said where there are no others. */
  weighWords(): readonly QueryWord[] {
    const tells = this.#words.some(({ excluded }, word) => !excluded && !this.#stopWords.has(word));
    return tells
      ? this.#words.map((word, number) =>
          this.#stopWords.has(number) ? { ...word, weight: stopWordWeight } : word,
        )
      : this.#words;
  }
}

/** @returns a query without words, which matches nothing, where the tree has no term of the analyzer and no filter */
export const analyzeQuery = (
  tree: QueryTree,
  analyzer: Analyzer,
  options: QueryAnalysisOptions = {},
): AnalyzedQuery => {
  const analysis = new QueryAnalysis(analyzer, options);
  const analyzed = analysis.analyze(tree, { depth: 0 });
  return {
    words: analysis.weighWords(),
    filters: analysis.filters,
    tree: analyzed ?? { kind: 'any', of: [] },
    stem: (options.words ?? unknownLanguage).stem,
  };
};
