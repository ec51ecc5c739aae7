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

const run = async (
  ...flags: readonly string[]
): Promise<{ readonly code: number; readonly said: string }> => {
  const said: string[] = [];
  const stream = { write: (text: string) => said.push(text) > 0 };
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
  return { code, said: said.join('') };
};

const build = async (...flags: readonly string[]): Promise<readonly string[]> => {
  expect((await run(...flags)).code).toBe(0);
  return (await readdir(join(folder, 'index'), { recursive: true })).sort();
};

test('--page writes a page under a strict policy, the same each time', async () => {
  const files = await build('--page', '--title', 'A <blog>');
  const loaded = /^assets\/lookback-(?:static-page-[0-9a-z]{8}\.js|[0-9a-f]{16}\.css)$/;
  expect(files.filter((file) => loaded.test(file))).toHaveLength(2);
  const page = await readFile(join(folder, 'index', 'index.html'), 'utf8');
  expect(page).toContain('script-src &#39;self&#39;');
  expect(page).toContain('A &lt;blog&gt;');
  const library = await readFile(join(folder, 'index', 'lookback.js'), 'utf8');
  await build('--page', '--title', 'A <blog>');
  expect(await readFile(join(folder, 'index', 'index.html'), 'utf8')).toBe(page);
  expect(await readFile(join(folder, 'index', 'lookback.js'), 'utf8')).toBe(library);
});

test('--page writes a library with the manifest in it', async () => {
  await build('--page');
  const [line = ''] = (await readFile(join(folder, 'index', 'lookback.js'), 'utf8')).split('\n');
  const value: unknown = new Function(`${line} return lookbackManifest;`)();
  const manifest = await readFile(join(folder, 'index', 'manifest.json'), 'utf8');
  expect(value).toBe(manifest);
});

test('--max-files is kept, and what cannot be kept is said with the least that can', async () => {
  for (let at = 0; at < 40; at += 1)
    await writeFile(join(folder, 'posts', `n${at}.md`), `---\ntitle: P ${at}\n---\nWord ${at}.\n`);
  const filesOf = async (...flags: readonly string[]): Promise<number> => {
    const { code, said } = await run('--page', '--no-minisearch', ...flags);
    expect(code).toBe(0);
    const entries = await readdir(join(folder, 'index'), { recursive: true, withFileTypes: true });
    const { length } = entries.filter((entry) => entry.isFile());
    expect(said).toMatch(new RegExp(`^files +${length}$`, 'm'));
    return length;
  };
  expect(await filesOf()).toBeGreaterThan(40);
  expect(await filesOf('--max-files', '30')).toBeLessThanOrEqual(30);
  const { code, said } = await run('--page', '--no-minisearch', '--max-files', '17');
  expect(code).not.toBe(0);
  const least = /maxFiles is 17, and there are at least (\d+) files/.exec(said)?.[1] ?? '';
  expect(await filesOf('--max-files', least)).toBe(Number(least));
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
