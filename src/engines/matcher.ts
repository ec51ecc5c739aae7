/**
 * What an engine does for the posts of one language: it finds documents and scores them, and says where in them the words are.
 * @module
 */
import type { AnalyzedQuery } from '../analysis/analyze-query.js';
import type { OrdinalSet } from '../documents/ordinal-set.js';
import type { Explanation } from '../domain/explanation.js';
import type { SearchOptions } from '../domain/search.js';

/** Why a term of the index is part of the answer. */
export interface MatchedTerm {
  /** The words of the question that the term stands for, as positions in the list asked, ascending. */
  readonly words: readonly number[];
  /** How telling it is: its inverse document frequency, times the weight it has as an expansion; the best of its words. Positive. */
  readonly weight: number;
}

/** Documents that match, in order of ordinal, with their scores side by side; 0 for one that has none of the words asked for. */
export interface Matches {
  readonly ordinals: Uint32Array;
  readonly scores: Float64Array;
  /**
   * What to highlight: the terms that the words stood for (themselves, prefixes, misspellings), at least those that stand in a
   * match. None of a word that is asked not to be there.
   */
  readonly terms: ReadonlyMap<string, MatchedTerm>;
  /** By word of the question. */
  readonly words: readonly WordMatch[];
}

/** A term that a word may be a misspelling of. */
export interface Correction {
  readonly term: string;
  /** How many documents of the shard have it. */
  readonly documents: number;
}

/** What became of a word of the question, in the whole shard: filters do not change it. */
export interface WordMatch {
  /** How many documents have the word itself, or a form that is as good. */
  readonly documents: number;
  /** Whether no document had all words side by side, and this is one without which the answer was found. */
  readonly isDropped: boolean;
  /** Where the word finds little: likelier words, the likeliest first; at most a few. */
  readonly corrections: readonly Correction[];
}

/** How many documents have the words of a question; those of several shards can be added up. */
export interface WordCounts {
  readonly documentCount: number;
  /**
   * By word of the question: how many documents have it by its first kind of form, by the first two, and so on, see
   * `analysis/expansion.ts`. At least one entry; of further kinds, none has it by them alone.
   */
  readonly words: readonly (readonly number[])[];
}

/** Which terms of the answer stand in a passage. */
export interface PassageTerms {
  /** From 0 in its document. */
  readonly passage: number;
  readonly terms: readonly MatchedTerm[];
}

export interface MatchOptions extends SearchOptions {
  /**
   * Only these documents may match; they are scored as if all could. Default all. A promise, because the columns that it
   * is made of are read while the engine reads what the words need.
   */
  readonly within?: OrdinalSet | Promise<OrdinalSet>;
  /** The documents that pass each of the filters of the query. Default none pass. */
  readonly filters?: readonly OrdinalSet[] | Promise<readonly OrdinalSet[]>;
  /**
   * How rare the words are where scores are to be comparable with those of other shards. It changes scores, not what matches: whether
   * a document says enough is for its own shard to tell. Default what {@link Matcher.count} says.
   */
  readonly counts?: WordCounts;
}

/** The part of a search that differs between engines. */
export interface Matcher {
  /**
   * Starts to read what a question is likely to need, as far as that is known without the language of the shard: so it travels beside the
   * language. Waits for nothing and never fails: {@link match} hears of what goes wrong. An engine that has read all has none.
   * @param query analyzed without the words of the language
   */
  readAhead?(query: Pick<AnalyzedQuery, 'words'>): void;
  /**
   * How many documents have each word, filters or not. Reads what {@link match} of the same query needs, which then does not again.
   * @throws as {@link match}
   */
  count(query: AnalyzedQuery, options?: SearchOptions): Promise<WordCounts>;
  /** @throws LookbackError `index-corrupt`, what the source throws, or the signal's reason */
  match(query: AnalyzedQuery, options?: MatchOptions): Promise<Matches>;
  /**
   * Why some of the documents that match have their scores: scores them again. Of a rule that cannot tell, the score as one part.
   * @returns in the order of `ordinals`; without factors
   * @throws as {@link match}
   */
  explain(
    query: AnalyzedQuery,
    ordinals: readonly number[],
    options?: MatchOptions,
  ): Promise<readonly Explanation[]>;
  /**
   * For each of some documents, the passages that hold any of the terms, with those terms, in order of passage. Of a
   * document of one passage there may be none: there is nothing to choose.
   * @param matches what {@link match} of the same matcher gave
   * @param ordinals documents among them, or others of the shard: what is pinned may not match, and still have some of the terms
   * @throws as {@link match}
   */
  locate(
    matches: Matches,
    ordinals: readonly number[],
    options?: SearchOptions,
  ): Promise<readonly (readonly PassageTerms[])[]>;
}
