/**
 * What a page asks, and the question that it means.
 * @module
 */
import { LookbackError } from '../domain/errors.js';
import { type ByValueFacet, type FacetName, facetNames, mapValueFacets } from '../domain/facets.js';
import type { NameGroups, SearchOptions, SearchQuery, SortOrder } from '../domain/search.js';
import { maxFilterValues, parseParameters } from '../query/parse-parameters.js';

/** All of these, each a name or a list of which any will do: `['a', ['b', 'c']]` is a AND (b OR c). */
export type Names = readonly (string | readonly string[])[];

/**
 * Which posts are asked for, and how they are shown. All of it may be left out. Every facet with values is a filter by its name:
 * `tags`, `categories` and so on.
 */
export interface SearchRequest extends SearchOptions, Partial<ByValueFacet<Names>> {
  /** First day, inclusive: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
  readonly from?: string;
  /** Last day, inclusive, in the same forms. */
  readonly to?: string;
  /** BCP 47; `pt` also takes `pt-BR`. Default: those that the search was opened with. */
  readonly languages?: readonly string[] | 'all';
  /** Default `relevance`; of posts that are asked for without words, the newest come first. */
  readonly sort?: SortOrder;
  /** Hits to return, 0 to 100. Default 10. */
  readonly limit?: number;
  /** Hits to skip, 0 to 10,000. Default 0. */
  readonly offset?: number;
  /**
   * Facets to count. Each costs a file where posts have values of it; `languages` is counted in all of them, so that the words
   * are looked for in all. Default none.
   */
  readonly facets?: readonly FacetName[];
}

const toGroups = (parameter: string, names: Names = []): NameGroups => {
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
 * @param languages asked for where the request names none; none for all
 * @throws LookbackError `parameter-invalid`
 */
export const toQuery = (text: string, request: SearchRequest, languages: readonly string[]): SearchQuery => {
  const { from, to, sort, limit, offset, facets } = request;
  const asked = request.languages === 'all' ? [] : (request.languages ?? languages);
  const entries = { q: text, from, to, sort, limit, offset, lang: asked.join(',') };
  const { query, problems } = parseParameters(
    Object.entries(entries).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, String(value)] as const],
    ),
  );
  if (query === undefined) throw problems[0];
  const filters = {
    ...query.filters,
    ...mapValueFacets(({ name }) => toGroups(name, request[name])),
  };
  return { ...query, filters, facets: checkFacets(facets) };
};
