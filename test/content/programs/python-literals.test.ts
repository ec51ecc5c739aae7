import { describe, expect, test } from 'vitest';
import { readPythonLiterals, toMapping } from '../../../src/content/programs/python-literals.js';

describe('settings of a Python module are read and not run', () => {
  test.each([
    ["A = 'text'", { A: 'text' }],
    ["# A = 'x'\nA = \"it's\"  # B = 1", { A: "it's" }],
    ['A = True; B = None; C = -1_000; D = 1.5', { A: true, B: null, C: -1000, D: 1.5 }],
    ['A: str = "x"', { A: 'x' }],
    ["A = 'a\\n\\x41\\u00e9\\\\\\d'", { A: 'a\nAé\\\\d' }],
    ["A = r'\\d+'", { A: '\\d+' }],
    ["A = ('a'\n     'b' + \"c\")", { A: 'abc' }],
    ["A = '''x\n'y' \"z\"\n'''", { A: 'x\n\'y\' "z"\n' }],
    ["A = ['a', 'b',\n     # no\n     'c',]", { A: ['a', 'b', 'c'] }],
    ["A = ('a',)", { A: ['a'] }],
    ["A = 'a',", { A: 'a' }],
    ["A = {'a': 1, \"b\": {'c': [True]}}", { A: { a: 1, b: { c: [true] } } }],
    ["A = {'a', 'b'}", { A: ['a', 'b'] }],
    ["A = {\n  'status': 'draft',\n}\nB = 2", { A: { status: 'draft' }, B: 2 }],
    ["A = dict(status='draft', **{'b': 1})", { A: { status: 'draft', b: 1 } }],
    ["A = dict([('status', 'draft')])", { A: { status: 'draft' } }],
    ["base = {'a': 1}\nA = {**base, 'b': 2}", { A: { a: 1, b: 2 } }],
    ["A = {'a': 1}\nA['b'] = 2\nA.update({'c': 3})\nA.update(d=4)", { A: { a: 1, b: 2, c: 3, d: 4 } }],
    ["A = ['a']\nA += ['b']", { A: ['a', 'b'] }],
    ["A = f'plain'\nB = f'{x}'\nC = b'x'", { A: 'plain', B: undefined, C: undefined }],
    ["A = 'a'\nif x:\n    A = 'b'", { A: 'a' }],
    ['__proto__ = {"a": 1}\nA = {"__proto__": 1}', { A: { ['__proto__']: 1 } }],
  ])('%s', (source, values) => expect(readPythonLiterals(source)).toEqual(values));

  test('what only running would tell is there and not known', () => {
    for (const source of [
      'A = f()',
      'A = os.environ["A"]',
      "A = {'a': 1} if x else {}",
      "A = {'a': 1} or x",
      "A = {'a': 1}\nA.clear()",
      "A = {'a': 1}\nif x:\n    A = {}",
      "A = {'a': 1}\nif x: A['a'] = 2",
      "A = {'a': 1}\nfor x in y:\n\tA.update(x)",
      'A = [x for x in y]',
      'A = lambda: 1',
      'A = b = 1',
      "A = 'a' % x",
      'A = "a".lower()',
    ]) {
      const values = readPythonLiterals(source);
      expect([source, 'A' in values]).toEqual([source, true]);
      expect([source, JSON.stringify(values.A) ?? 'unknown']).toEqual([
        source,
        source === 'A = [x for x in y]' ? '[null]' : 'unknown',
      ]);
    }
    const entries = readPythonLiterals("A = {'a': f(1, [2}), 'b': 'c', **x, k: 1}").A;
    expect(entries).toEqual({ a: undefined, b: 'c', '**': undefined });
    expect(Object.keys(toMapping(entries))).toEqual(['a', 'b', '**']);
  });

  test('pairs are a mapping', () => {
    expect(toMapping([['status', 'draft']])).toEqual({ status: 'draft' });
    expect(toMapping([['status'], 'x'])).toEqual({ '**': undefined });
    expect(toMapping(undefined)).toEqual({ '**': undefined });
  });

  test('copies of copies end', () => {
    const list = `[${'1,'.repeat(50_000)}]`;
    const mapping = `{${Array.from({ length: 3_000 }, (_, at) => `'a${at}': 1`).join(',')}}`;
    const lines = (line: (at: number) => string): string =>
      Array.from({ length: 3_000 }, (_, at) => line(at)).join('\n');
    for (const [source, first, last] of [
      [`X = ${list}\n${lines(() => 'X = X + []')}`, undefined, 'X'],
      [`X = ${list}\n${lines((at) => `A${at} = X + []`)}`, 'A0', 'A2999'],
      [`X = ${mapping}\n${lines((at) => `A${at} = {**X}`)}`, 'A0', 'A2999'],
      [`X = ${mapping}\n${lines((at) => `A${at} = dict(X)`)}`, 'A0', 'A2999'],
      [`X = ${mapping}\n${lines(() => "X['b'] = 1")}`, undefined, 'X'],
      [`X = '${'a'.repeat(90_000)}'\n${lines((at) => `A${at} = X + 'b'`)}`, 'A0', 'A2999'],
    ] as const) {
      const values = readPythonLiterals(source);
      if (first !== undefined) expect(values[first]).toBeDefined();
      const end = values[last];
      expect(end === undefined || JSON.stringify(end) === '{}').toBe(true);
    }
  }, 60_000);

  test('ends in time, whatever it is given', () => {
    const started = performance.now();
    const doubling = Array.from({ length: 60 }, (_, at) => `A${at + 1} = A${at} + A${at}`);
    for (const source of [
      `A0 = 'xxxxxxxxxx'\n${doubling.join('\n')}`,
      `A0 = ['x', 'x']\n${doubling.join('\n')}`,
      `A = ${'['.repeat(100_000)}`,
      `A = ${'{'.repeat(100_000)}`,
      `A = ${'\'\'\'"""'.repeat(50_000)}`,
      `A = ${"'\\".repeat(100_000)}`,
      `${'A = [\n'.repeat(50_000)}`,
      `A = ${'1 + '.repeat(100_000)}`,
      `${"A['x'] = 1\n".repeat(5000)}`,
    ])
      expect(readPythonLiterals(source)).toBeDefined();
    expect(performance.now() - started).toBeLessThan(5000);
  });
});
