import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type FacetName, facetNames, mapValueFacets } from '../../src/domain/facets.js';
import { type SearchQuery, sortOrders } from '../../src/domain/search.js';
import { maxFilterValues, maxTextLength } from '../../src/query/limits.js';
import { parseParameters, usualFacets } from '../../src/query/parse-parameters.js';
import { toParameters } from '../../src/query/to-parameters.js';

const parse = (parameters: string) => parseParameters(new URLSearchParams(parameters));
const problemsOf = (parameters: string) =>
  parse(parameters).problems.map(({ code, parameter, message }) => [code, parameter, message]);

describe('parseParameters', () => {
  it('assumes the first ten of everything, best first, with all facets but months', () => {
    const query = {
      text: '',
      filters: {},
      sort: 'relevance',
      limit: 10,
      offset: 0,
      facets: ['tags', 'categories', 'authors', 'series', 'years', 'languages'],
      fuzzy: true,
      facetLimit: 100,
      facetContains: '',
      prefer: [],
      explain: false,
    };
    expect(parse('')).toEqual({ query, problems: [] });
    expect(
      parse(
        'q=&tag=&from=&to=&period=&lang=&prefer=&sort=&limit=&offset=&facets=&facet-limit=&facet-contains=&fuzzy=&explain=',
      ),
    ).toEqual({
      query,
      problems: [],
    });
  });

  it('reads every parameter', () => {
    const { query } = parse(
      'q=%20dask%20spark%20&tag=cloud&tag=python,%20rust&category=blog&lang=en,pt-BR&lang=de&from=2020&to=2021-02&period=2020,2021-01&period=2021-02&prefer=de,en&sort=date&limit=0&offset=20&facets=years,months&facets=tags,years&facet-limit=5&facet-contains=Kub&fuzzy=0&explain=1',
    );
    expect(query).toEqual({
      text: 'dask spark',
      filters: {
        tags: [['cloud'], ['python', 'rust']],
        categories: [['blog']],
        languages: ['en', 'pt-BR', 'de'],
        from: '2020-01-01',
        to: '2021-02-28',
        periods: ['2020', '2021-01', '2021-02'],
      },
      sort: 'date',
      limit: 0,
      offset: 20,
      facets: ['years', 'months', 'tags'],
      fuzzy: false,
      facetLimit: 5,
      facetContains: 'Kub',
      prefer: ['de', 'en'],
      explain: true,
    });
  });

  it.each([
    ['a,b', ['a', 'b']],
    ['a\\,b', ['a,b']],
    ['a\\\\,b', ['a\\', 'b']],
    ['C:\\dir, x', ['C:\\dir', 'x']],
    [' , a ,,', ['a']],
    ['a\\', ['a\\']],
  ])('reads %s as names', (value, names) => {
    expect(parse(new URLSearchParams({ tag: value }).toString()).query?.filters.tags).toEqual([names]);
  });

  it.each([
    ['2024', '2024-01-01', '2024-12-31'],
    ['2024-02', '2024-02-01', '2024-02-29'],
    ['1900-02', '1900-02-01', '1900-02-28'],
    ['2000-02', '2000-02-01', '2000-02-29'],
    ['2023-04', '2023-04-01', '2023-04-30'],
    ['2023-12-31', '2023-12-31', '2023-12-31'],
  ])('widens %s to its first and last day', (value, first, last) => {
    expect(parse(`from=${value}&to=${value}`).query?.filters).toEqual({ from: first, to: last });
  });

  it.each([
    '2023-02-29',
    '2024-13',
    '2024-00-01',
    '2024-04-31',
    '24',
    '0000',
    '2024-1-1',
    '2024-01-01T00',
    'today',
  ])('refuses %s, which is no day', (value) => {
    expect(parse(`from=${value}`).problems.map(({ parameter }) => parameter)).toEqual(['from']);
  });

  it.each<[string, readonly FacetName[]]>([
    ['facets=tags', ['tags']],
    ['facets=none', []],
    ['facets=', usualFacets],
    ['facets=months,tags,months', ['months', 'tags']],
  ])('counts with %s: %s', (parameters, counted) => {
    expect(parse(parameters).query?.facets).toEqual(counted);
  });

  it('names every problem at once', () => {
    expect(problemsOf('limit=101&offset=-1&sort=best&from=2024&to=2023&lang=e&tags=x&q=a&q=b')).toEqual([
      ['parameter-invalid', 'tags', 'There is no parameter `tags`.'],
      ['parameter-invalid', 'q', '`q` is given 2 times.'],
      ['parameter-invalid', 'lang', '`e` is no language.'],
      ['parameter-invalid', 'from', '`from` (2024-01-01) is after `to` (2023-12-31).'],
      ['parameter-invalid', 'sort', '`best` is no order.'],
      ['parameter-invalid', 'limit', '`limit` is `101`.'],
      ['parameter-invalid', 'offset', '`offset` is `-1`.'],
    ]);
  });

  it.each(['1e1', '0x1', '1.5', '١', '1000000000000', 'ten'])('refuses %s as a number', (value) => {
    expect(parse(`limit=${value}`).problems).toHaveLength(1);
  });

  it.each([
    ['tags', 'tag'],
    ['Tag', 'tag'],
    ['categories', 'category'],
    ['authors', 'author'],
    ['serie', 'series'],
    ['langauge', 'lang'],
    ['query', 'q'],
    ['page', 'offset'],
    ['per_page', 'limit'],
    ['fuzziness', 'fuzzy'],
    ['explanation', 'explain'],
    ['before', 'to'],
    ['year', 'period'],
    ['facet', 'facets'],
    ['facetLimit', 'facets'],
    ['periods', 'period'],
    ['constructor', undefined],
    ['x', undefined],
  ])('suggests for %s: %s', (name, meant) => {
    const hint = parse(`${name}=1`).problems[0]?.hint ?? '';
    expect(/Did you mean `([\w-]+)`/.exec(hint)?.[1]).toBe(meant);
    expect(hint).toContain(
      'The parameters are q, tag, category, author, series, from, to, period, lang, prefer, sort, limit, offset, facets, facet-limit, facet-contains, fuzzy, explain.',
    );
  });

  it('bounds the words, the filters and what it repeats of a wrong value', () => {
    expect(parse(`q=${'a'.repeat(maxTextLength)}`).problems).toEqual([]);
    expect(parse(`q=${'a'.repeat(maxTextLength + 1)}`).problems).toHaveLength(1);
    expect(parse(`tag=${'a,'.repeat(maxFilterValues)}`).problems).toEqual([]);
    for (const name of ['tag', 'category']) {
      const tooMany = parse(`${name}=b&${name}=${'a,'.repeat(maxFilterValues)}`);
      expect(tooMany.problems.map(({ parameter }) => parameter)).toEqual([name]);
    }
    const languages = parse(`lang=de&lang=${'en,'.repeat(maxFilterValues)}`);
    expect(languages.problems.map(({ parameter }) => parameter)).toEqual(['lang']);
    const long = 'x'.repeat(10_000);
    for (const problem of parse(`sort=${long}&limit=${long}&from=${long}&lang=${long}&${long}=1`).problems) {
      expect(problem.message.length).toBeLessThan(200);
    }
  });

  it('reads any entries without throwing, to a query or to problems', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.oneof(fc.string(), fc.constantFrom('q', 'tag', 'from', 'limit')), fc.string())),
        (entries) => {
          const { query, problems } = parseParameters(entries);
          expect(query === undefined).toBe(problems.length > 0);
        },
      ),
    );
  });
});

const name = fc.stringMatching(/^[\p{L}\d#+.,\\-]{1,8}$/u);
const groups = fc.array(fc.array(name, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 });
const day = fc
  .date({ min: new Date('0001-01-02'), max: new Date('9999-12-30'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const filters = fc.record(
  {
    ...mapValueFacets(() => groups),
    languages: fc.constant(['en', 'pt-BR']),
    from: day,
    periods: fc.constant(['2020', '2021-02']),
  },
  { requiredKeys: [] },
);
const query: fc.Arbitrary<SearchQuery> = fc.record({
  text: fc.string({ maxLength: 40 }).map((text) => text.trim()),
  filters,
  sort: fc.constantFrom(...sortOrders),
  limit: fc.integer({ min: 0, max: 100 }),
  offset: fc.integer({ min: 0, max: 10_000 }),
  facets: fc.oneof(fc.constant(usualFacets), fc.subarray([...facetNames])),
  facetLimit: fc.integer({ min: 0, max: 1_000 }),
  facetContains: fc.string({ maxLength: 20 }).map((text) => text.trim()),
  prefer: fc.subarray(['en', 'pt-BR']),
  fuzzy: fc.boolean(),
  explain: fc.boolean(),
});

describe('toParameters', () => {
  it('says nothing of what is assumed anyway', () => {
    const { query: assumed } = parse('');
    expect(assumed && toParameters(assumed)).toEqual([]);
  });

  it('is read back as the same question', () => {
    fc.assert(
      fc.property(query, (asked) => {
        expect(parseParameters(toParameters(asked)).query).toEqual(asked);
      }),
    );
  });
});
