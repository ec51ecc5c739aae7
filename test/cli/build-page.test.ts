import { mkdir, mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { beforeEach, expect, test } from 'vitest';
import { runCommand } from '../../src/cli/program.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lookback-cli-'));
  await mkdir(join(folder, 'posts'));
  await writeFile(join(folder, 'posts', '2019-05-01-dask.md'), '---\ntitle: Dask\n---\nWords of a post.\n');
});

const build = async (...flags: readonly string[]): Promise<readonly string[]> => {
  const stream = { write: () => true };
  const code = await runCommand(['build', ...flags], {
    in: Readable.from([]),
    out: stream,
    err: stream,
    outIsTerminal: false,
    errIsTerminal: false,
    open: async () => undefined,
    folder,
    environment: {},
  });
  expect(code).toBe(0);
  return (await readdir(join(folder, 'index'), { recursive: true })).sort();
};

test('--page writes a page under a strict policy, the same each time', async () => {
  const files = await build('--page', '--title', 'A <blog>');
  const loaded = /^assets\/lookback-(?:static-page-[0-9a-z]{8}\.js|[0-9a-f]{16}\.css)$/;
  expect(files.filter((file) => loaded.test(file))).toHaveLength(2);
  const page = await readFile(join(folder, 'index', 'index.html'), 'utf8');
  expect(page).toContain('script-src &#39;self&#39;');
  expect(page).toContain('A &lt;blog&gt;');
  await build('--page', '--title', 'A <blog>');
  expect(await readFile(join(folder, 'index', 'index.html'), 'utf8')).toBe(page);
});

test('without --page there is none, and what there was is taken away', async () => {
  const files = await build();
  await build('--page');
  expect(await build()).toEqual(files);
  expect(files).not.toContain('index.html');
});

test('--no-minisearch leaves out what plain MiniSearch reads, and so does the setting', async () => {
  const exported = expect.stringMatching(/^en\/minisearch-[0-9a-f]{16}\.json$/);
  expect(await build()).toContainEqual(exported);
  expect(await build('--no-minisearch')).not.toContainEqual(exported);
  await writeFile(join(folder, 'lookback.config.json'), '{"minisearch": false}');
  expect(await build()).not.toContainEqual(exported);
  expect(await build('--minisearch')).toContainEqual(exported);
});
