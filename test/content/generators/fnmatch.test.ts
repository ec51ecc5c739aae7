import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toGlob } from '../../../src/content/generators/glob.js';

const fnmatch = (pattern: string, text: string): boolean => toGlob(pattern, 'fnmatch').test(text);

describe('fnmatch', () => {
  // Each as Ruby's `File.fnmatch?(pattern, text)` and Python's `fnmatch.fnmatchcase` answer.
  test.each([
    ['a/b.md', 'a/b.md', true],
    ['*', 'a/b.md', true],
    ['*.md', 'a/b.md', true],
    ['a/*.md', 'a/b/c.md', true],
    ['a?b', 'a/b', true],
    ['a?b', 'ab', false],
    ['[ab].md', 'a.md', true],
    ['[!ab].md', 'a.md', false],
    ['[^ab].md', 'c.md', true],
    ['[a-c]', 'b', true],
    ['[a-c]', '-', false],
    ['[a-c-]', '-', true],
    ['[]]', ']', true],
    ['[!]]', ']', false],
    ['[ab', '[ab', true],
    ['a.b', 'axb', false],
    ['(a|b)+', '(a|b)+', true],
    ['*a*b', 'xaxbxb', true],
    ['*a*b', 'xaxbx', false],
    ['é?ž', 'é😀ž', true],
    ['', '', true],
    ['', 'a', false],
    ['**', '', true],
  ])('%s against %s', (pattern, text, matches) => expect(fnmatch(pattern, text)).toBe(matches));

  test('a backslash escapes where it may', () => {
    expect(fnmatch('\\*.md', '*.md')).toBe(true);
    expect(fnmatch('\\*.md', 'a.md')).toBe(false);
    expect(toGlob('\\*.md', 'python-fnmatch').test('\\a.md')).toBe(true);
  });

  test('any text is matched by itself with stars put in', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'b', '/', '.'), maxLength: 20 });
    fc.assert(
      fc.property(letters, letters, letters, (a, b, c) => {
        expect(fnmatch(`${a}*${c}`, a + b + c)).toBe(true);
        expect(fnmatch(`*${b}*`, a + b + c)).toBe(true);
      }),
    );
  });

  test('takes its time with pattern times text', () => {
    const started = performance.now();
    expect(fnmatch(`${'*a'.repeat(500)}b`, 'a'.repeat(5000))).toBe(false);
    expect(performance.now() - started).toBeLessThan(2000);
  });
});
