import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../src');

/** Folder -> folders of src and packages that it may import; `node:` stands for Node's own modules. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  domain: [],
  files: ['node:'],
  bytes: ['domain'],
  sharing: [],
  analysis: ['domain'],
  query: ['domain'],
  documents: ['domain'],
  ranking: ['domain'],
  postings: ['domain', 'bytes', 'analysis', 'documents'],
  engines: ['domain', 'analysis', 'documents', 'ranking'],
  'engines/minisearch': ['domain', 'analysis', 'documents', 'ranking', 'postings', 'engines', 'minisearch'],
  'engines/compiled': [
    'domain',
    'bytes',
    'sharing',
    'analysis',
    'documents',
    'ranking',
    'postings',
    'engines',
  ],
  search: ['domain', 'analysis', 'query', 'documents', 'ranking', 'engines'],
  config: ['domain', 'files', 'node:', 'zod', 'jiti'],
  content: [
    'domain',
    'files',
    'node:',
    '@babel/parser',
    '@babel/types',
    '@sindresorhus/slugify',
    'decode-named-character-reference',
    'eld',
    'github-slugger',
    'gray-matter',
    'htmlparser2',
    'ignore',
    'js-yaml',
    'mdast',
    're2js',
    'remark',
    'remark-gfm',
    'smol-toml',
    'strip-markdown',
    'unidecode',
  ],
  'index-store': ['domain', 'documents', 'fs-native-extensions', 'node:'],
  reader: [
    'domain',
    'sharing',
    'analysis',
    'documents',
    'ranking',
    'engines',
    'engines/minisearch',
    'engines/compiled',
    'search',
    'index-store',
  ],
  indexer: [
    'domain',
    'documents',
    'postings',
    'config',
    'content',
    'analysis',
    'engines/minisearch',
    'engines/compiled',
    'index-store',
    'page',
    'decode-named-character-reference',
    'node:',
  ],
  browser: ['domain', 'query', 'search', 'index-store', 'reader'],
  'url-check': ['domain', 'files', 'node:', 'htmlparser2'],
  page: ['domain', 'query'],
  'page/client': ['domain', 'sharing', 'query', 'page', 'browser'],
  server: ['domain', 'query', 'page', 'node:', 'koa', '@koa/router'],
  cli: ['*'],
  '.': ['*'],
};

const sourceFiles = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => file.split(sep).join('/'));

const folderOf = (file: string): string => {
  const parts = file.split('/').slice(0, -1);
  const isDeep =
    (parts[0] === 'engines' && parts.length > 1) || (parts[0] === 'page' && parts[1] === 'client');
  return isDeep ? parts.slice(0, 2).join('/') : (parts[0] ?? '.');
};

const specifiers = (source: string): readonly string[] =>
  [...source.matchAll(/^(?:import|export)\b(?:[^'=;]*?\bfrom)?\s*'([^']+)';|\bimport\('([^']+)'\)/gm)].map(
    (match) => match[1] ?? match[2] ?? '',
  );

const targetOf = (file: string, specifier: string): string => {
  if (specifier.startsWith('.'))
    return folderOf(
      relative(root, resolve(root, file, '..', specifier))
        .split(sep)
        .join('/'),
    );
  if (specifier.startsWith('node:')) return 'node:';
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
};

const violations = (file: string, source: string): readonly string[] => {
  const folder = folderOf(file);
  const may = allowed[folder];
  if (may === undefined) return [`${file}: folder ${folder} is not in the table`];
  return specifiers(source)
    .map((specifier) => targetOf(file, specifier))
    .filter((target) => target !== folder && !may.includes(target) && !may.includes('*'))
    .map((target) => `${file} imports ${target}`);
};

describe('dependencies point one way', () => {
  test.each(sourceFiles)('%s', (file) => {
    expect(violations(file, readFileSync(join(root, file), 'utf8'))).toEqual([]);
  });

  test('a planted import is found', () => {
    expect(violations('domain/post.ts', "import { x } from '../server/index.js';")).toEqual([
      'domain/post.ts imports server',
    ]);
    expect(violations('query/a.ts', "import fs from 'node:fs';")).toEqual(['query/a.ts imports node:']);
    expect(violations('new/a.ts', '')).toEqual(['new/a.ts: folder new is not in the table']);
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
