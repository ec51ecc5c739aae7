import { describe, expect, test } from 'vitest';
import { resolveLinks } from '../../src/documents/links.js';

/** Ids of the posts that the first links to. */
const linked = (
  links: readonly string[],
  { id = 'posts/2020-01-01-a.md', url = '/blog/a/' } = {},
  others: readonly { readonly id: string; readonly url: string }[] = [
    { id: 'posts/2020-01-02-b.md', url: '/blog/b/' },
    { id: 'posts/c/index.md', url: '/blog/c.html' },
    { id: 'posts/ü.md', url: '/blog/%C3%BC/' },
  ],
): readonly string[] => {
  const posts = [{ id, url, links }, ...others];
  return [...(resolveLinks(posts).get(0) ?? [])].map((ordinal) => posts[ordinal]?.id ?? '');
};

const b = ['posts/2020-01-02-b.md'];
const c = ['posts/c/index.md'];

describe('a link', () => {
  test.each<[string, readonly string[]]>([
    ['/blog/b/', b],
    ['/blog/b', b],
    ['/blog/b/index.html', b],
    ['/blog/b.html#part', b],
    ['/blog/b/?from=a', b],
    ['../b/', b],
    ['../c', c],
    ['2020-01-02-b.md', b],
    ['./2020-01-02-b.md#part', b],
    ['2020-01-02-b', b],
    ['@/posts/2020-01-02-b.md', b],
    ['/posts/c/index.md', c],
    ['c', c],
    ['/blog/ü', ['posts/ü.md']],
    ['ü.md', ['posts/ü.md']],
    ['../a/', []],
    ['/blog/', []],
    ['', []],
    ['b', []],
    ['/blog/hidden/', []],
    ['http://[', []],
    ['%E0%A4%A', []],
    ['https://example.org/blog/b/', b],
    ['//example.org/blog/b/', []],
  ])('to %s', (link, expected) => {
    expect(linked([link])).toEqual(expected);
  });

  test('to another site leads nowhere, where the posts say where theirs is', () => {
    const posts = (link: string) =>
      linked([link], { id: 'a', url: 'https://own.org/2020/a/' }, [
        { id: 'b', url: 'https://own.org/2020/b/' },
      ]);
    expect(posts('https://own.org/2020/b/')).toEqual(['b']);
    expect(posts('/2020/b/')).toEqual(['b']);
    expect(posts('https://other.org/2020/b/')).toEqual([]);
  });

  test('is to the site that most links are to', () => {
    expect(linked(['https://own.org/blog/b', 'https://own.org/blog/c', 'https://other.org/blog/ü'])).toEqual([
      ...b,
      ...c,
    ]);
  });

  test('by the end of a path leads nowhere where several posts end so', () => {
    const two = [
      { id: 'x/one.md', url: '/x/1/' },
      { id: 'y/one.md', url: '/y/1/' },
    ];
    expect(linked(['one'], {}, two)).toEqual([]);
    expect(linked(['y/one.md'], {}, two)).toEqual(['y/one.md']);
  });
});

test('without any link, nothing is kept', () => {
  expect(resolveLinks([{ id: 'a', url: '/a/' }]).size).toBe(0);
});

test('very many links take time in proportion', () => {
  const posts = Array.from({ length: 2_000 }, (_, at) => ({
    id: `${at}/same.md`,
    url: `/p/${at}/`,
    links: Array.from({ length: 20 }, (__, to) => `same${to % 2 === 0 ? '.md' : ''}`),
  }));
  const started = performance.now();
  expect(resolveLinks(posts).size).toBe(0);
  expect(performance.now() - started).toBeLessThan(5_000);
});
