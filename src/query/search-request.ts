/**
 * What a program asks, and the question that it means.
 * @module
 */
import { LookbackError } from '../domain/errors.js';
import { type FacetName, facetNames, type SearchQuery, type SortOrder } from '../domain/search.js';
import { maxFilterValues, parseParameters } from './parse-parameters.js';

/** All of these, each a name or a list of which any will do: `['a', ['b', 'c']]` is a AND (b OR c). */
export type Names = readonly (string | readonly string[])[];

/** Which posts are asked for, and how they are shown. All of it may be left out. */
export interface SearchRequest {
  readonly tags?: Names;
  readonly categories?: Names;
  /** First day, inclusive: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
  readonly from?: string;
  /** Last day, inclusive, in the same forms. */
  readonly to?: string;
  /** BCP 47; `pt` also takes `pt-BR`. Default: all; in a page, those that the search was opened with. */
  readonly languages?: readonly string[] | 'all';
  /** Default `relevance`; of posts that are asked for without words, the newest come first. */
  readonly sort?: SortOrder;
  /** Hits to return, 0 to 100. Default 10. */
  readonly limit?: number;
  /** Hits to skip, 0 to 10,000. Default 0. */
  readonly offset?: number;
  /** Facets to count; each costs a file. Default none. */
  readonly facets?: readonly FacetName[];
}

const toGroups = (parameter: string, names: Names = []): readonly (readonly string[])[] => {
  const groups = names.map((name) => (typeof name === 'string' ? [name] : name));
  if (groups.flat().length <= maxFilterValues) return groups;
  throw new LookbackError('parameter-invalid', `\`${parameter}\` has ${groups.flat().length} values.`, {
    parameter,
    hint: `Give at most ${maxFilterValues}.`,
  });
};

const checkFacets = (facets: readonly FacetName[] = []): readonly FacetName[] => {
  const unknown = facets.find((facet) => !facetNames.includes(facet));
  if (unknown === undefined) return facets;
  throw new LookbackError('parameter-invalid', `There is no facet \`${unknown}\`.`, {
    parameter: 'facets',
    hint: `The facets are ${facetNames.join(', ')}.`,
  });
};

/**
 * The checks of the API, so that the same question has the same answer.
 * @param text words as typed; empty asks for every post that passes the filters
 * @throws LookbackError `parameter-invalid`
 */
export const toQuery = (text: string, request: SearchRequest = {}): SearchQuery => {
  const { tags, categories, from, to, languages = 'all', sort, limit, offset, facets } = request;
  const lang = languages === 'all' ? '' : languages.join(',');
  const { query, problems } = parseParameters(
    Object.entries({ q: text, from, to, sort, limit, offset, lang }).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, String(value)] as const],
    ),
  );
  if (query === undefined) throw problems[0];
  const filters = {
    ...query.filters,
    tags: toGroups('tags', tags),
    categories: toGroups('categories', categories),
  };
  return { ...query, filters, facets: checkFacets(facets) };
};
