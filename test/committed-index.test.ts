import { mkdtemp, readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { loadConfig } from '../src/config/index.js';
import { buildIndex } from '../src/indexer/index.js';

const root = resolve(import.meta.dirname, '..');
/** After the newest public post and long before the next one is due: any day between gives the same index. */
const now = new Date('2026-11-01T00:00:00Z');
/** One word of each hidden post, which stands in no other. */
const hiddenWords = ['plumbrastel', 'mossgantry', 'vantrellium', 'quillhaven', 'feldspindle'];

const readTree = async (folder: string): Promise<Record<string, string>> => {
  const files = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) =>
    entry.isFile(),
  );
  const entries = files.map(async (entry) => {
    const file = join(entry.parentPath, entry.name);
    return [relative(folder, file), await readFile(file, 'base64')] as const;
  });
  return Object.fromEntries((await Promise.all(entries)).sort(([a], [b]) => (a < b ? -1 : 1)));
};

const build = async (posts: string): Promise<string> => {
  const index = await mkdtemp(join(tmpdir(), 'lookback-index-'));
  await buildIndex(await loadConfig({ folder: index, flags: { posts, index } }), { now });
  return index;
};

test('index/ is what `npm run index` makes of posts/', async () => {
  const built = await readTree(await build(join(root, 'posts')));
  const committed = await readTree(join(root, 'index'));
  expect(Object.keys(committed), 'index/ is stale: run `npm run index` and commit it').toEqual(
    Object.keys(built),
  );
  expect(committed).toEqual(built);
});

test('no word of a hidden post is in index/', async () => {
  const posts = await readTree(join(root, 'posts'));
  const all = (tree: Record<string, string>): string =>
    Object.values(tree)
      .map((base64) => Buffer.from(base64, 'base64').toString('latin1'))
      .join('\n')
      .toLowerCase();
  const written = all(await readTree(join(root, 'index')));
  for (const word of hiddenWords) {
    expect(all(posts)).toContain(word);
    expect(written).not.toContain(word);
  }
});
