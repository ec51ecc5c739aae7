import { describe, expect, test } from 'vitest';
import { maxTextLength } from '../../src/query/limits.js';
import { parseParameters } from '../../src/query/parse-parameters.js';
import { type SearchRequest, toQuery } from '../../src/query/search-request.js';

describe('a request', () => {
  test.each<[string, SearchRequest]>([
    ['', {}],
    ['q=dask+spark&limit=3&offset=6&sort=date', { limit: 3, offset: 6, sort: 'date' }],
    ['q=dask+spark&tag=cloud&tag=a,b', { tags: ['cloud', ['a', 'b']] }],
    [
      'q=dask+spark&category=blog&from=2020&to=2021-02',
      { categories: ['blog'], from: '2020', to: '2021-02' },
    ],
    ['q=dask+spark&lang=pt,de', { languages: ['pt', 'de'] }],
    ['q=dask+spark&period=2020,2021-02', { periods: ['2020', '2021-02'] }],
    ['q=dask+spark&facet-limit=3&facet-contains=kub', { facetLimit: 3, facetContains: 'kub' }],
    ['q=dask+spark&prefer=de,en', { prefer: ['de', 'en'] }],
    ['q=dask+spark&fuzzy=0&explain=1', { fuzzy: false, explain: true }],
    ['q=dask+spark&fuzzy=1&explain=0', { fuzzy: true, explain: false }],
  ])('asks what the API asks with %s', (address, request) => {
    const { query } = parseParameters(new URLSearchParams(address));
    const text = address === '' ? '' : 'dask spark';
    expect(toQuery(text, request)).toEqual({ ...query, facets: [] });
  });

  test('takes numbers as they are written, and facets that it names', () => {
    expect(toQuery('', { limit: 0, offset: 10_000, facets: ['years', 'tags'] })).toEqual({
      text: '',
      filters: {},
      sort: 'relevance',
      limit: 0,
      offset: 10_000,
      facets: ['years', 'tags'],
      fuzzy: true,
      facetLimit: 100,
      facetContains: '',
      prefer: [],
      explain: false,
    });
  });

  test('a name with a comma is one name', () => {
    expect(toQuery('', { tags: ['a,b'] }).filters.tags).toEqual([['a,b']]);
  });

  test('languages are all unless it says otherwise', () => {
    expect(toQuery('').filters.languages).toBeUndefined();
    expect(toQuery('', { languages: ['en', 'de'] }).filters.languages).toEqual(['en', 'de']);
    expect(toQuery('', { languages: 'all' }).filters.languages).toBeUndefined();
  });

  test('whose text is too long names it', () => {
    expect(() => toQuery('a'.repeat(maxTextLength + 1))).toThrowError(
      expect.objectContaining({ code: 'parameter-invalid', parameter: 'text' }),
    );
  });

  test.each<[string, Record<string, unknown>]>([
    ['limit', { limit: 101 }],
    ['limit', { limit: Number.NaN }],
    ['limit', { limit: 1.5 }],
    ['offset', { offset: -1 }],
    ['from', { from: 'yesterday' }],
    ['sort', { sort: 'name' }],
    ['fuzzy', { fuzzy: 'no' }],
    ['explain', { explain: 2 }],
    ['facets', { facets: ['colours'] }],
    ['from', { from: '2024', to: '2023' }],
    ['to', { to: '2024-13' }],
    ['tags', { tags: Array.from({ length: 65 }, (_, at) => `tag ${at}`) }],
    ['categories', { categories: [Array.from({ length: 65 }, (_, at) => `tag ${at}`)] }],
    ['languages', { languages: ['no language'] }],
    ['languages', { languages: Array.from({ length: 65 }, () => 'en') }],
  ])('that cannot be asked names %s', (parameter, request) => {
    expect(() => toQuery('', request)).toThrowError(
      expect.objectContaining({ code: 'parameter-invalid', parameter }),
    );
  });
});
