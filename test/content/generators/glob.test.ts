import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { toGlob } from '../../../src/content/generators/glob.js';

describe('a glob', () => {
  it.each([
    ['posts/*', 'posts/a.md', true],
    ['posts/*', 'posts/deep/a.md', false],
    ['posts/**', 'posts/deep/a.md', true],
    ['**/a.md', 'a.md', true],
    ['**/a.md', 'x/y/a.md', true],
    ['**/_*/**', '_x/a.md', true],
    ['**/_*/**', 'x_/a.md', false],
    ['./a?c', 'abc', true],
    ['a?c', 'a/c', false],
    ['{a,b{c,d}}/*.{md,mdx}', 'bd/x.mdx', true],
    ['{a,b{c,d}}/*.{md,mdx}', 'b/x.mdx', false],
    ['[0-9]*.md', '7.md', true],
    ['[!0-9]*.md', '7.md', false],
    ['[a-c-].md', '-.md', true],
    ['a\\*b', 'a*b', true],
    ['a\\*b', 'axb', false],
    ['a.md', 'aXmd', false],
    ['{a', '{a', true],
    ['[a', '[a', true],
    ['', '', true],
  ])('%s of %s: %s', (pattern, path, isMatch) => expect(toGlob(pattern).test(path)).toBe(isMatch));

  it.each([
    ['/**/x', '/x', false],
    ['/**/x', '/a/x', true],
    ['/posts/**', '/posts/a/b', true],
    ['posts/**', '/posts/a', false],
  ])('of Hugo, %s of %s: %s', (pattern, path, isMatch) =>
    expect(toGlob(pattern, 'gobwas').test(path)).toBe(isMatch),
  );

  test('takes its time from the lengths of path and pattern alone', () => {
    const glob = toGlob(`${'**a'.repeat(60)}b`);
    const started = performance.now();
    expect(glob.test('a'.repeat(4000))).toBe(false);
    expect(toGlob('{a,b}'.repeat(40)).test('a'.repeat(40))).toBeTypeOf('boolean');
    expect(performance.now() - started).toBeLessThan(2000);
  });

  test('of a path without signs is that path', () => {
    const plain = fc.string({ unit: fc.constantFrom('a', 'b', '/', '.', '-', 'ü'), maxLength: 12 });
    fc.assert(
      fc.property(plain, plain, (pattern, path) => {
        fc.pre(!/^\.?\//.test(pattern));
        expect(toGlob(pattern).test(path)).toBe(pattern === path);
      }),
    );
  });
});
