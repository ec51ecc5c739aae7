import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareUrls } from '../../src/url-check/compare-urls.js';

const compare = (ours: readonly string[], theirs: readonly string[]) =>
  compareUrls(
    ours.map((url) => ({ url, id: url })),
    theirs.map((path) => ({ path, aliases: [] })),
  );

describe('one URL', () => {
  test.each([
    ['/a/', '/a/'],
    ['https://example.org/a/', '/a/'],
    ['/gr%C3%BC%C3%9Fe/', '/grüße/'],
    ['/gr%c3%bc%C3%9Fe/', '/gr%C3%BC%C3%9Fe/'],
    ['/a%2Db/', '/a-b/'],
    ['/a%20b/', '/a b/'],
    ['/caf%C3%A9/', '/cafe\u0301/'],
    ['/cafe%CC%81/', '/café/'],
    ['/a&b,c/', '/a%26b%2cc/'],
    ['http://example.org:8080/a/?x#y', '/a/'],
  ])('%s is %s', (ours, theirs) => {
    expect(compare([ours], [theirs])).toMatchObject({ missing: [], differing: [], extra: [] });
  });

  test.each([
    ['/a/', '/a', 'trailing slash'],
    ['/a/', '/a.html', 'same slug elsewhere'],
    ['/a%2Fb/', '/a/b/', 'percent-encoding'],
    ['/a/B/', '/A/b/', 'case'],
    ['/a%252Fb/', '/a%2Fb/', 'percent-encoding'],
    ['/2020/a/', '/blog/a.html', 'same slug elsewhere'],
    ['/2020/a.html', '/blog/a/index.html', 'same slug elsewhere'],
  ])('%s differs from %s: %s', (ours, there, difference) => {
    expect(compare([ours], ['/other/', there])).toMatchObject({
      missing: [],
      differing: [{ url: ours, there, difference }],
      extra: ['/other/'],
    });
  });

  test('a page that is ours is no other form of another of ours', () => {
    expect(compare(['/2020/a/', '/2021/a/'], ['/2020/a/'])).toMatchObject({
      missing: [{ url: '/2021/a/' }],
      differing: [],
    });
  });

  test('an alias is the page', () => {
    expect(compareUrls([{ url: '/a', id: 'a' }], [{ path: '/a.html', aliases: ['/a'] }])).toMatchObject({
      missing: [],
      differing: [],
      extra: [],
    });
  });
});

const path = fc
  .array(fc.constantFrom('a', 'B', 'ü', '%2F', 'x.html', ''), { maxLength: 3 })
  .map((parts) => `/${parts.join('/')}`)
  // That would be another host.
  .filter((joined) => !joined.startsWith('//'));

test('every URL of ours is there, missing or differing, and every page is ours or extra', () => {
  fc.assert(
    fc.property(fc.uniqueArray(path), fc.uniqueArray(path), (ours, theirs) => {
      const { missing, differing, extra, ...counts } = compare(ours, theirs);
      expect(counts).toEqual({ ours: ours.length, theirs: theirs.length });
      const absent = new Set([...missing, ...differing].map(({ url }) => url));
      expect(absent.size).toBe(missing.length + differing.length);
      for (const url of ours) if (theirs.includes(url)) expect(absent.has(url)).toBe(false);
      for (const there of extra) expect(ours).not.toContain(there);
      for (const { there } of differing) expect(extra).not.toContain(there);
    }),
  );
});
