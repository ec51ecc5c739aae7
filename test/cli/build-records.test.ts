import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { type CommandLine, createCommandLine } from './command-line.js';

let line: CommandLine;
beforeEach(async () => {
  line = await createCommandLine();
});

const rows = async (name: string): Promise<readonly object[]> =>
  (await readFile(join(line.folder, name), 'utf8'))
    .trimEnd()
    .split('\n')
    .map((text) => JSON.parse(text));

describe('build --ledger', () => {
  beforeEach(async () => {
    await line.write('posts/b.md', '---\ntitle: Second\nlang: en\n---\nwords\n');
    await line.write('posts/a.md', '---\ntitle: Zanzibar\ndraft: true\n---\nhidden\n');
    await line.write('posts/c.md', '---\ntitle: [\n---\nbroken\n');
    await line.write('posts/d.md', '---\ntitle: Copy\nlang: en\npermalink: /b\n---\nwords\n');
    await line.write('posts/e.md', '---\ntitle: Waits\ndate: 2998-01-02\n---\nlater\n');
  });

  test('has a line a source, sorted, and of what is hidden only path, reason and line', async () => {
    const { code, out } = await line.run(['build', 'posts', '--ledger', 'ledger.ndjson']);
    expect(code).toBe(0);
    expect(await rows('ledger.ndjson')).toEqual([
      { file: 'posts/a.md', outcome: 'skipped', rule: 'draft', line: 3 },
      {
        file: 'posts/b.md',
        outcome: 'indexed',
        rule: 'path of the file',
        url: '/b',
        language: 'en',
        bytes: 37,
      },
      { file: 'posts/c.md', outcome: 'skipped', rule: 'front-matter', line: expect.any(Number) },
      { file: 'posts/d.md', outcome: 'skipped', rule: 'duplicate-url' },
      { file: 'posts/e.md', outcome: 'skipped', rule: 'future', line: 3 },
    ]);
    expect(out).toMatch(/found +5\n/);
    expect(out).toMatch(/next build due +2998-01-02T00:00:00Z\n/);
    expect(await readFile(join(line.folder, 'index/manifest.json'), 'utf8')).toContain(
      '"nextBuildDue": "2998-01-02T00:00:00Z"',
    );
    expect(await readdir(line.folder)).not.toContain('ledger.ndjson.tmp');
  });

  test('is refused inside of the index, and nothing is written', async () => {
    expect(await line.run(['build', 'posts', '--ledger', 'index/ledger.ndjson'])).toMatchObject({
      code: 1,
      err: expect.stringContaining('config-invalid'),
    });
    expect(await readdir(line.folder)).not.toContain('index');
  });

  test('that cannot be written leaves the index built', async () => {
    expect(await line.run(['build', 'posts', '--ledger', 'none/ledger.ndjson'])).toMatchObject({
      code: 1,
      err: expect.stringContaining('ledger-unwritable'),
    });
    expect(await readdir(join(line.folder, 'index'))).toContain('manifest.json');
  });
});

describe('build -', () => {
  const input = [
    '{"url":"/a/","title":"First","date":"2020-01-01","tags":["x"],"markdown":"# Hi\\n\\nzebra words"}',
    '',
    '{"url":"/b/","title":"Zanzibar","draft":"yes","text":"hidden"}',
    'no json',
    '{"id":"again","url":"/a/","title":"Same address","text":"words"}',
    '{"title":"Homeless","text":"words"}',
  ].join('\n');

  test('indexes posts from standard input and names lines that are none', async () => {
    const { code, out, err } = await line.run(['build', '-', '--ledger', 'ledger.ndjson'], input);
    expect(code).toBe(0);
    expect(out).toMatch(/generator +ndjson\nfound +5\nindexed +1\n/);
    expect(err).toMatch(/skipped <stdin>:3 {2}draft: is hidden: draft says "yes"\n/);
    expect(err).toMatch(/skipped <stdin>:4 {2}invalid-post: is not JSON\n/);
    expect(err).toMatch(/skipped <stdin>:5 {2}duplicate-url: /);
    expect(err).toMatch(/skipped <stdin>:6 {2}invalid-post: has no url\n/);
    expect(await rows('ledger.ndjson')).toEqual([
      expect.objectContaining({ file: '<stdin>', outcome: 'indexed', line: 1, url: '/a/' }),
      { file: '<stdin>', outcome: 'skipped', rule: 'draft', line: 3 },
      { file: '<stdin>', outcome: 'skipped', rule: 'invalid-post', line: 4 },
      { file: '<stdin>', outcome: 'skipped', rule: 'duplicate-url', line: 5 },
      { file: '<stdin>', outcome: 'skipped', rule: 'invalid-post', line: 6 },
    ]);
    expect((await line.run(['search', 'zebra'])).out).toContain('First');
  });

  test('a line that cannot be read is a failure for --strict; no line is no post', async () => {
    const good = '{"id": "a", "url": "/a", "title": "A", "text": "Words of a post."}';
    expect((await line.run(['build', '-', '--strict'], `${good}\nno json`)).code).toBe(2);
    expect((await line.run(['build', '-', '--strict'], 'no json')).code).toBe(3);
    expect(await line.run(['build', '-'], '\n\n')).toMatchObject({
      code: 3,
      err: expect.stringContaining('posts-none'),
    });
  });
});
