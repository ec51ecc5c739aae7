import { beforeAll, describe, expect, test } from 'vitest';
import { problemOf, readSafe, toKey } from './check-expression.js';
import { type CollectedExpressions, collectExpressions } from './collect-expressions.js';
import { findExpressions } from './find-expressions.js';

/** Expressions that no post, path, configuration or question reaches, and why that is so: none. */
const unreachable: Readonly<Record<string, string>> = {};

let found: CollectedExpressions;
beforeAll(async () => {
  found = await collectExpressions();
}, 120_000);

describe('the time of every expression is linear in what it is given', () => {
  test('be it written out or made when the program runs', () => {
    const safe = readSafe();
    const problems = [...found.literals, ...found.made]
      .filter((expression) => !safe.has(toKey(expression)) && !(toKey(expression) in unreachable))
      .map((expression) => [expression, problemOf(expression)] as const)
      .filter(([, problem]) => problem !== undefined)
      .map(([expression, problem]) => `${expression.file}: ${toKey(expression)} ${problem}`);
    expect(problems).toEqual([]);
  }, 300_000);

  test('and none that is made has escaped', () => {
    const seen = new Map<string, Set<string>>();
    for (const expression of found.made)
      seen.set(expression.file, (seen.get(expression.file) ?? new Set()).add(expression.place));
    for (const [file, count] of found.makers)
      expect(seen.get(file)?.size ?? 0, file).toBeGreaterThanOrEqual(count);
  });

  test('and none is made where it could not be seen', () => {
    expect(found.unseen).toEqual([]);
  });

  test('and no longer list than needed says so', () => {
    const all = new Set([...found.literals, ...found.made].map(toKey));
    expect([...readSafe()].filter((key) => key !== '' && !all.has(key))).toEqual([]);
  });
});

test('a planted expression is found, written out or made', () => {
  const planted = findExpressions(
    new Map([['a.ts', 'const a: RegExp = /\\s+$/; const b = new RegExp(a.source + a.source); RegExp("c");']]),
  );
  expect(planted.literals).toEqual([{ file: 'a.ts', source: '\\s+$', flags: '' }]);
  expect(planted.made.get('a.ts')).toBe(2);
  expect(problemOf({ source: '\\s+$', flags: '' })).toMatch(/^is .*polynomial/);
  expect(problemOf({ source: '(a+)+$', flags: '' })).toMatch(/^is exponential/);
  expect(problemOf({ source: '^a+$', flags: '' })).toBeUndefined();
});

test.each([
  "'a'.match('a+$')",
  'b.search(`a+$`)',
  "a?.matchAll(a + '+$')",
  'const R = RegExp; new R("a")',
  'new globalThis.RegExp(a)',
  "globalThis['RegExp'](a)",
  'const { RegExp: Q } = globalThis; Q(a)',
  'Reflect.construct(RegExp, [a])',
  "/a/.compile('b')",
  'new (/a/.constructor)(b)',
  'eval(a)',
])('a disguised one is found: %s', (source) => {
  expect(findExpressions(new Map([['a.ts', source]])).unseen).not.toEqual([]);
});
