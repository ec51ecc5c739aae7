import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

const read = (path: string): string => readFileSync(resolve(import.meta.dirname, path), 'utf8');

const { scripts }: { scripts: Readonly<Record<string, string>> } = JSON.parse(read('../package.json'));

/** What the last cell of each row names: a file with names in it, or a command. */
const named = read('README.md')
  .split('\n')
  .filter((line) => line.startsWith('| ') && !line.startsWith('| Promise'))
  .map((line) => [...(line.split(' | ').at(-1) ?? '').matchAll(/`([^`]+)`/g)].map(([, name = '']) => name));

/** Whether a file has a text as a name: in quotes of some kind, from the first letter to the last. */
const holds = (source: string, name: string): boolean =>
  ["'", '"', '`'].some((quote) => source.includes(quote + name.replaceAll(quote, `\\${quote}`) + quote));

const missingIn = ([where = '', ...names]: readonly string[]): readonly string[] => {
  const script = /^npm run ([\w:-]+)$/.exec(where)?.[1];
  if (script !== undefined) return Object.hasOwn(scripts, script) ? [] : [where];
  const source = read(where);
  return [
    ...(names.length === 0 ? [`${where} without a name`] : []),
    ...names.filter((name) => !holds(source, name)),
  ];
};

describe('the table of promises', () => {
  test('names tests that are there', () => {
    expect(named.length).toBeGreaterThan(100);
    expect(named.flatMap(missingIn)).toEqual([]);
  });

  test('would miss one that is gone', () => {
    expect(missingIn(['promises.test.ts', `the table ${'of'} wishes`])).toHaveLength(1);
    expect(missingIn(['npm run nothing'])).toHaveLength(1);
    expect(() => missingIn(['nowhere.test.ts', 'a'])).toThrow('ENOENT');
  });
});
