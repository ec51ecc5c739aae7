/**
 * A result as `GET /api/search` says it: with what was asked of it, and where the pages before and after are.
 * @module
 */
import type { Hit, SearchQuery, SearchResult } from '../domain/search.js';
import { maxOffset } from '../query/limits.js';
import type { ApiParameters } from './api-parameters.js';

/** Addresses relative to that of the answer. */
export interface PageLinks {
  readonly self: string;
  readonly previous?: string;
  readonly next?: string;
}

export interface SearchAnswer extends Omit<SearchResult, 'hits'> {
  readonly limit: number;
  readonly offset: number;
  readonly links: PageLinks;
  /** Only the fields asked for. */
  readonly hits: readonly Partial<Hit>[];
}

/** Only its query: wherever the server is mounted, that is the same place. */
const toAddress = (parameters: URLSearchParams, offset: number): string => {
  const changed = new URLSearchParams(parameters);
  if (offset === 0) changed.delete('offset');
  else changed.set('offset', String(offset));
  return `?${changed}`;
};

/** @param parameters of the address, all of them */
export const toPageLinks = (
  parameters: URLSearchParams,
  { limit, offset }: Pick<SearchQuery, 'limit' | 'offset'>,
  total: number,
): PageLinks => {
  const next = offset + limit;
  return {
    self: toAddress(parameters, offset),
    ...(limit > 0 && offset > 0 && { previous: toAddress(parameters, Math.max(0, offset - limit)) }),
    ...(limit > 0 && next < total && next <= maxOffset && { next: toAddress(parameters, next) }),
  };
};

/** The same as a `Link` header (RFC 8288). A query that was serialized has no `<`, `>` or line break. */
export const toLinkHeader = ({ self, previous, next }: PageLinks): string =>
  [
    `<${self}>; rel="self"`,
    ...(previous === undefined ? [] : [`<${previous}>; rel="prev"`]),
    ...(next === undefined ? [] : [`<${next}>; rel="next"`]),
  ].join(', ');

const cutHit = (hit: Hit, fields: NonNullable<ApiParameters['fields']>): Partial<Hit> =>
  Object.fromEntries(Object.entries(hit).filter(([name]) => [...fields].some((field) => field === name)));

export const toSearchAnswer = (
  { total, hits, ...rest }: SearchResult,
  { limit, offset }: SearchQuery,
  fields: ApiParameters['fields'],
  links: PageLinks,
): SearchAnswer => ({
  total,
  limit,
  offset,
  links,
  hits: fields === undefined ? hits : hits.map((hit) => cutHit(hit, fields)),
  ...rest,
});
