import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import MiniSearch from 'minisearch';
import { expect, onTestFinished, test } from 'vitest';
import { createAnalyzer, createMiniSearchOptions } from '../../src/minisearch.js';
import { createCommandLine } from './command-line.js';

const root = resolve(import.meta.dirname, '../..');

/** The built command, as `npm start` runs it: `npm test` has built it. */
const serve = async (cwd: string, ...words: readonly string[]) => {
  const command = join(root, 'dist/cli/main.js');
  const server = spawn(process.execPath, [command, 'serve', '--port', '0', ...words], { cwd });
  onTestFinished(() => {
    server.kill('SIGKILL');
  });
  server.stderr.setEncoding('utf8');
  let said = '';
  for await (const text of server.stderr) {
    said += text;
    if (said.includes('Ctrl-C')) break;
  }
  const url = /http:\/\/\S+/.exec(said)?.[0] ?? '';
  return { server, ask: (search: string) => fetch(new URL(`api/search?${search}`, url)) };
};

test.each(['SIGTERM', 'SIGINT'] as const)('serve answers, and %s ends it with 0', async (signal) => {
  const { server, ask } = await serve(root);
  const answer = await ask('q=dask&limit=1');
  expect(answer.status).toBe(200);
  await answer.json();
  server.kill(signal);
  const [code] = await once(server, 'exit');
  expect(code).toBe(0);
});

test('serve --engine minisearch answers with what MiniSearch finds, its scores and our passages', async () => {
  const { folder, write, run } = await createCommandLine();
  await write('posts/2020-01-01-spark.md', '---\ntitle: Spark\n---\nSpark runs *jobs*.\n');
  await write('posts/2020-01-02-park.md', '---\ntitle: Park\n---\nJobs in a park.\n');
  await write('posts/2020-01-03-rust.md', '---\ntitle: Rust\n---\nNothing else.\n');
  const built = await run(['build', 'posts', '--out', 'index', '--language', 'en']);
  expect(built).toMatchObject({ code: 0 });
  const { ask } = await serve(folder, '--engine', 'minisearch');
  // In quotes a word is that word, so nothing but MiniSearch's own rule says what it is worth.
  const { hits } = await (await ask('q=%22spark%22+OR+%22jobs%22')).json();

  const read = (path: string) => readFile(join(folder, 'index', path), 'utf8');
  const { shards } = JSON.parse(await read('manifest.json'));
  const options = createMiniSearchOptions(createAnalyzer('en'));
  const plain = MiniSearch.loadJSON(await read(shards[0].minisearch.path), options);
  const expected = plain.search('spark jobs');
  const pairs = (list: readonly { id: string; score: number }[]) => list.map(({ id, score }) => [id, score]);
  expect(pairs(hits)).toEqual(pairs(expected));
  expect(hits).toHaveLength(2);
  expect(hits[0].snippets[0].segments).toContainEqual({ text: 'jobs', highlighted: true });
  expect(hits[0].title).toEqual([{ text: 'Spark', highlighted: true }]);
});
