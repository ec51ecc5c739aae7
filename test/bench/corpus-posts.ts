/**
 * Posts of a folder of corpora, extracted once and kept in the temporary folder: extraction takes minutes.
 * @module
 */
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { detectLanguage, openContent } from '../../src/content/index.js';
import type { Post } from '../../src/domain/post.js';

/** Delete it to extract anew, as after a change of the extraction itself. */
const cacheFolder = join(tmpdir(), 'lookback-bench');

/** So that every run has the same posts. */
const now = new Date('2026-11-23T00:00:00Z');

const listFiles = async (folder: string): Promise<readonly string[]> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
};

const hashFolder = async (folder: string): Promise<string> => {
  const hash = createHash('sha256');
  for (const file of await listFiles(folder)) {
    hash.update(relative(folder, file)).update('\0');
    hash.update(await readFile(file)).update('\0');
  }
  return hash.digest('hex').slice(0, 16);
};

const extractPosts = async (folder: string): Promise<readonly Post[]> => {
  const content = await openContent({
    folder,
    now,
    detectLanguage,
  });
  const posts: Post[] = [];
  for (const file of content.files) {
    const outcome = await content.read(file);
    if (outcome.kind === 'post') posts.push(outcome.post);
  }
  return posts;
};

const readJson = async (file: string): Promise<unknown> => {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch {
    return undefined;
  }
};

/** The public posts of one blog. */
export const loadPosts = async (folder: string): Promise<readonly Post[]> => {
  const file = join(cacheFolder, `posts-${await hashFolder(folder)}.json`);
  const known = await readJson(file);
  // Written by this function, under a name that nothing else has.
  if (known !== undefined) return known as readonly Post[];
  const posts = await extractPosts(folder);
  await mkdir(cacheFolder, { recursive: true });
  await writeFile(file, JSON.stringify(posts));
  return posts;
};

/** Names of the blogs below a folder. */
const listCorpora = async (folder: string): Promise<readonly string[]> =>
  (await readdir(folder, { withFileTypes: true }))
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();

/** All blogs of a folder as one, each post under an id and a URL of its own. */
export const loadAllPosts = async (folder: string): Promise<readonly Post[]> => {
  const posts: Post[] = [];
  for (const name of await listCorpora(folder)) {
    for (const post of await loadPosts(join(folder, name))) {
      posts.push({ ...post, id: `${name}/${post.id}`, url: `/${name}/${post.url}` });
    }
  }
  return posts;
};
