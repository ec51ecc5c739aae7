/**
 * What the page's own address asks: the inverse of `toAddress`.
 * @module
 */
import type { SearchQuery } from '../domain/search.js';
import { isParameterName } from '../query/parameter-names.js';
import { type ParsedParameters, parseParameters } from '../query/parse-parameters.js';
import { openYear } from './refine-query.js';

/**
 * Unlike the API, the page passes over parameters it does not know: whoever shares a link may hang their own on it, and
 * the reader who follows it cannot help that.
 */
export const parseAddress = (parameters: URLSearchParams): ParsedParameters =>
  parseParameters([...parameters].filter(([name]) => isParameterName(name)));

/** Months are counted without regard to the year that is chosen: these are the months of forty years. */
const monthsAtMost = 480;

/** What the page asks, to show the answer to the question of an address: the months of a year beside it, where one is open. */
export const toQuestion = (query: SearchQuery): SearchQuery =>
  openYear(query) === undefined
    ? query
    : { ...query, facets: [...query.facets, 'months'], facetLimit: monthsAtMost };
