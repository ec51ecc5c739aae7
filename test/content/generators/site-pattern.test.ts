import { describe, expect, it } from 'vitest';
import { toGlob } from '../../../src/content/generators/glob.js';
import { toSitePattern } from '../../../src/content/generators/site-pattern.js';
import { applyRewrites, toRewrite } from '../../../src/content/generators/vitepress/config.js';
import { openSite } from '../open-site.js';

const seconds = (work: () => void): number => {
  const before = process.cpuUsage().user;
  work();
  return (process.cpuUsage().user - before) / 1e6;
};

describe('a pattern of a configuration', () => {
  it('reads the syntax of Go and the groups of Python', () => {
    expect(toSitePattern('(?i)\\.draft\\.md$')?.test('posts/A.DRAFT.md')).toBe(true);
    expect(toSitePattern('^(?P<date>\\d{4})-(?P<slug>.*)')?.match('2020-a')?.named).toEqual({
      date: '2020',
      slug: 'a',
    });
    expect(toSitePattern('(a)|(b)')?.match('b')?.groups).toEqual([undefined, 'b']);
    expect(toSitePattern('(')).toBeUndefined();
  });

  it('costs time in proportion to the path, whatever it is', () => {
    const path = 'a'.repeat(4_000);
    expect(seconds(() => toSitePattern('^(a+)+$')?.test(`${path}b`))).toBeLessThan(1);
    expect(seconds(() => toGlob(`${'*a'.repeat(100)}b`).test(path))).toBeLessThan(1);
    expect(seconds(() => applyRewrites(path, [toRewrite(`${':a-b'.repeat(30)}x`, 'y')]))).toBeLessThan(1);
  });

  it('hides what Hugo hides, case or not', async () => {
    const { skip, post } = await openSite({
      'hugo.toml': "ignoreFiles = ['(?i)secret', '^(a+)+$']",
      'content/posts/A-SECRET.md': '# A',
      [`content/posts/${'a'.repeat(60)}b.md`]: '# B',
    });
    expect(skip('content/posts/A-SECRET.md').reason).toBe('not-a-post');
    expect(post(`content/posts/${'a'.repeat(60)}b.md`).title).toBe('B');
  });
});

describe('a glob', () => {
  it('may hold globs in its alternatives', () => {
    const glob = toGlob('posts/{*.draft,private/**}.md');
    expect(glob.test('posts/a.draft.md')).toBe(true);
    expect(glob.test('posts/private/a/b.md')).toBe(true);
    expect(glob.test('posts/a.md')).toBe(false);
  });
});
