/**
 * A query tree -> the terms of one language, once a shard.
 * @module
 */
import type { FieldName } from '../domain/fields.js';
import type { QueryTree } from '../domain/query-tree.js';
import type { Analyzer, Token } from './analyzer.js';
import { isCompletable, maxEditsOf, type QueryWord } from './query-words.js';

/** What comes after so many different words does not change what is found, only what it costs. */
export const maxQueryWords = 32;
/** Branches on branches at most; what is deeper is left out. */
export const maxQueryDepth = 16;

/** A query tree of which the leaves are words, named by their position in {@link AnalyzedQuery.words}. */
export type AnalyzedTree =
  /** Documents that have a term that the word stands for. */
  | { readonly kind: 'word'; readonly word: number }
  /** Documents in which the words, each just as it is, are so far from the first of them: `offsets` in words, from 0. */
  | { readonly kind: 'phrase'; readonly words: readonly number[]; readonly offsets: readonly number[] }
  | { readonly kind: 'all' | 'any'; readonly of: readonly AnalyzedTree[] }
  | { readonly kind: 'not'; readonly of: AnalyzedTree };

/** A question to one shard. */
export interface AnalyzedQuery {
  /** Every different word of the tree once, in the order in which they are asked. */
  readonly words: readonly QueryWord[];
  readonly tree: AnalyzedTree;
}

/** Where in the tree a word stands. */
interface Surroundings {
  readonly depth: number;
  readonly field?: FieldName;
  readonly excluded?: true;
}

/** How a word is read: what it may stand for besides itself. */
type Reading = Pick<QueryWord, 'prefix' | 'maxEdits'>;

/** As it is written. */
const exactly: Reading = { prefix: false, maxEdits: 0 };

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
  readonly #numbers = new Map<string, number>();
  readonly #analyzer: Analyzer;

  constructor(analyzer: Analyzer) {
    this.#analyzer = analyzer;
  }

  /** @returns nothing where there is no term to look for: the branch is as good as absent */
  analyze(tree: QueryTree, place: Surroundings): AnalyzedTree | undefined {
    if (place.depth > maxQueryDepth) return undefined;
    const below = { ...place, depth: place.depth + 1 };
    switch (tree.kind) {
      case 'term':
      case 'prefix':
        return this.#analyzeWord(tree.text, tree.kind === 'prefix', place);
      case 'phrase':
        return this.#analyzePhrase(tree.text, place);
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
    }
  }

  #analyzeWord(text: string, prefix: boolean, place: Surroundings): AnalyzedTree | undefined {
    const tokens = this.#analyzer.tokens(text);
    const end = tokens.at(-1)?.end;
    const of = tokens.flatMap((token): AnalyzedTree[] => {
      const { term } = token;
      const isUnfinished = prefix && token.end === end && isCompletable(term);
      const word = this.#add(term, { prefix: isUnfinished, maxEdits: maxEditsOf(term) }, place);
      return word === undefined ? [] : [{ kind: 'word', word }];
    });
    return of.length > 1 ? { kind: 'any', of } : of[0];
  }

  #analyzePhrase(text: string, place: Surroundings): AnalyzedTree | undefined {
    const tokens = withoutParts(this.#analyzer.tokens(text));
    const first = tokens[0]?.position ?? 0;
    const words: number[] = [];
    const offsets: number[] = [];
    for (const { term, position } of tokens) {
      const word = this.#add(term, exactly, place);
      if (word === undefined) break;
      words.push(word);
      offsets.push(position - first);
    }
    const [only] = words;
    if (only === undefined) return undefined;
    return words.length === 1 ? { kind: 'word', word: only } : { kind: 'phrase', words, offsets };
  }

  /**
   * A word keeps its place and is read as where it comes last: only there it may be unfinished. One of a phrase is another
   * word than the same outside of it, which may be misspelt.
   * @returns its number; nothing for one word too many
   */
  #add(term: string, reading: Reading, { field, excluded }: Surroundings): number | undefined {
    // No term has a space.
    const key = `${term} ${field ?? ''} ${excluded ? '-' : ''} ${reading === exactly ? '=' : ''}`;
    const number = this.#numbers.get(key) ?? this.words.length;
    if (number === maxQueryWords) return undefined;
    this.#numbers.set(key, number);
    this.words[number] = { term, ...reading, ...(field && { field }), ...(excluded && { excluded }) };
    return number;
  }
}

/** @returns a query without words, which matches nothing, where the tree has no term of the analyzer */
export const analyzeQuery = (tree: QueryTree, analyzer: Analyzer): AnalyzedQuery => {
  const analysis = new QueryAnalysis(analyzer);
  const analyzed = analysis.analyze(tree, { depth: 0 });
  return { words: analysis.words, tree: analyzed ?? { kind: 'any', of: [] } };
};
