import { describe, expect, test } from 'vitest';
import { placeConfigured, placeGuessed, toSitePath } from '../../../src/content/site/placement.js';

const jekyll = { home: { folder: '_posts', bare: '_posts/' } };
const hugo = { home: { folder: 'content', bare: 'content/' } };

describe('a folder of posts without the site around it', () => {
  test('is the home of the posts, or holds a site that has one', () => {
    expect(placeGuessed(hugo, 'x', ['a.md'])).toEqual({ prefix: 'content/', inset: '' });
    expect(placeGuessed(hugo, 'x', ['web/content/a.md', 'web/content/b/c.md'])).toEqual({
      prefix: '',
      inset: 'web/',
    });
  });

  test('holds a site at what all of its posts share', () => {
    expect(placeGuessed(jekyll, 'x', ['a/_posts/1.md', 'b/_posts/2.md']).inset).toBe('');
    expect(placeGuessed(jekyll, 'x', ['a/b/_posts/1.md', 'a/c/_posts/2.md']).inset).toBe('a/');
  });

  test('is below the last folder of that name above it', () => {
    expect(placeGuessed(hugo, 'content/site/content/blog', ['a.md']).prefix).toBe('content/blog/');
  });

  test('may be a wrapper of a site without such a home, if all but files of the root are in it', () => {
    const wrapped = { wrappers: ['docs', 'src'] };
    expect(placeGuessed(wrapped, 'x', ['src/a.md', 'readme.md']).inset).toBe('src/');
    expect(placeGuessed(wrapped, 'x', ['src/a.md', 'other/b.md']).inset).toBe('');
    expect(placeGuessed(wrapped, 'x', ['a.md']).inset).toBe('');
    expect(placeGuessed({}, 'x', ['src/a.md']).inset).toBe('');
  });
});

test('posts beside their site have a path that leads out of it', () => {
  const placement = placeConfigured('../..', 'web/site');
  expect(toSitePath(placement, 'web/site/a.md')).toBe('a.md');
  expect(toSitePath(placement, 'docs/a.md')).toBe('../../docs/a.md');
});
