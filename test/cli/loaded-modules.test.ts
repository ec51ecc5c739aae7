import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const command = join(root, 'dist/cli/main.js');

/** Where Node writes which modules a process has run, and its environment that says so. */
const createRecord = async () => {
  const folder = await mkdtemp(join(tmpdir(), 'lookback-loaded-'));
  return { folder, env: { ...process.env, NODE_V8_COVERAGE: folder } };
};

interface Loaded {
  /** Folders of `dist`. */
  readonly folders: readonly string[];
  /** Files below `dist`, of the folders of which only some are needed. */
  readonly files: readonly string[];
  readonly packages: readonly string[];
}

const readRecord = async (folder: string): Promise<Loaded> => {
  const [name = ''] = await readdir(folder);
  const record: { readonly result: readonly { readonly url: string }[] } = JSON.parse(
    await readFile(join(folder, name), 'utf8'),
  );
  const parts = record.result
    .filter(({ url }) => url.startsWith('file:'))
    .map(({ url }) => relative(root, fileURLToPath(url)).split(sep));
  const namesIn = (top: string): readonly string[] =>
    [...new Set(parts.filter(([first]) => first === top).map(([, second = '']) => second))].sort();
  const files = parts.filter(([first]) => first === 'dist').map(([, ...path]) => path.join('/'));
  return {
    folders: namesIn('dist'),
    files: files.filter((file) => /^(?:page|query)\//.test(file)).sort(),
    packages: namesIn('node_modules'),
  };
};

/** The help of `search` has it, and every command its description. */
const language = ['query/language.js'];

/** What a command loads that ends by itself. */
const loadedBy = async (...words: readonly string[]): Promise<Loaded> => {
  const { folder, env } = await createRecord();
  await promisify(execFile)(process.execPath, [command, ...words], { cwd: root, env });
  return readRecord(folder);
};

/** What `serve` loads until it listens and is asked to end. */
const loadedByServer = async (): Promise<Loaded> => {
  const { folder, env } = await createRecord();
  const server = spawn(process.execPath, [command, 'serve', '--port', '0'], { cwd: root, env });
  await once(server.stderr, 'data');
  server.kill('SIGTERM');
  await once(server, 'exit');
  return readRecord(folder);
};

describe('a command loads what it needs', () => {
  test.each([[['--version']], [['--help']], [['help']]])(
    '%j: nothing but the command line',
    async (words) => {
      expect(await loadedBy(...words)).toEqual({
        folders: ['cli', 'domain', 'query'],
        files: language,
        packages: ['commander'],
      });
    },
  );

  test.each([[['build', '--help']], [['help', 'serve']], [['check-urls', '--help']]])(
    '%j: the settings too, for their descriptions',
    async (words) => {
      expect(await loadedBy(...words)).toEqual({
        folders: ['cli', 'config', 'domain', 'files', 'query'],
        files: language,
        packages: ['commander', 'zod'],
      });
    },
  );

  test('search: no content, indexer, server or program that is a configuration', async () => {
    const { folders, files, packages } = await loadedBy('search', 'spark');
    expect(folders).toEqual(expect.arrayContaining(['index-store', 'query', 'reader']));
    for (const folder of ['content', 'indexer', 'server', 'url-check', 'browser'])
      expect(folders).not.toContain(folder);
    expect(files.filter((file) => file.startsWith('page/'))).toEqual([
      'page/describe.js',
      'page/say.js',
      'page/wording/english.js',
    ]);
    expect(packages).toEqual(['@orama', 'commander', 'zod']);
  });

  test('serve: no content and no indexer', async () => {
    const { folders, packages } = await loadedByServer();
    expect(folders).toEqual(expect.arrayContaining(['reader', 'server']));
    for (const folder of ['content', 'indexer', 'url-check']) expect(folders).not.toContain(folder);
    expect(packages).not.toContain('jiti');
    expect(packages).not.toContain('remark');
  });
});
