import { describe, expect, it } from 'vitest';
import { maxFilterValues, maxTextLength } from '../../src/query/limits.js';
import { parseParameters } from '../../src/query/parse-parameters.js';
import { toParameters } from '../../src/query/to-parameters.js';

const parse = (parameters: string) => parseParameters(new URLSearchParams(parameters));

/** Whoever asks wrongly reads these and nothing else. */
describe('a wrong parameter is told with what to do', () => {
  it.each([
    ['q=a&q=b', 'q', '`q` is given 2 times.', 'Give `q` once.'],
    [`q=${'a'.repeat(maxTextLength + 1)}`, 'q', '`q` has 513 characters.', 'Give at most 512.'],
    [`tag=b&tag=${'a,'.repeat(maxFilterValues)}`, 'tag', '`tag` has 65 values.', 'Give at most 64.'],
    ['lang=english!', 'lang', '`english!` is no language.', 'Give BCP 47 tags such as `en` or `pt-BR`.'],
    [
      'from=1.5.2020',
      'from',
      '`from` is `1.5.2020`, which is no day, month or year.',
      'Write `YYYY-MM-DD`, `YYYY-MM` or `YYYY`.',
    ],
    [
      'from=2024&to=2023',
      'from',
      '`from` (2024-01-01) is after `to` (2023-12-31).',
      'Exchange `from` and `to`.',
    ],
    [
      'sort=best',
      'sort',
      '`best` is no order.',
      'Write one of relevance, date, date-asc, title, title-desc, longest, shortest.',
    ],
    ['limit=101', 'limit', '`limit` is `101`.', 'Give a whole number from 0 to 100.'],
    ['fuzzy=yes', 'fuzzy', '`fuzzy` is `yes`.', 'Give 1 for yes or 0 for no.'],
    ['explain=true', 'explain', '`explain` is `true`.', 'Give 1 for yes or 0 for no.'],
    ['fuzzy=0&fuzzy=1', 'fuzzy', '`fuzzy` is given 2 times.', 'Give `fuzzy` once.'],
    ['period=2024-13', 'period', '`2024-13` is no year or month.', 'Write `YYYY` or `YYYY-MM`.'],
    ['period=2024,2024-01-01', 'period', '`2024-01-01` is no year or month.', 'Write `YYYY` or `YYYY-MM`.'],
    ['period=0000', 'period', '`0000` is no year or month.', 'Write `YYYY` or `YYYY-MM`.'],
    [
      `period=${'2024,'.repeat(maxFilterValues)}2023`,
      'period',
      '`period` has 65 values.',
      'Give at most 64.',
    ],
    [
      'facets=tags,none',
      'facets',
      'There is no facet `none`.',
      'The facets are tags, categories, authors, series, years, months, languages.',
    ],
    ['facet-limit=1001', 'facet-limit', '`facet-limit` is `1001`.', 'Give a whole number from 0 to 1000.'],
    [
      `facet-contains=${'a'.repeat(maxTextLength + 1)}`,
      'facet-contains',
      '`facet-contains` has 513 characters.',
      'Give at most 512.',
    ],
    ['prefer=e', 'prefer', '`e` is no language.', 'Give BCP 47 tags such as `en` or `pt-BR`.'],
    ['offset=10001', 'offset', '`offset` is `10001`.', 'Give a whole number from 0 to 10000.'],
  ])('%.40s', (parameters, parameter, message, hint) => {
    const { query, problems } = parse(parameters);
    expect(query).toBeUndefined();
    expect(problems.map((problem) => [problem.parameter, problem.message, problem.hint])).toEqual([
      [parameter, message, hint],
    ]);
  });

  it.each([['!en'], ['en!'], ['e'], ['en-'], ['en-ü'], ['en-abcdefghi'], ['en-a-b-c-d-e-f-g-h']])(
    '%s is no language',
    (language) => {
      expect(parse(`lang=${language}`).problems).toHaveLength(1);
    },
  );

  it.each([['en'], ['EN'], ['pt-BR'], ['zh-Hans-CN'], ['de-1996'], ['en-a-b-c-d-e-f-g']])(
    '%s is one',
    (language) => {
      expect(parse(`lang=${language}`).query?.filters.languages).toEqual([language]);
    },
  );

  it.each([
    ['Q', 'q'],
    ['ta', 'tag'],
    ['OFFSETS', 'offset'],
    // One letter, of either, is too little to tell what is meant.
    ['t', undefined],
    ['quux', undefined],
  ])('for %s it suggests %s', (name, meant) => {
    const hint = parse(`${name}=1`).problems[0]?.hint ?? '';
    expect(/Did you mean `(\w+)`/.exec(hint)?.[1]).toBe(meant);
  });
});

describe('a filter that is not given is not there', () => {
  it.each([
    ['tag=,&category=%20,%20', {}],
    ['from=2020', { from: '2020-01-01' }],
    ['to=2020', { to: '2020-12-31' }],
    ['from=2020&to=2020', { from: '2020-01-01', to: '2020-12-31' }],
    ['tag=a,,b&tag=,', { tags: [['a', 'b']] }],
  ])('%s', (parameters, filters) => {
    const { query } = parse(parameters);
    expect(query?.filters).toStrictEqual(filters);
    expect(query && parseParameters(toParameters(query)).query).toStrictEqual(query);
  });

  it('and a month has its own days', () => {
    expect(parse('from=2024-02-00').problems).toHaveLength(1);
    expect(parse('to=2024-02').query?.filters.to).toBe('2024-02-29');
  });
});
