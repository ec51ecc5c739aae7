import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { beforeAll, describe, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '..');
const run = promisify(execFile);

/** The package as npm would publish it, installed in an empty folder. */
describe('the package', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lookback-package-'));
    await writeFile(join(folder, 'package.json'), '{"private": true}');
    // --ignore-scripts: `npm test` has built already, and a build in the middle of the tests would pull dist away.
    const packed = await run('npm', ['pack', '--ignore-scripts', '--json', '--pack-destination', folder], {
      cwd: root,
    });
    const [{ filename }]: [{ filename: string }] = JSON.parse(packed.stdout);
    await run('npm', ['install', '--no-audit', '--no-fund', '--prefer-offline', `./${filename}`], {
      cwd: folder,
    });
    await mkdir(join(folder, 'posts'));
    await writeFile(join(folder, 'posts', '2020-01-01-hello.md'), '---\ntitle: Hello\n---\nAn elsewhere.\n');
  }, 300_000);

  test('its command builds and searches', async () => {
    const command = join(folder, 'node_modules', '.bin', 'lookback');
    const built = await run(command, ['build'], { cwd: folder });
    expect(built.stdout).toMatch(/indexed\s+1\n/);
    const found = await run(command, ['search', 'elsewhere', '--json'], { cwd: folder });
    expect(JSON.parse(found.stdout)).toMatchObject({ total: 1, hits: [{ id: '2020-01-01-hello.md' }] });
  });

  test('its entries can be imported', async () => {
    const script = `
      const { openIndex, createFileSource, parseParameters } = await import('lookback');
      await import('lookback/indexer');
      await import('lookback/browser');
      await import('lookback/minisearch');
      const { createApp } = await import('lookback/server');
      const engine = await openIndex(createFileSource('index'));
      const result = await engine.ask(parseParameters([['q', 'elsewhere']]).query);
      createApp({ engine });
      console.log(result.total);`;
    await run(join(folder, 'node_modules', '.bin', 'lookback'), ['build'], { cwd: folder });
    const { stdout } = await run(process.execPath, ['--input-type=module', '-e', script], { cwd: folder });
    expect(stdout.trim()).toBe('1');
  });

  test('its types hold in a strict program', async () => {
    const program = `
      import { createFileSource, openIndex, parseParameters, type SearchResult } from 'lookback';
      import { openSearch } from 'lookback/browser';
      import { buildIndex, loadConfig } from 'lookback/indexer';
      import { createApp, startServer } from 'lookback/server';

      const config = await loadConfig({ folder: process.cwd() });
      await buildIndex(config);
      const engine = await openIndex(createFileSource(config.index));
      const { query, problems } = parseParameters([['q', 'dask spark'], ['tag', 'cloud']]);
      if (query === undefined) throw problems[0];
      const result: SearchResult = await engine.ask(query);
      const app = createApp({ engine });
      app.use(async (context, next) => { context.set('x-total', String(result.total)); await next(); });
      await startServer({ app, host: '127.0.0.1', port: 0 });
      const search = await openSearch({ baseUrl: '/search/' });
      export const found: SearchResult = await search.search('dask', { tags: ['cloud'], limit: 5 });`;
    await writeFile(join(folder, 'program.mts'), program);
    const flags = [
      '--strict',
      '--noEmit',
      '--module',
      'nodenext',
      '--target',
      'es2023',
      '--lib',
      'es2023,dom',
      '--types',
      'node',
    ];
    const checked = await run(join(root, 'node_modules/.bin/tsc'), [...flags, 'program.mts'], {
      cwd: folder,
    }).catch(({ stdout }: { stdout: string }) => ({ stdout }));
    expect(checked.stdout).toBe('');
  });

  test('publint finds nothing', async () => {
    const { messages, pkg } = await publint({ pkgDir: root, strict: true });
    expect(messages.map((message) => formatMessage(message, pkg, { color: false }))).toEqual([]);
  });
});
