import { describe, expect, test } from 'vitest';
import { maxTextLength } from '../../src/query/limits.js';
import {
  parseSuggestParameters,
  type SuggestRequest,
  toSuggestQuery,
} from '../../src/query/suggest-query.js';

const parse = (parameters: string) => parseSuggestParameters(new URLSearchParams(parameters));

describe('a question for suggestions', () => {
  test.each<[string, SuggestRequest]>([
    ['q=clo', {}],
    ['q=clo&limit=&lang=', { languages: 'all' }],
    ['q=clo&limit=20', { limit: 20 }],
    ['q=clo&lang=pt,de&lang=en&prefer=de,en', { languages: ['pt', 'de', 'en'], prefer: ['de', 'en'] }],
  ])('is the same as a request, and in an address: %s', (address, request) => {
    expect(parse(address)).toEqual({ query: toSuggestQuery('clo', request), problems: [] });
  });

  test('has the limit that is documented, and every language', () => {
    expect(parse('')).toEqual({ query: { text: '', languages: [], prefer: [], limit: 8 }, problems: [] });
  });

  test.each([
    ['q=a&q=b', 'q', '`q` is given 2 times.', 'Give `q` once.'],
    [`q=${'a'.repeat(maxTextLength + 1)}`, 'q', '`q` has 513 characters.', 'Give at most 512.'],
    ['prefer=english!', 'prefer', '`english!` is no language.', 'Give BCP 47 tags such as `en` or `pt-BR`.'],
    ['limit=21', 'limit', '`limit` is `21`.', 'Give a whole number from 0 to 20.'],
    [
      'query=a',
      'query',
      'There is no parameter `query`.',
      'Did you mean `q`? The parameters are q, lang, prefer, limit.',
    ],
    ['tag=a', 'tag', 'There is no parameter `tag`.', 'The parameters are q, lang, prefer, limit.'],
    ['page=2', 'page', 'There is no parameter `page`.', 'The parameters are q, lang, prefer, limit.'],
  ])('is refused where it is wrong: %.20s', (parameters, parameter, message, hint) => {
    const { query, problems } = parse(parameters);
    expect(query).toBeUndefined();
    expect(problems).toEqual([
      expect.objectContaining({ code: 'parameter-invalid', parameter, message, hint }),
    ]);
  });

  test('throws the first that is wrong with a request, under its own name', () => {
    expect(() => toSuggestQuery('a', { languages: ['e'] })).toThrow(
      expect.objectContaining({ code: 'parameter-invalid', parameter: 'languages' }),
    );
    expect(() => toSuggestQuery('a', { limit: -1 })).toThrow(expect.objectContaining({ parameter: 'limit' }));
  });
});
