import { describe, expect, test } from 'vitest';
import { unknownNames, unknownValue } from '../../../src/content/programs/script-expressions.js';
import {
  readExportedNames,
  readExportedValue,
  readScriptObject,
} from '../../../src/content/programs/script-values.js';

describe('what a module exports is read and not run', () => {
  test.each([
    ['export default { a: 1, b: [true, null, -2], "c-d": `x` };', { a: 1, b: [true, null, -2], 'c-d': 'x' }],
    ['module.exports = { tags: ["posts"] };', { tags: ['posts'] }],
    [
      'import type { Config } from "x";\nconst locale = "cs";\nconst config: Config = { i18n: { locales: ["en", locale] } };\nexport default config;',
      { i18n: { locales: ['en', 'cs'] } },
    ],
    ['export default defineConfig({ base: "/b/" } satisfies X);', { base: '/b/' }],
    ['const a = { x: 1 };\nexport default { ...a, y: `$' + '{"p"}-q` + "r" };', { x: 1, y: 'p-qr' }],
    ['const config = { a: 1 };\nexport default defineConfig(config);', { a: 1 }],
    ['export default () => ({ a: 1 });', { a: 1 }],
    [
      'const base = "/b/";\nmodule.exports = async function (data) { const link = base + "x"; return { link, draft: data.draft }; };',
      { link: '/b/x', draft: unknownValue },
    ],
    ['function give() { return { a: 1 }; }\nmodule.exports = give;', { a: 1 }],
    ['export default function () { return { a: 1 }; }', { a: 1 }],
    ['export default { date: new Date("2020-01-02"), on: !0 };', { date: '2020-01-02', on: true }],
  ])('%s', (source, value) => expect(readExportedValue(source)).toEqual(value));

  test('what only running would tell is unknown', () => {
    expect(readExportedValue('export default { a: process.env.A, b: f(), c() {}, d: 1 };')).toEqual({
      a: unknownValue,
      b: unknownValue,
      c: unknownValue,
      d: 1,
    });
    expect(readExportedValue('export default { ...other, [k]: 1 };')).toEqual({
      [unknownNames]: unknownValue,
    });
    expect(readExportedValue('export default (data) => data')).toBe(unknownValue);
    expect(readExportedValue('let a = 1; export default { a };')).toEqual({ a: unknownValue });
    expect(readExportedValue('const a = b; const b = a; export default a;')).toBe(unknownValue);
    expect(readExportedValue('not a program {{{')).toBe(unknownValue);
  });

  test('what is changed after it is written out is unknown', () => {
    for (const source of [
      'const a = { draft: false }; a.draft = true; export default a;',
      'const a = { draft: false }; Object.assign(a, b); export default a;',
      'const a = { draft: false }; if (c) delete a.draft; module.exports = a;',
      'module.exports = { draft: false }; module.exports.draft = true;',
      'module.exports = { draft: false }; if (c) exports.draft = true;',
      'const a = { draft: false }; export default () => { a.draft = true; return a; };',
      'export default () => { if (c) return { draft: true }; return { draft: false }; };',
      'const data = { draft: false }; export default (data) => data;',
      'const a = { draft: false }; export default () => { let a = { draft: true }; return a; };',
    ])
      expect([source, readExportedValue(source)]).toEqual([source, unknownValue]);
  });

  test('the names of a module are read like its default', () => {
    expect(
      readExportedNames('export const a = 1, b = f();\nexport function c() {}\nexport { d };\nlet d = 2;'),
    ).toEqual({ a: 1, b: unknownValue, c: unknownValue, [unknownNames]: unknownValue });
    expect(readExportedNames('const a = 1;')).toEqual({});
  });

  test('what would double without end is unknown', () => {
    const doubling = ['const a0 = "xxxxxxxxxx";', 'const b0 = [1, 2, 3];'];
    for (let at = 1; at < 60; at += 1)
      doubling.push(
        `const a${at} = a${at - 1} + a${at - 1};`,
        `const b${at} = [...b${at - 1}, ...b${at - 1}];`,
      );
    const value = readExportedValue(`${doubling.join('\n')}\nexport default { a: a59, b: b59, c: a1 };`);
    expect(value).toMatchObject({ a: unknownValue, c: 'xxxxxxxxxxxxxxxxxxxx' });
    expect(JSON.stringify(value).length).toBeLessThan(500_000);
    expect(readExportedValue(`export default ${'['.repeat(50_000)}`)).toBe(unknownValue);
  });

  test('no name of an object reaches its prototype', () => {
    const value = readExportedValue('export default { "__proto__": { draft: true }, a: 1 };');
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
  });
});

test('front matter is an object, or a const for each value', () => {
  expect(readScriptObject('{ title: "A", draft: true }')).toEqual({ title: 'A', draft: true });
  expect(readScriptObject('const title = "A";\nconst tags = ["b"];')).toEqual({ title: 'A', tags: ['b'] });
  expect(readScriptObject('const title = "A";\nlog(title);')).toEqual({
    title: 'A',
    [unknownNames]: unknownValue,
  });
  expect(readScriptObject('function f() {}')).toEqual({ [unknownNames]: unknownValue });
  expect(readScriptObject('')).toBe(unknownValue);
});

describe('a hostile program', () => {
  const lines = (line: (at: number) => string): string =>
    Array.from({ length: 3_000 }, (_, at) => line(at)).join('\n');
  const names = `[${lines((at) => `a${at},`)}]`;
  const list = `const X = [${'1,'.repeat(50_000)}];`;

  test.each([
    ['lists', `${list}\n${lines((at) => `const a${at} = [...X];`)}\nexport default ${names}`],
    [
      'objects',
      `const X = {${lines((at) => `k${at}: 1,`)}};\n${lines((at) => `const a${at} = {...X};`)}\nexport default ${names}`,
    ],
    [
      'texts',
      `const X = '${'a'.repeat(90_000)}';\n${lines((at) => `const a${at} = \`\${X}b\`;`)}\nexport default ${names}`,
    ],
  ])(
    'does not copy %s without end',
    (_, source) => {
      const values = readExportedValue(source) as unknown[];
      expect(JSON.stringify(values[0]).length).toBeGreaterThan(20_000);
      const written = JSON.stringify(values.at(-1), (__, value) =>
        value === unknownValue ? 'unknown' : value,
      );
      expect(written).toMatch(/unknown/);
    },
    60_000,
  );

  test('is given up where its types could be anything', () => {
    expect(readExportedValue(`export default ${'<a>('.repeat(40)}`)).toBe(unknownValue);
  }, 60_000);
});
