import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, posix, resolve, sep } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../src');

/** What a folder, or a file of `src` itself, may import: folders, packages and `node:`; of `everything`, all. */
interface Rule {
  readonly target: string;
  /** Files of the folder that may, where not all of them do. */
  readonly files?: readonly string[];
}

type Table = ReadonlyMap<string, readonly Rule[]>;

const quoted = (text: string): readonly string[] =>
  [...text.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name);

const names = '`[^`]+`(?:, `[^`]+`)*';
const clauseForm = new RegExp(`^(?<targets>${names})(?: in (?<files>${names}) only)?$`);

/** `nothing`, `everything`, or names, some of them `in` some files `only`. */
const toRules = (cell: string): readonly Rule[] => {
  if (cell === 'nothing') return [];
  if (cell === 'everything') return [{ target: cell }];
  return cell.split('; ').flatMap((clause) => {
    const { targets, files } = clauseForm.exec(clause)?.groups ?? {};
    if (targets === undefined) throw new Error(`src/README.md: "${clause}" is no rule of imports`);
    return quoted(targets).map((target) =>
      files === undefined ? { target } : { target, files: quoted(files) },
    );
  });
};

/** The table at the end of `src/README.md`. */
const parseTable = (map: string): Table => {
  const [, section = ''] = map.split('\n| Folder | May import |\n|---|---|\n');
  return new Map(
    section
      .split('\n\n', 1)
      .join('')
      .split('\n')
      .filter((row) => row !== '')
      .flatMap((row) => {
        const [, folders = '', cell = ''] = row.split('|').map((text) => text.trim());
        return quoted(folders).map((folder) => [folder, toRules(cell)] as const);
      }),
  );
};

const table = parseTable(readFileSync(join(root, 'README.md'), 'utf8'));

const sourceFiles = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => file.split(sep).join('/'));

/**
 * The row of the table that a file belongs to. Where folders inside a folder have rows, the folder's own is that of the files
 * directly in it: a new engine needs a row.
 */
const folderOf = (file: string): string | undefined => {
  const rows = [...table.keys()];
  const folder = rows
    .filter((row) => file === row || file.startsWith(`${row}/`))
    .sort((a, b) => b.length - a.length)[0];
  const isDeeper = folder !== undefined && file.slice(folder.length + 1).includes('/');
  return isDeeper && rows.some((row) => row.startsWith(`${folder}/`)) ? undefined : folder;
};

const specifiers = (source: string): readonly string[] =>
  [...source.matchAll(/^(?:import|export)\b(?:[^'=;]*?\bfrom)?\s*'([^']+)';|\bimport\('([^']+)'\)/gm)].map(
    (match) => match[1] ?? match[2] ?? '',
  );

const targetOf = (file: string, specifier: string): string => {
  if (specifier.startsWith('.')) {
    const imported = posix.join(posix.dirname(file), specifier).replace(/\.js$/, '.ts');
    return folderOf(imported) ?? imported;
  }
  if (specifier.startsWith('node:')) return 'node:';
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
};

/** What a file imports of other folders. */
const importsOf = (file: string, source: string): readonly string[] =>
  specifiers(source)
    .map((specifier) => targetOf(file, specifier))
    .filter((target) => target !== folderOf(file));

const isAllowed = (folder: string, file: string, target: string): boolean =>
  table
    .get(folder)
    ?.some(
      (rule) =>
        rule.target === 'everything' ||
        (rule.target === target && (rule.files?.some((name) => file === `${folder}/${name}`) ?? true)),
    ) ?? false;

const violations = (file: string, source: string): readonly string[] => {
  const folder = folderOf(file);
  if (folder === undefined) return [`${file}: its folder is not in the table`];
  return importsOf(file, source)
    .filter((target) => !isAllowed(folder, file, target))
    .map((target) => `${file} imports ${target}`);
};

/** Rows of folders that are not there, and rules that no file needs. */
const idleRules = (rows: Table): readonly string[] =>
  [...rows].flatMap(([folder, rules]) => {
    if (!existsSync(join(root, folder))) return [`there is no ${folder}`];
    const files = sourceFiles.filter((file) => folderOf(file) === folder);
    const needed = new Map(
      files.map((file) => [file, new Set(importsOf(file, readFileSync(join(root, file), 'utf8')))]),
    );
    return rules
      .filter(({ target }) => target !== 'everything')
      .flatMap(({ target, files: only }) => (only ?? [undefined]).map((name) => ({ target, name })))
      .filter(({ target, name }) =>
        name === undefined
          ? ![...needed.values()].some((targets) => targets.has(target))
          : !needed.get(`${folder}/${name}`)?.has(target),
      )
      .map(
        ({ target, name }) =>
          `${name === undefined ? folder : `${folder}/${name}`} does not import ${target}`,
      );
  });

/** Folders that can be reached from themselves. */
const cycles = (rows: Table): readonly string[] => {
  const targetsOf = (folder: string): readonly string[] =>
    (rows.get(folder) ?? []).flatMap(({ target }) =>
      target === 'everything' ? [...rows.keys()].filter((other) => other !== folder) : [target],
    );
  return [...rows.keys()].filter((start) => {
    const reached = new Set<string>();
    const open = [...targetsOf(start)];
    for (let folder = open.pop(); folder !== undefined; folder = open.pop()) {
      if (reached.has(folder)) continue;
      reached.add(folder);
      open.push(...targetsOf(folder));
    }
    return reached.has(start);
  });
};

describe('dependencies point one way', () => {
  test.each(sourceFiles)('%s', (file) => {
    expect(violations(file, readFileSync(join(root, file), 'utf8'))).toEqual([]);
  });

  test('the table has no folder that is not there, allows nothing that is not needed, and goes in no circle', () => {
    expect(table.size).toBeGreaterThan(10);
    expect(idleRules(table)).toEqual([]);
    expect(cycles(table)).toEqual([]);
  });
});

describe('what is planted is found', () => {
  const planted = (rows: string): Table => parseTable(`\n| Folder | May import |\n|---|---|\n${rows}\n`);

  test('an import that the table does not allow', () => {
    expect(violations('domain/post.ts', "import { x } from '../server/index.js';")).toEqual([
      'domain/post.ts imports server',
    ]);
    expect(violations('query/a.ts', "import fs from 'node:fs';")).toEqual(['query/a.ts imports node:']);
    expect(violations('page/a.ts', "import { x } from './client/index-search.js';")).toEqual([
      'page/a.ts imports page/client',
    ]);
    expect(violations('reader/a.ts', "import { x } from '../index.js';")).toEqual([
      'reader/a.ts imports index.ts',
    ]);
  });

  test('one that only other files of the folder may have', () => {
    expect(violations('config/settings.ts', "import { z } from 'zod';")).toEqual([]);
    expect(violations('config/a.ts', "import { z } from 'zod';")).toEqual(['config/a.ts imports zod']);
  });

  test('a folder that is not in the table', () => {
    expect(violations('new/a.ts', '')).toEqual(['new/a.ts: its folder is not in the table']);
    expect(violations('engines/new/a.ts', '')).toEqual(['engines/new/a.ts: its folder is not in the table']);
    expect(violations('query/a.ts', "import { x } from '../new/a.js';")).toEqual([
      'query/a.ts imports new/a.ts',
    ]);
  });

  test('a row of a folder that is not there, and a rule that nothing needs', () => {
    expect(idleRules(planted('| `new` | nothing |'))).toEqual(['there is no new']);
    expect(idleRules(planted('| `query` | `domain`, `zod` |'))).toEqual(['query does not import zod']);
    expect(idleRules(planted('| `config` | `zod` in `settings.ts`, `index.ts` only |'))).toEqual([
      'config/index.ts does not import zod',
    ]);
  });

  test('a circle', () => {
    const circle = planted('| `domain` | `query` |\n| `query` | `domain` |\n| `cli` | everything |');
    expect(cycles(circle)).toEqual(['domain', 'query']);
  });

  test('a rule that cannot be read', () => {
    expect(() => planted('| `query` | the domain |')).toThrow('"the domain" is no rule of imports');
    expect(() => planted('| `query` | `domain` in its writer only |')).toThrow('is no rule of imports');
  });
});

/** The path of a URL is no path of a file: a space in it is `%20`, and whoever clones into such a folder finds nothing. */
test('no path is taken from the URL of a file as it stands', () => {
  const folders = ['src', 'test'].map((name) => resolve(root, '..', name));
  const found = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(?:ts|mjs)$/.test(name) && !name.includes('fixtures'))
      .filter((name) => /import\.meta\.url\)\.pathname/.test(readFileSync(join(folder, name), 'utf8'))),
  );
  expect(found).toEqual([]);
});
