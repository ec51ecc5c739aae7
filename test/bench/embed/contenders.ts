/**
 * The two libraries: how each is built from the same posts, and how a page asks it.
 * @module
 */
import { copyFile, mkdir, readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Post } from '../../../src/domain/post.js';
import { isExport } from '../../../src/index-store/layout.js';
import { writePosts } from '../query/engines/lookback-index.js';
import { compress, dynamicQuality, isCompressed } from './compressing-server.js';
import { renderPost } from './render-post.js';

export interface Contender {
  readonly name: string;
  /** First segment of the address of its files. */
  readonly root: string;
  build(posts: readonly Post[], folder: string): Promise<void>;
  /** Files that are deployed but that no page asks for. */
  isLeftOut(path: string): boolean;
  /**
   * Body of an async function of `text` that answers `{ found, firstMs }`: how many of ten hits came with their
   * snippets, and when the first of them was there. What is opened is kept in `window`.
   */
  readonly ask: string;
}

const library = fileURLToPath(new URL('../../../dist/browser', import.meta.url));

const byLanguage = (posts: readonly Post[]): ReadonlyMap<string, readonly Post[]> => {
  const groups = new Map<string, Post[]>();
  for (const post of posts) groups.set(post.language, [...(groups.get(post.language) ?? []), post]);
  return new Map([...groups].sort(([a], [b]) => (a < b ? -1 : 1)));
};

export const lookback: Contender = {
  name: 'Lookback',
  root: 'lookback',
  async build(posts, folder) {
    // As `npm run build` made it: what a page loads later is in files of its own.
    const names = (await readdir(library)).filter((name) => name.endsWith('.js'));
    await mkdir(folder, { recursive: true });
    await Promise.all(names.map((name) => copyFile(join(library, name), join(folder, name))));
    await writePosts(byLanguage(posts), join(folder, 'index'));
  },
  isLeftOut: isExport,
  ask: `
    const started = performance.now();
    window.opened ??= await (await import('/lookback/lookback.js')).openSearch({ baseUrl: '/lookback/index/' });
    const { hits } = await window.opened.search(text, { limit: 10 });
    return { found: hits.filter(({ snippets }) => snippets[0].segments.length > 0).length, firstMs: performance.now() - started };`,
};

export const pagefind: Contender = {
  name: 'Pagefind',
  root: 'pagefind',
  async build(posts, folder) {
    // Starts a program of its own, which no other task should wait for.
    const { createIndex, close } = await import('pagefind');
    await mkdir(folder, { recursive: true });
    const { index, errors } = await createIndex({});
    if (index === undefined) throw new Error(errors.join());
    for (const post of posts) await index.addHTMLFile({ url: post.url, content: renderPost(post) });
    await index.writeFiles({ outputPath: folder });
    await close();
  },
  // Its ready-made user interfaces, which this benchmark does not use.
  isLeftOut: (path) => /pagefind-(?:ui|modular-ui|component-ui|highlight)\.|playground/.test(path),
  ask: `
    const started = performance.now();
    window.opened ??= await import('/pagefind/pagefind.js');
    const { results } = await window.opened.search(text);
    let firstMs;
    const data = await Promise.all(results.slice(0, 10).map(async (result) => {
      const answer = await result.data();
      firstMs ??= performance.now() - started;
      return answer;
    }));
    return { found: data.filter(({ excerpt }) => excerpt.length > 0).length, firstMs };`,
};

export interface Deployed {
  readonly files: number;
  /** As a CDN sends them, compressed on the way. */
  readonly bytes: number;
  /** Compressed beforehand, as well as possible. */
  readonly bestBytes: number;
}

const bestQuality = 11;

export const measureDeployed = async (contender: Contender, folder: string): Promise<Deployed> => {
  let files = 0;
  let bytes = 0;
  let bestBytes = 0;
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    const path = `/${relative(folder, file).split(sep).join('/')}`;
    if (contender.isLeftOut(path)) continue;
    const content = await readFile(file);
    files += 1;
    bytes += isCompressed(path) ? compress(content, dynamicQuality).length : content.length;
    bestBytes += isCompressed(path) ? compress(content, bestQuality).length : content.length;
  }
  return { files, bytes, bestBytes };
};
