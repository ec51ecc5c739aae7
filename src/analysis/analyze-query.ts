/**
 * A query tree -> the terms of one language, once a shard.
 * @module
 */
import type { FieldName } from '../domain/fields.js';
import type { DocumentFilter, QueryTree } from '../domain/query-tree.js';
import type { Synonym } from '../domain/synonym.js';
import type { Analyzer, Token } from './analyzer.js';
import { type LanguageWords, unknownLanguage } from './languages/language-words.js';
import { type Form, isCompletable, maxEditsOf, type QueryWord } from './query-words.js';

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
  readonly synonyms?: readonly Synonym[];
  /** Whether words may be misspelt. Default true. */
  readonly fuzzy?: boolean;
}

/** Where in the tree a word stands. */
interface Surroundings {
  readonly depth: number;
  readonly field?: FieldName;
  readonly excluded?: true;
}

/** Words that are parts of one before them, as `js` is of `node.js`, say nothing more in a phrase. */
const withoutParts = (tokens: readonly Token[]): readonly Token[] => {
  let end = -1;
  return tokens.filter((token) => {
    if (token.end <= end) return false;
    end = token.end;
    return true;
  });
};

class QueryAnalysis {
  readonly words: QueryWord[] = [];
  readonly filters: DocumentFilter[] = [];
  readonly #numbers = new Map<string, number>();
  readonly #analyzer: Analyzer;
  readonly #fuzzy: boolean;

  constructor(analyzer: Analyzer, { fuzzy = true }: QueryAnalysisOptions) {
    this.#analyzer = analyzer;
    this.#fuzzy = fuzzy;
  }

  /** @returns nothing where there is no term to look for: the branch is as good as absent */
  analyze(tree: QueryTree, place: Surroundings): AnalyzedTree | undefined {
    if (place.depth > maxQueryDepth) return undefined;
    const below = { ...place, depth: place.depth + 1 };
    switch (tree.kind) {
      case 'term':
      case 'prefix':
      case 'wildcard':
        return this.#analyzeWord(tree.text, tree.kind, place);
      case 'phrase':
        return this.#analyzePhrase(tree.text, place);
      case 'all':
      case 'any':
      case 'most': {
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

  #analyzeWord(
    text: string,
    kind: 'term' | 'prefix' | 'wildcard',
    place: Surroundings,
  ): AnalyzedTree | undefined {
    const tokens = this.#analyzer.tokens(text);
    const end = tokens.at(-1)?.end;
    const of = tokens.flatMap((token): AnalyzedTree[] => {
      const { term } = token;
      const isLast = token.end === end && isCompletable(term);
      const word = this.#add(text.slice(token.start, token.end), place, {
        kind: 'term',
        term,
        weight: 1,
        prefix: !isLast || kind === 'term' ? 'never' : kind === 'prefix' ? 'scarce' : 'always',
        maxEdits: this.#fuzzy ? maxEditsOf(term) : 0,
        relatives: kind !== 'wildcard',
      });
      return word === undefined ? [] : [{ kind: 'word', word }];
    });
    return of.length > 1 ? { kind: 'most', of } : of[0];
  }

  #analyzePhrase(text: string, place: Surroundings): AnalyzedTree | undefined {
    const tokens = withoutParts(this.#analyzer.tokens(text));
    const first = tokens[0];
    if (first === undefined) return undefined;
    const [only, ...others] = tokens.map(({ term }) => term);
    const word = this.#add(
      text,
      place,
      only !== undefined && others.length === 0
        ? { kind: 'term', term: only, weight: 1, prefix: 'never', maxEdits: 0, relatives: false }
        : {
            kind: 'sequence',
            terms: tokens.map(({ term }) => term),
            offsets: tokens.map(({ position }) => position - first.position),
            weight: 1,
          },
    );
    return word === undefined ? undefined : { kind: 'word', word };
  }

  /** @returns its number; nothing for one word too many */
  #add(text: string, { field, excluded }: Surroundings, form: Form): number | undefined {
    const key = JSON.stringify([
      form.kind === 'term' ? form.term : form,
      form.kind === 'term' && form.maxEdits,
      field,
      excluded,
    ]);
    const number = this.#numbers.get(key) ?? this.words.length;
    if (number === maxQueryWords) return undefined;
    this.#numbers.set(key, number);
    this.words[number] = {
      text,
      forms: [form],
      weight: 1,
      ...(field && { field }),
      ...(excluded && { excluded }),
    };
    return number;
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
    words: analysis.words,
    filters: analysis.filters,
    tree: analyzed ?? { kind: 'any', of: [] },
    stem: (options.words ?? unknownLanguage).stem,
  };
};
