import { mkdir, rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
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
