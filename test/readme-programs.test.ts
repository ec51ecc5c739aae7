import { type ChildProcess, spawn } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { sampleWith } from './readme-sample.js';

// Each starts programs of its own, and builds with them.
vi.setConfig({ testTimeout: 120_000 });

const root = resolve(import.meta.dirname, '..');
const require = createRequire(import.meta.url);

/** A project with some posts and the built package. */
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lookback-programs-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  await mkdir(join(folder, 'node_modules'));
  await symlink(root, join(folder, 'node_modules', 'lookback'));
  for (const file of [require.resolve('koa/package.json'), require.resolve('koa-mount/package.json')]) {
    const installed = dirname(file);
    await symlink(installed, join(folder, 'node_modules', basename(installed)));
  }
  await cp(join(root, 'posts'), join(folder, 'posts'), { recursive: true });
});

/** @returns what the sample, and a line behind it, prints first; it runs until the test is over */
const run = async (sample: string, lastLine: string): Promise<string> => {
  await writeFile(join(folder, 'program.mjs'), `${sample}\n${lastLine}\n`);
  const program: ChildProcess = spawn(process.execPath, ['program.mjs'], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void program.kill());
  if (program.stdout === null) throw new Error('the program has no output');
  for await (const line of createInterface({ input: program.stdout })) return line;
  throw new Error('the program printed nothing');
};

test('the sample that builds, asks and serves', async () => {
  const sample = await sampleWith('js', "from 'lookback/indexer'");
  const [total, url] = JSON.parse(
    await run(sample, 'console.log(JSON.stringify([result.total, server.url]));'),
  );
  expect(total).toBeGreaterThan(0);
  const answer = await (await fetch(new URL('api/search?q=dask+spark&tag=cloud', url))).json();
  expect(answer.total).toBe(total);
});

test('the sample that mounts the search in a site, and goes on when the index is replaced', async () => {
  const build =
    "import { buildIndex, loadConfig } from 'lookback/indexer';\nawait buildIndex(await loadConfig({ folder: process.cwd() }));";
  await run(build, "console.log('built');");
  const sample = await sampleWith('js', 'openLiveIndex(');
  expect(sample).toContain('\nsite.listen(8080);');
  const port = await run(
    sample.replace('site.listen(8080)', 'const listening = site.listen(0)'),
    "listening.once('listening', () => console.log(listening.address().port));",
  );
  const page = await fetch(`http://127.0.0.1:${port}/search?q=dask`);
  expect([page.status, page.url]).toEqual([200, `http://127.0.0.1:${port}/search/?q=dask`]);
  const script = /src="([^"]+)"/.exec(await page.text())?.[1] ?? '';
  expect((await fetch(new URL(script, page.url))).status).toBe(200);
  const ask = async () => (await fetch(new URL('api/search?q=xylophone', page.url))).json();
  expect((await ask()).total).toBe(0);
  await writeFile(join(folder, 'posts', '2020-02-02-new.md'), '---\ntitle: A xylophone\n---\nNew.\n');
  await run(build, "console.log('built');");
  await expect.poll(async () => (await ask()).total, { timeout: 5_000 }).toBe(1);
});
