/**
 * What a program asks, and the question that it means.
 * @module
 */
import { type ByValueFacet, type FacetName, mapValueFacets } from '../domain/facets.js';
import type { NameGroups, SearchQuery, SortOrder } from '../domain/search.js';
import { checkQuery } from './check-query.js';

/** All of these, each a name or a list of which any will do: `['a', ['b', 'c']]` is a AND (b OR c). */
export type Names = readonly (string | readonly string[])[];

/** Which posts are asked for, and how they are shown. All of it may be left out. */
export interface SearchRequest extends Partial<ByValueFacet<Names>> {
  /** First day, inclusive: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
  readonly from?: string;
  /** Last day, inclusive, in the same forms. */
  readonly to?: string;
  /** Years (`YYYY`) and months (`YYYY-MM`); any of them. */
  readonly periods?: readonly string[];
  /** BCP 47; `pt` also takes `pt-BR`. Default: all; in a page, those that the search was opened with. */
  readonly languages?: readonly string[] | 'all';
  /** Default `relevance`: of posts that are asked for without words, the newest come first. */
  readonly sort?: SortOrder;
  /** Hits to return, 0 to 100. Default 10. */
  readonly limit?: number;
  /** Hits to skip, 0 to 10,000. Default 0. */
  readonly offset?: number;
  /** Facets to count; each costs a file, but years and months are in one, and languages in none. Default none. */
  readonly facets?: readonly FacetName[];
  /** Values of each facet at the most, those of most posts; 0 to 1,000. Default 100. */
  readonly facetLimit?: number;
  /** Only values of facets that contain this text, whatever the case of letters and their accents. Default all. */
  readonly facetContains?: string;
  /** BCP 47: languages that come first among what is as good. Default none; in a page, that of `<html lang>`. */
  readonly prefer?: readonly string[];
  /** Whether a word that finds little also stands for what it may be a misspelling of. Default true. */
  readonly fuzzy?: boolean;
  /** Whether hits say why they are where they are. Default false. */
  readonly explain?: boolean;
}

const toGroups = (names: Names = []): NameGroups =>
  names.map((name) => (typeof name === 'string' ? [name] : name));

/**
 * The checks of the API, so that the same question has the same answer.
 * @param text as typed, in the language of `language.ts`; empty asks for every post that passes the filters
 * @throws LookbackError `parameter-invalid`
 */
export const toQuery = (text: string, request: SearchRequest = {}): SearchQuery => {
  const { languages = 'all', periods = [], facets = [], facetContains = '', prefer = [] } = request;
  const { from, to, sort, limit, offset, facetLimit, fuzzy, explain } = request;
  const {
    query,
    problems: [problem],
  } = checkQuery(
    {
      text,
      ...mapValueFacets(({ name }) => toGroups(request[name])),
      languages: languages === 'all' ? [] : languages,
      from,
      to,
      periods,
      sort,
      limit,
      offset,
      facets,
      facetLimit,
      facetContains,
      prefer,
      fuzzy,
      explain,
    },
    (member) => member,
  );
  if (problem !== undefined) throw problem;
  return query;
};
