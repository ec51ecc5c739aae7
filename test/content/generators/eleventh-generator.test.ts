import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { describe, expect, test } from 'vitest';
import { generators } from '../../../src/content/generators/index.js';
import { generatorNames } from '../../../src/domain/generator-names.js';

const root = resolve(import.meta.dirname, '../../../src');

/** What may name a generator: its module, the list of them, and their names. */
const own = /^(?:content\/generators\/|domain\/generator-names\.ts$)/;

const sources = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => file.split(sep).join('/'));

/** Comments stand in lines of their own. */
const withoutComments = (source: string): string => source.replace(/^\s*(?:\/?\*|\/\/).*$/gm, '');

/** Generators that code decides by: their names as texts, or as the keys of a table. */
const namedIn = (source: string, isAboutPosts = true): readonly string[] => {
  const code = withoutComments(source);
  return generatorNames.filter((name) => {
    const isText = new RegExp(`['"\`]${name}['"\`]`).test(code);
    // It is a word like any other.
    if (name === 'plain') return isText && isAboutPosts;
    return isText || new RegExp(`(?:[{,]|^)\\s*${name}:`, 'm').test(code);
  });
};

describe('an eleventh generator is its module, an entry of the list and a name', () => {
  test('nothing else names one', () => {
    const naming = sources
      .filter((file) => !own.test(file))
      .map(
        (file) =>
          [
            file,
            namedIn(readFileSync(join(root, file), 'utf8'), /^(?:content|indexer)\//.test(file)),
          ] as const,
      )
      .filter(([, names]) => names.length > 0);
    expect(naming).toEqual([]);
  });

  test('and none of them names another, but who stands in for an unknown one', () => {
    const naming = sources
      .filter((file) => file.startsWith('content/generators/') && !file.endsWith('generators/index.ts'))
      .map((file) => [file, namedIn(readFileSync(join(root, file), 'utf8'))] as const)
      .flatMap(([file, names]) => names.map((name) => [relative('content/generators', file), name] as const))
      .filter(([file, name]) => !file.startsWith(name));
    expect(naming).toEqual([]);
  });

  test('a planted name is found, and one in a comment or in a longer word is not', () => {
    expect(namedIn("if (site.generator === 'hugo') return;")).toEqual(['hugo']);
    expect(namedIn('const homes = {\n  zola: 1,\n};')).toEqual(['zola']);
    expect(namedIn('const homes = { mkdocs: 1 };')).toEqual(['mkdocs']);
    expect(namedIn("// 'hugo'\n/**\n * 'hugo'\n */\nconst hugoish = 'hugo-like';")).toEqual([]);
  });
});

describe('every generator', () => {
  test.each(generatorNames)('%s finds its configuration under a name, or is told by the posts', (name) => {
    const { configFiles, sharedConfigFiles = [], recognize } = generators[name];
    const isKnown = configFiles.length + sharedConfigFiles.length > 0 || recognize !== undefined;
    expect(isKnown || name === 'plain').toBe(true);
  });

  test('has the names of its configuration for itself, unless it shares them by name', () => {
    const all = generatorNames.flatMap((name) => generators[name].configFiles);
    const shared = generatorNames.flatMap((name) => generators[name].sharedConfigFiles ?? []);
    expect(new Set(all).size).toBe(all.length);
    expect(all.filter((file) => shared.includes(file))).toEqual([]);
  });

  test('that shares a name is told from the others: one of them at most takes what is left', () => {
    const shared = new Set(generatorNames.flatMap((name) => generators[name].sharedConfigFiles ?? []));
    expect(shared.size).toBeGreaterThan(0);
    for (const file of shared) {
      const rest = generatorNames.filter(
        (name) =>
          generators[name].sharedConfigFiles?.includes(file) && generators[name].ownsConfig === undefined,
      );
      expect(rest.length, file).toBeLessThan(2);
    }
  });
});
