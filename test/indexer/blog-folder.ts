import { mkdir, mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { loadConfig } from '../../src/config/index.js';

/** A blog of real files and where its index goes. */
export const createBlog = async (files: Readonly<Record<string, string | Uint8Array>>) => {
  const folder = await mkdtemp(join(tmpdir(), 'lookback-blog-'));
  const posts = join(folder, 'posts');
  const index = join(folder, 'index');
  const write = async (name: string, content: string | Uint8Array): Promise<void> => {
    await mkdir(dirname(join(posts, name)), { recursive: true });
    await writeFile(join(posts, name), content);
  };
  for (const [name, content] of Object.entries(files)) await write(name, content);
  return {
    folder,
    posts,
    index,
    write,
    config: (settings: Readonly<Record<string, unknown>> = {}) =>
      loadConfig({ folder, flags: { posts, index, ...settings } }),
  };
};

/** Every file of a folder, by path. */
export const readFiles = async (folder: string): Promise<ReadonlyMap<string, Buffer>> => {
  const files = new Map<string, Buffer>();
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile()) files.set(path, await readFile(path));
  }
  return files;
};
