import { describe, expect, test } from 'vitest';
import { maxQueryDepth } from '../../src/analysis/analyze-query.js';
import type { QueryTree } from '../../src/domain/query-tree.js';
import { maxLeaves, maxTreeDepth, parseText } from '../../src/query/parse-text.js';
import { showTree } from './show-tree.js';

const shown = (text: string): string => showTree(parseText(text));

describe('words', () => {
  test.each([
    ['open', 'open…'],
    ['open source', 'most(open, source…)'],
    ['  open\tsource \n', 'most(open, source…)'],
    ['open source !', 'most(open, source…)'],
    ['a a', 'most(a, a…)'],
    ['a AND b', 'most(a, b…)'],
    ['AND', 'and…'],
    ['a AND', 'most(a, and…)'],
    ['and or not', 'most(and, or, not…)'],
    ['a NOT b', 'most(a, NOT, b…)'],
  ])('%s', (text, tree) => {
    expect(shown(text)).toBe(tree);
  });

  test.each([
    'http://x.org/a?b=c',
    '12:30',
    'c++',
    'c#',
    '.net',
    'node.js',
    'a-b',
    'snake_case',
    'CVE-2021-3711',
    'C:\\path',
    'std::vector',
    'foo:bar',
    'year:soon',
    'year:20240',
    'date:..',
    'date:2024..2023',
    'date:2023-13',
    'date:2023..2023-13',
    'date:2023-13..',
    'before:0001',
    'after:9999',
    'lang:english!',
    'title:',
    'title:!',
    'tag:',
    'x|y',
    'a*b',
    '*a',
    '中文。',
    'שלום',
    'a🎉',
    'a\ud800',
    "don't",
  ])('%s is one', (text) => {
    expect(parseText(text)).toEqual({ kind: 'prefix', text });
    expect(parseText(`${text} x`)).toMatchObject({ kind: 'most', of: [{ text }, { text: 'x' }] });
  });

  test.each([
    '?!',
    ':',
    '::',
    '-',
    '--',
    '->',
    '|',
    '*',
    '"',
    '""',
    '"!"',
    '(',
    '(((',
    ')',
    '()',
    '-()',
    '🎉',
    '\ud800',
  ])('%s has none: no post is asked for', (text) => {
    expect(parseText(text)).toEqual({ kind: 'any', of: [] });
  });

  test.each(['', ' ', '\t\n', '\u200f', '\u3000'])('in %j nothing at all is asked: every post', (text) => {
    expect(parseText(text)).toEqual({ kind: 'all', of: [] });
  });

  test('marks of direction are blanks', () => {
    expect(shown('\u200fשלום\u200e \u2067-a\u2069 b')).toBe('all(not(a), most(שלום, b…))');
    expect(shown('a\u200bb\u061cc')).toBe('most(a, b, c…)');
  });
});

describe('a phrase', () => {
  test.each([
    ['"open source"', '"open source"'],
    ['"open  source "', '"open source"'],
    ['“open source” „so“ »so« «so» 「東京」 『x』', 'all("open source", "so", "so", "so", "東京", "x")'],
    ['日本「東京」大阪', 'all("東京", most(日本, 大阪…))'],
    ['"c++"', '"c++"'],
    ['"he said «so»"', '"he said so"'],
    ['"a (b) OR -c"', '"a (b) OR -c"'],
    ['db "open source"', 'all("open source", db)'],
    ['"open source" db', 'all("open source", db…)'],
    ['a "b c" d "e f"', 'all("b c", "e f", most(a, d))'],
    ['"a""b"', 'all("a", "b")'],
  ])('%s', (text, tree) => {
    expect(shown(text)).toBe(tree);
  });

  test.each([
    ['"open sour', 'most(open, sour…)'],
    ['a 24" display 19" rack', 'most(a, 24, display, 19, rack…)'],
    ['tag:"cloud bil', 'most(tag:, cloud, bil…)'],
    ['“open source', 'most(open, source…)'],
    ['「東京', '東京…'],
    ['-"a b', 'most(a, b…)'],
  ])('that does not end is words: %s', (text, tree) => {
    expect(shown(text)).toBe(tree);
  });
});

describe('a minus', () => {
  test.each([
    ['-x', 'not(x)'],
    ['a -x', 'all(not(x), a)'],
    ['-x a', 'all(not(x), a…)'],
    ['-"a b"', 'not("a b")'],
    ['-tag:x', 'not([tags=x])'],
    ['-title:x', 'not(title(x))'],
    ['-micro*', 'not(micro*)'],
    ['-5', 'not(5)'],
    ['-x -y', 'all(not(x), not(y))'],
    ['-(a b)', 'not(any(a, b))'],
    ['-(a "b c")', 'not(all("b c", a))'],
    ['-(-x)', 'not(not(x))'],
    ['-(--x)', 'not(x)'],
    ['(a -x)', 'all(not(x), a)'],
    ['-tag:-x', 'not([tags=-x])'],
    ['(-x)', 'not(x)'],
    ['a OR -x', 'any(a, not(x))'],
    ['-title:', 'not(title:)'],
    ['-OR', 'not(OR)'],
  ])('%s', (text, tree) => {
    expect(shown(text)).toBe(tree);
  });

  test.each([
    ['a - b', 'most(a, b…)'],
    ['a -- b', 'most(a, b…)'],
    ['a-b', 'a-b…'],
    ['title:-x', 'title(x…)'],
    ['--verbose a', 'most(verbose, a…)'],
    ['--OR', 'or…'],
    ['--title:x', 'title(x…)'],
    ['„Model C“-Schulen', 'all("Model C", Schulen…)'],
    ['Histone 2A (H2A)-histone', 'most(Histone, 2A, H2A, histone…)'],
    ['"-x', 'x…'],
    ['a --"b c"', 'all("b c", a)'],
  ])('elsewhere is none: %s', (text, tree) => {
    expect(shown(text)).toBe(tree);
  });
});

describe('OR', () => {
  test.each([
    ['a OR b', 'any(a, b…)'],
    ['a | b', 'any(a, b…)'],
    ['a OR b OR c', 'any(a, b, c…)'],
    ['a b OR c d', 'all(any(b, c), most(a, d…))'],
    ['(a b) OR c', 'any(most(a, b), c…)'],
    ['a OR (b OR (c OR d))', 'any(a, b, c, d…)'],
    ['a OR "b c"', 'any(a, "b c")'],
    ['tag:a OR year:2024', 'any([tags=a], [days=2024-01-01..2024-12-31])'],
    ['a AND b OR c', 'all(any(b, c…), a)'],
  ])('%s', (text, tree) => {
    expect(shown(text)).toBe(tree);
  });

  test.each([
    ['OR', 'or…'],
    ['OR OR', 'most(or, or…)'],
    ['a OR', 'most(a, or…)'],
    ['OR b', 'most(or, b…)'],
    ['a OR OR b', 'all(any(or, b…), a)'],
    ['(OR a)', 'most(or, a…)'],
    ['(a OR) b', 'most(a, or, b…)'],
    ['a or b', 'most(a, or, b…)'],
    ['a || b', 'most(a, b…)'],
    ['| b', 'b…'],
  ])('that joins nothing is a word: %s', (text, tree) => {
    expect(shown(text)).toBe(tree);
  });

  test.each([
    ['a OR () b', 'most(a, b…)'],
    ['() OR a', 'a…'],
  ])('with nothing on a side joins nothing: %s', (text, tree) => {
    expect(shown(text)).toBe(tree);
  });
});

describe('parentheses', () => {
  test.each([
    ['(a b) c', 'most(a, b, c…)'],
    ['(a "b c") d', 'all("b c", most(a, d…))'],
    ['(a OR b) c', 'all(any(a, b), c…)'],
    ['((a OR b) c) OR d', 'any(all(any(a, b), c), d…)'],
    ['f(x, y)', 'most(f, x,, y…)'],
    ['main()', 'main…'],
    ['(a OR b', 'any(a, b…)'],
    ['a) OR b', 'any(a, b…)'],
    ['（a OR b） c', 'all(any(a, b), c…)'],
  ])('%s', (text, tree) => {
    expect(shown(text)).toBe(tree);
  });
});

describe('a field', () => {
  test.each([
    ['title:rust', 'title(rust…)'],
    ['TITLE:rust', 'title(rust…)'],
    ['title：rust', 'title(rust…)'],
    ['heading:set-up x', 'all(headings(set-up), x…)'],
    ['code:useState title:"a b"', 'all(code(useState), title("a b"))'],
    ['title:(a OR b) c', 'all(title(any(a, b)), c…)'],
    ['title:(a b)', 'title(most(a, b…))'],
    ['title:(-x)', 'title(not(x))'],
    ['title:micro*', 'title(micro*)'],
    ['title:(heading:x)', 'title(headings(x…))'],
    ['title:heading:x', 'title(heading:x…)'],
    ['title:OR', 'title(OR…)'],
  ])('%s', (text, tree) => {
    expect(shown(text)).toBe(tree);
  });

  test.each([
    ['title: rust', 'most(title:, rust…)'],
    ['title:()', 'any()'],
    ['title:* x', 'all(title:*, x…)'],
    ['titel:rust', 'titel:rust…'],
    ['titel:"a b"', 'all("a b", titel:)'],
    ['constructor:x', 'constructor:x…'],
  ])('of nothing, or unknown, is words: %s', (text, tree) => {
    expect(shown(text)).toBe(tree);
  });
});

describe('a filter', () => {
  test.each([
    ['tag:rust', '[tags=rust]'],
    ['tag:"cloud bills" x', 'all([tags=cloud bills], x…)'],
    ['tag:C++', '[tags=C++]'],
    ['tag:🎉', '[tags=🎉]'],
    ['tag:-x', '[tags=-x]'],
    ['tag:a,b', '[tags=a,b]'],
    ['tag:micro*', '[tags=micro*]'],
    ['category:a author:b series:c', 'all([categories=a], [authors=b], [series=c])'],
    ['tag:(a OR "b c")', 'any([tags=a], [tags=b c])'],
    ['tag:(a b -c)', 'all([tags=a], [tags=b], not([tags=c]))'],
    ['tag:(title:x)', 'title(x…)'],
    ['lang:pt-BR', '[language=pt-BR]'],
    ['Year:2024', '[days=2024-01-01..2024-12-31]'],
    ['year:"2024"', '[days=2024-01-01..2024-12-31]'],
    ['year:(2023 OR soon)', 'any([days=2023-01-01..2023-12-31], soon…)'],
    ['year:(soon) x', 'most(soon, x…)'],
    ['date:2023-01..2024-06', '[days=2023-01-01..2024-06-30]'],
    ['date:2024-02', '[days=2024-02-01..2024-02-29]'],
    ['date:2024-02-29', '[days=2024-02-29..2024-02-29]'],
    ['date:2023..', '[days=2023-01-01..]'],
    ['date:..2023-06', '[days=..2023-06-30]'],
    ['before:2024', '[days=..2023-12-31]'],
    ['before:2024-03-01', '[days=..2024-02-29]'],
    ['before:2024-05', '[days=..2024-04-30]'],
    ['after:2024', '[days=2025-01-01..]'],
    ['after:2024-11', '[days=2024-12-01..]'],
    ['after:2024-02-28', '[days=2024-02-29..]'],
  ])('%s', (text, tree) => {
    expect(shown(text)).toBe(tree);
  });

  test('whose value is of another kind is words, and a phrase stays one', () => {
    expect(shown('lang:"x y"')).toBe('all("x y", lang:)');
    expect(shown('-year:soon')).toBe('not(year:soon)');
  });
});

describe('a wildcard', () => {
  test.each([
    ['micro*', 'micro*'],
    ['micro* x', 'all(micro*, x…)'],
    ['x micro*', 'all(micro*, x)'],
    ['*a* **b**', 'most(*a*, **b**…)'],
  ])('%s', (text, tree) => {
    expect(shown(text)).toBe(tree);
  });
});

const leavesOf = (tree: QueryTree): number =>
  'text' in tree || tree.kind === 'filter'
    ? 1
    : [tree.of].flat().reduce((sum, branch) => sum + leavesOf(branch), 0);

const depthOf = (tree: QueryTree): number =>
  'text' in tree || tree.kind === 'filter' ? 0 : 1 + Math.max(0, ...[tree.of].flat().map(depthOf));

describe('no text asks for too much', () => {
  const long = 100_000;

  test.each([
    ['words', 'a '.repeat(long)],
    ['letters', 'a'.repeat(long)],
    ['alternatives', 'a OR '.repeat(long)],
    ['operators', 'OR AND | '.repeat(long)],
    ['excluded words', '-a '.repeat(long)],
    ['minuses', '-'.repeat(long)],
    ['parentheses that open', `${'('.repeat(long)}a`],
    ['parentheses that close', `a${')'.repeat(long)}`],
    ['parentheses', '()'.repeat(long)],
    ['parentheses in parentheses', `${'(a OR (b '.repeat(long)}c`],
    ['excluded parentheses', `${'-('.repeat(long)}a`],
    ['fields in fields', `${'-title:(a OR '.repeat(long)}b`],
    ['filters in filters', `${'tag:(a OR '.repeat(long)}b`],
    ['quotes', '"'.repeat(long)],
    ['quotes that begin', ' "a'.repeat(long)],
    ['quotes of every kind that do not end', '「a 『b «c “d '.repeat(long)],
    ['quotes behind names', 'title:"'.repeat(long)],
    ['quotes behind minuses', '-"'.repeat(long)],
    ['names', 'title:'.repeat(long)],
    ['values of no kind', 'year:"soon" lang:"x y" '.repeat(long)],
    ['stars', `${'*'.repeat(long)}a`],
    ['stars behind a letter', `a${'*'.repeat(long)}`],
    ['days', 'date:2020..2024 '.repeat(long)],
    ['emoji', '🎉 '.repeat(long)],
    ['marks of direction', '\u200f\u202e'.repeat(long)],
    ['halves of characters', '\ud800 \udc00a '.repeat(long)],
  ])('%s', (_, text) => {
    const before = performance.now();
    const tree = parseText(text);
    // A second at most; what is not linear in 100,000 of anything takes a minute.
    expect(performance.now() - before).toBeLessThan(10_000);
    expect(leavesOf(tree)).toBeLessThanOrEqual(maxLeaves);
    expect(depthOf(tree)).toBeLessThanOrEqual(maxTreeDepth);
  });

  test('and nothing of a tree is lost when it is analyzed', () => {
    expect(maxTreeDepth).toBeLessThanOrEqual(maxQueryDepth);
  });

  test('of more words than there may be, the first are asked for', () => {
    const words = Array.from({ length: maxLeaves + 9 }, (_, at) => `w${at}`);
    const tree = parseText(words.join(' '));
    const kept = words
      .slice(0, maxLeaves)
      .map((text, at) => ({ kind: at === maxLeaves - 1 ? 'prefix' : 'term', text }));
    expect(tree).toEqual({ kind: 'most', of: kept });
  });

  test.each([
    ['eight alternatives in each other are still that', 8, 'any'],
    ['nine are too deep, and words', 9, 'all'],
  ])('%s', (_, count, kind) => {
    // Each is `a OR (b …)`: an `any`, and the `all` of a phrase and what is in it.
    const text = `${'a OR ("b" '.repeat(count)}c${')'.repeat(count)}`;
    expect(parseText(text).kind).toBe(kind);
    expect(depthOf(parseText(text))).toBe(kind === 'any' ? maxTreeDepth : 2);
  });

  test('parentheses that change nothing are not counted', () => {
    expect(shown(`${'('.repeat(64)}a OR b${')'.repeat(64)} c`)).toBe('all(any(a, b), c…)');
    expect(shown(`-${'('.repeat(65)}a OR b${')'.repeat(65)} c`)).toBe('all(any(a, b), c…)');
  });
});
