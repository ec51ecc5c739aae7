import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toPlainQuery } from '../../src/query/plain-request.js';
import { type SearchRequest, toQuery } from '../../src/query/search-request.js';

test('a plain request asks what the checks would make of it, and one that is wrong or asks more is left to them', () => {
  const met = { plain: 0, left: 0 };
  const any: fc.Arbitrary<SearchRequest> = fc.record(
    {
      languages: fc.constantFrom<readonly string[] | 'all'>(['en'], ['pt-BR', 'de'], [], ['e'], 'all'),
      limit: fc.constantFrom(0, 1, 5, 7, 99, 100, 101, -1, 1.5, Number.NaN),
      tags: fc.constantFrom([], ['x']),
    },
    { requiredKeys: [] },
  );
  const request = fc.oneof(
    any,
    any.map(({ tags: _, ...rest }) => rest),
  );
  const text = fc.constantFrom('', 'sun', 'dask spark', 'a'.repeat(512), 'a'.repeat(513));
  fc.assert(
    fc.property(text, request, (asked, written) => {
      const plain = toPlainQuery(asked, written);
      if (plain === undefined) {
        met.left += 1;
        return;
      }
      met.plain += 1;
      expect(plain).toEqual(toQuery(asked, written));
    }),
    { numRuns: 300 },
  );
  expect(met.plain).toBeGreaterThan(30);
  expect(met.left).toBeGreaterThan(100);
  expect(toPlainQuery('words', { limit: 5 })).toBeDefined();
});
