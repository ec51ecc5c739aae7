/**
 * A question as the parameters of an address: the inverse of `parseParameters`.
 * @module
 */
import { valueFacets } from '../domain/facets.js';
import type { SearchQuery } from '../domain/search.js';
import { defaultFacetLimit, defaultLimit } from './every-post.js';
import { joinNames } from './name-list.js';
import { noFacets, usualFacets } from './parse-parameters.js';

const isUsual = (facets: SearchQuery['facets']): boolean =>
  facets.length === usualFacets.length && facets.every((name, at) => name === usualFacets[at]);

/** Leaves out what would be assumed anyway: one question has one address. */
export const toParameters = (query: SearchQuery): [string, string][] => {
  const { text, filters, sort, limit, offset, facets, facetLimit, facetContains, prefer, fuzzy, explain } =
    query;
  const { languages = [], from, to, periods = [] } = filters;
  const parameters: [string, string][] = [];
  if (text !== '') parameters.push(['q', text]);
  for (const { name, parameter } of valueFacets) {
    for (const group of filters[name] ?? []) parameters.push([parameter, joinNames(group)]);
  }
  if (languages.length > 0) parameters.push(['lang', languages.join(',')]);
  if (from !== undefined) parameters.push(['from', from]);
  if (to !== undefined) parameters.push(['to', to]);
  if (periods.length > 0) parameters.push(['period', periods.join(',')]);
  if (sort !== 'relevance') parameters.push(['sort', sort]);
  if (limit !== defaultLimit) parameters.push(['limit', String(limit)]);
  if (offset !== 0) parameters.push(['offset', String(offset)]);
  if (!isUsual(facets)) parameters.push(['facets', facets.join(',') || noFacets]);
  if (facetLimit !== defaultFacetLimit) parameters.push(['facet-limit', String(facetLimit)]);
  if (facetContains !== '') parameters.push(['facet-contains', facetContains]);
  if (prefer.length > 0) parameters.push(['prefer', prefer.join(',')]);
  if (!fuzzy) parameters.push(['fuzzy', '0']);
  if (explain) parameters.push(['explain', '1']);
  return parameters;
};
