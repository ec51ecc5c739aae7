/**
 * What MiniSearch is asked: one term at a time, or several that a document must all have.
 * @module
 */
import type MiniSearch from 'minisearch';
import type { Query, SearchResult } from 'minisearch';
import type { FieldName } from '../../domain/fields.js';
import type { IndexedDocument } from './index-options.js';

export interface TermQuestion {
  readonly term: string;
  /** What an occurrence counts. */
  readonly weight: number;
  /** Only where it stands in this field; in any where absent. */
  readonly field: FieldName | undefined;
  /** Whether terms that it begins count too. Default not. */
  readonly prefix?: boolean;
  /** Whether terms within so many edits count too. Default 0: none. */
  readonly maxEdits?: number;
  /** Terms that do not count here, because they do elsewhere. Default none. */
  readonly except?: ReadonlySet<string>;
}

const toQuery = ({ term, weight, field, prefix = false, maxEdits = 0, except }: TermQuestion): Query => ({
  queries: [term],
  // It is analyzed already.
  tokenize: () => [term],
  boostTerm: () => weight,
  prefix,
  fuzzy: maxEdits,
  ...(field && { fields: [field] }),
  // Nothing times nothing: to MiniSearch, the document does not have the term.
  ...(except && { boostDocument: (_id: string, found: string) => (except.has(found) ? 0 : 1) }),
});

/** A document, what it scores, and the terms that it has of those that MiniSearch took the question for. */
export interface TermResult {
  readonly ordinal: number;
  readonly score: number;
  readonly terms: readonly string[];
}

export class TermSearch {
  readonly #index: MiniSearch<IndexedDocument>;
  readonly #ordinals: ReadonlyMap<string, number>;

  /** @param ids of the documents, by ordinal */
  constructor(index: MiniSearch<IndexedDocument>, ids: readonly string[]) {
    this.#index = index;
    this.#ordinals = new Map(ids.map((id, ordinal) => [id, ordinal]));
  }

  /** Documents with the term, or what else it is asked for. */
  find(question: TermQuestion): readonly TermResult[] {
    return this.#index.search(toQuery(question)).map((result) => this.#toResult(result));
  }

  /** Documents with every one of the terms, wherever they stand: MiniSearch has no positions. */
  findAll(terms: readonly string[], rest: Omit<TermQuestion, 'term'>): readonly TermResult[] {
    const queries = terms.map((term) => toQuery({ ...rest, term }));
    return (
      this.#index
        .search({ combineWith: 'AND', queries })
        // What is asked for is one word, and MiniSearch multiplies by how many terms it takes it for.
        .map((result) => this.#toResult(result, result.queryTerms.length))
    );
  }

  #toResult({ id, score, terms }: SearchResult, divisor = 1): TermResult {
    return { ordinal: this.#ordinals.get(id) ?? 0, score: score / divisor, terms };
  }
}
