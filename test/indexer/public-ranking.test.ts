import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadConfig } from '../../src/config/index.js';
import { createFileSource } from '../../src/index-store/file-source.js';
import { buildIndex } from '../../src/indexer/index.js';
import { toQuery } from '../../src/query/search-request.js';
import { openIndex } from '../../src/reader/open-index.js';

const now = new Date('2024-06-01T00:00:00Z');

const buildWith = async (ranking: unknown, posts: Readonly<Record<string, string>>) => {
  const folder = await mkdtemp(join(tmpdir(), 'lookback-pins-'));
  const index = join(folder, 'index');
  await writeFile(join(folder, 'lookback.ranking.json'), JSON.stringify(ranking));
  for (const [name, text] of Object.entries(posts)) await writeFile(join(folder, name), text);
  const flags = { posts: folder, index, generator: 'jekyll' };
  const report = await buildIndex(await loadConfig({ folder, flags }), { now });
  const files = await readdir(index, { recursive: true, withFileTypes: true });
  const texts = files
    .filter((entry) => entry.isFile())
    .map((entry) => readFile(join(entry.parentPath, entry.name), 'latin1'));
  return {
    report,
    engine: await openIndex(createFileSource(index)),
    text: (await Promise.all(texts)).join('\n'),
  };
};

const posts = {
  '2020-01-01-tea.md': '---\ntitle: Tea\n---\nGreen and black.\n',
  '2021-01-01-cups.md': '---\ntitle: Cups\nsearchWeight: 3\n---\nFor tea and water.\n',
  '2022-01-01-plumbrastel.md': '---\ntitle: Plumbrastel\npublished: false\n---\nSoon.\n',
};
const [tea, cups, hidden] = ['/2020/01/01/tea.html', '/2021/01/01/cups.html', '/2022/01/01/plumbrastel.html'];

test('a build takes pins and weights into the index, and says which URLs no post has', async () => {
  const { report, engine } = await buildWith(
    { pins: [{ query: 'water', urls: [tea, '/nowhere/'] }], recency: { halfLife: 365, floor: 0.5 } },
    posts,
  );
  expect(report.notices).toEqual([
    {
      file: expect.stringContaining('lookback.ranking.json'),
      message: 'pins /nowhere/, which is the URL of no post in the index',
      hint: expect.stringContaining('hidden'),
    },
  ]);
  const { hits } = await engine.ask({ ...toQuery('water'), explain: true });
  expect(hits.map(({ url }) => url)).toEqual([tea, cups]);
  expect(hits[1]?.explanation?.factors).toEqual([
    { what: 'searchWeight', factor: 3 },
    { what: 'recency', factor: 0.5 },
  ]);
});

test('a pin says nothing of a post that is hidden', async () => {
  const ranking = {
    pins: [
      { query: 'plumbrastel launch', urls: [hidden] },
      { query: 'cups', urls: [cups, hidden] },
    ],
  };
  const { report, text } = await buildWith(ranking, posts);
  expect(report.notices.map(({ message }) => message)).toEqual([
    `pins ${hidden}, which is the URL of no post in the index`,
  ]);
  expect(text).toContain('"cups"');
  expect(text.toLowerCase()).not.toContain('plumbrastel');
  expect(text).not.toContain('launch');
});

test('what a pin of a public post is asked by is no leak, whatever hidden posts say', async () => {
  const ranking = { pins: [{ query: 'plumbrastel', urls: [cups] }], recency: { halfLife: 1, floor: 0.1 } };
  const secret =
    '---\ntitle: A draft\npublished: false\n---\nPins, recency, halfLife, floor, urls, query, pinned, weights, fuzzy.\n';
  const { engine } = await buildWith(ranking, { ...posts, '2022-02-02-b.md': secret });
  expect((await engine.ask(toQuery('plumbrastel'))).hits.map(({ url }) => url)).toEqual([cups]);
});

test('without pins and recency the manifest has no ranking', async () => {
  const { report, text } = await buildWith({ pins: [{ query: 'a', urls: ['/nowhere/'] }] }, posts);
  expect(report.notices).toHaveLength(1);
  expect(text).not.toMatch(/"(?:ranking|pinned)"/);
});

test('a ranking file that is wrong stops the build before anything is read', async () => {
  await expect(buildWith({ pins: 1 }, {})).rejects.toMatchObject({ code: 'config-invalid' });
});
