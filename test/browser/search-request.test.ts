import { describe, expect, test } from 'vitest';
import { defaultLanguages } from '../../src/browser/default-languages.js';
import { type SearchRequest, toQuery } from '../../src/browser/search-request.js';
import { parseParameters } from '../../src/query/parse-parameters.js';

describe('a request', () => {
  test.each<[string, SearchRequest]>([
    ['', {}],
    ['q=dask+spark&limit=3&offset=6&sort=date', { limit: 3, offset: 6, sort: 'date' }],
    ['q=dask+spark&tag=cloud&tag=a,b', { tags: ['cloud', ['a', 'b']] }],
    [
      'q=dask+spark&category=blog&from=2020&to=2021-02',
      { categories: ['blog'], from: '2020', to: '2021-02' },
    ],
    ['q=dask+spark&author=Ada,Grace', { authors: [['Ada', 'Grace']] }],
    ['q=dask+spark&lang=pt,de', { languages: ['pt', 'de'] }],
  ])('asks what the API asks with %s', (address, request) => {
    const { query } = parseParameters(new URLSearchParams(address));
    const text = address === '' ? '' : 'dask spark';
    const asked = toQuery(text, request, []);
    const filters = Object.entries(asked.filters).filter(([, filter]) => filter.length > 0);
    expect({ ...asked, filters: Object.fromEntries(filters) }).toEqual({ ...query, facets: [] });
  });

  test('a name with a comma is one name', () => {
    expect(toQuery('', { tags: ['a,b'] }, []).filters.tags).toEqual([['a,b']]);
  });

  test('languages are those of the search unless it says otherwise', () => {
    expect(toQuery('', {}, ['de']).filters.languages).toEqual(['de']);
    expect(toQuery('', { languages: ['en'] }, ['de']).filters.languages).toEqual(['en']);
    expect(toQuery('', { languages: 'all' }, ['de']).filters.languages).toBeUndefined();
  });

  test.each<[string, Record<string, unknown>]>([
    ['limit', { limit: 101 }],
    ['limit', { limit: Number.NaN }],
    ['offset', { offset: -1 }],
    ['from', { from: 'yesterday' }],
    ['sort', { sort: 'name' }],
    ['facets', { facets: ['weeks'] }],
    ['tags', { tags: Array.from({ length: 65 }, (_, at) => `tag ${at}`) }],
    ['lang', { languages: ['no language'] }],
  ])('that cannot be asked names %s', (parameter, request) => {
    expect(() => toQuery('', request, [])).toThrowError(
      expect.objectContaining({ code: 'parameter-invalid', parameter }),
    );
  });
});

describe('the languages of a page', () => {
  test.each([
    ['en', ['de', 'en'], ['en']],
    ['en-GB', ['de', 'en'], ['en']],
    ['pt', ['de', 'pt-BR'], ['pt']],
    ['pt-BR', ['pt', 'pt-BR'], ['pt-BR']],
    ['fr', ['de', 'en'], []],
    ['', ['de', 'en'], []],
  ])('a page in "%s" over %j asks for %j', (page, available, asked) => {
    expect(defaultLanguages(page, available)).toEqual(asked);
  });
});
