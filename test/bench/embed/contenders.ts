/**
 * The two libraries: how each is built from the same posts, and how a page asks it.
 * @module
 */
import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type { Post } from '../../../src/domain/post.js';
import { libraryPath } from '../../../src/index-store/layout.js';
import { toLibrary } from '../../../src/index-store/library.js';
import { writeIndex } from '../../../src/index-store/write-index.js';
import { createIndex } from '../../../src/indexer/create-index.js';
import { createPage, readLanguages } from '../../../src/indexer/create-page.js';
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
  /** Body of an async function that a page runs before it is asked, while its reader comes to type. */
  readonly preload: string;
}

export const lookback: Contender = {
  name: 'Lookback',
  root: 'lookback',
  async build(posts, folder) {
    // As `lookback build --page --no-minisearch` does.
    const languages = await readLanguages(posts.map(({ language }) => language));
    const page = [...(await createPage({ title: 'Posts' }, 'en')), ...languages.files];
    const { files, manifest } = await createIndex(posts, undefined, {
      minisearch: false,
      pageFiles: page.length,
    });
    const written = page.map(({ path, bytes }) => ({
      path,
      bytes: path === libraryPath ? toLibrary(bytes, manifest, languages.first) : bytes,
    }));
    await writeIndex(join(folder, 'index'), [...files, ...written], manifest);
  },
  isLeftOut: () => false,
  ask: `
    const started = performance.now();
    window.opened ??= await (await import('/lookback/index/lookback.js')).openSearch();
    const { hits } = await window.opened.search(text, { limit: 10 });
    return { found: hits.filter(({ snippets: [{ segments }] }) => segments.length > 0).length, firstMs: performance.now() - started };`,
  preload: `
    window.opened ??= await (await import('/lookback/index/lookback.js')).openSearch();
    await window.opened.preload();`,
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
  preload: `
    window.opened ??= await import('/pagefind/pagefind.js');
    await window.opened.init();`,
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
