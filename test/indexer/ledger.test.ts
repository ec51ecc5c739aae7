import { execFileSync } from 'node:child_process';
import { lstat, mkdir, readdir, rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { buildIndex } from '../../src/indexer/index.js';
import { createBlog, readFiles } from './blog-folder.js';

const files = {
  'a.md': '---\ntitle: A\n---\ntext\n',
  'zqxsecret.md': '---\ntitle: B\ndraft: true\n---\ntext\n',
};

test.each([
  ['index', 'index/ledger.ndjson'],
  ['index', 'index/en/ledger.ndjson'],
  ['index', 'index/..ledger/ledger.ndjson'],
  ['index', 'link/ledger.ndjson'],
  ['index', 'other/../index/ledger.ndjson'],
  ['link', 'index/ledger.ndjson'],
  ['link/deeper/not-yet', 'index/deeper/not-yet/ledger.ndjson'],
])('an index in %s has no ledger at %s', async (index, ledger) => {
  const blog = await createBlog(files);
  await mkdir(join(blog.folder, 'index'));
  await symlink(join(blog.folder, 'index'), join(blog.folder, 'link'));
  const build = buildIndex(await blog.config({ index: join(blog.folder, index) }), {
    ledger: { file: join(blog.folder, ledger), relativeTo: blog.folder },
  });
  await expect(build).rejects.toMatchObject({ code: 'config-invalid', parameter: 'ledger' });
  expect((await readFiles(blog.index)).size).toBe(0);
  await rm(blog.folder, { recursive: true });
});

test.each(['ledger.ndjson', 'index-ledger.ndjson', '..ledger.ndjson', 'link'])(
  '%s beside the index is written',
  async (name) => {
    const blog = await createBlog(files);
    await mkdir(blog.index);
    // A link to a file is replaced, not followed.
    await symlink(join(blog.index, 'ledger.ndjson'), join(blog.folder, 'link'));
    await buildIndex(await blog.config(), {
      ledger: { file: join(blog.folder, name), relativeTo: blog.folder },
    });
    const written = await readFiles(blog.folder);
    expect(String(written.get(join(blog.folder, name)))).toContain('zqxsecret');
    for (const [path, bytes] of await readFiles(blog.index))
      expect(`${path}${bytes.toString('latin1')}`).not.toContain('zqxsecret');
    await rm(blog.folder, { recursive: true });
  },
);

describe.skipIf(process.platform === 'win32')('a ledger is a file', () => {
  /** What is at each place. */
  const places: Readonly<Record<string, (path: string) => unknown>> = {
    'a pipe': (path) => execFileSync('mkfifo', [path]),
    'a link to a device': (path) => symlink('/dev/zero', path),
    'a link to itself': (path) => symlink(path, path),
    'a folder': (path) => mkdir(path),
  };

  test.each(Object.entries(places))('and not %s, which stays as it is', async (_, make) => {
    const blog = await createBlog(files);
    const ledger = join(blog.folder, 'ledger');
    await make(ledger);
    const before = await lstat(ledger);
    const build = buildIndex(await blog.config(), { ledger: { file: ledger, relativeTo: blog.folder } });
    await expect(build).rejects.toMatchObject({ code: 'config-invalid', parameter: 'ledger' });
    const { ino, mode } = await lstat(ledger);
    expect({ ino, mode }).toEqual({ ino: before.ino, mode: before.mode });
    expect(await readdir(blog.folder)).not.toContain('index');
    await rm(blog.folder, { recursive: true });
  });

  test.each(Object.entries(places))(
    'that is written beside %s of its old temporary name',
    async (_, make) => {
      const blog = await createBlog(files);
      const ledger = join(blog.folder, 'ledger');
      await make(`${ledger}.tmp`);
      const before = await readdir(blog.folder);
      await buildIndex(await blog.config(), { ledger: { file: ledger, relativeTo: blog.folder } });
      expect((await readdir(blog.folder)).toSorted()).toEqual([...before, 'index', 'ledger'].toSorted());
      await rm(blog.folder, { recursive: true });
    },
  );
});
