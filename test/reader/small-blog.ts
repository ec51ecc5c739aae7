/**
 * The index of a few posts in two languages, in a folder.
 * @module
 */
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadConfig } from '../../src/config/index.js';
import type { IndexSource } from '../../src/domain/index-source.js';
import type { SearchQuery } from '../../src/domain/search.js';
import { createFileSource } from '../../src/index-store/file-source.js';
import { buildIndex } from '../../src/indexer/index.js';

/** When the index is built, and asked. */
export const now = new Date('2024-01-01T00:00:00Z');

export type Posts = Readonly<Record<string, string>>;
export const posts: Posts = {
  '2020-01-01-lake.md':
    '---\ntitle: The lake\ntags: [nature]\ncategories: [notes]\n---\n## Shore\n\nWater in the lake is cold.\n',
  '2021-01-01-river.md': '---\ntitle: The river\ntags: [nature]\n---\nWater runs.\n',
  '2022-01-01-see.md':
    '---\ntitle: Der See\nlang: de\ntags: [nature]\n---\nIm See ist Wasser, in the lake.\n',
};

/** What the blog becomes: none of its posts is left. */
export const laterPosts: Posts = {
  '2023-01-01-sea.md': '---\ntitle: The sea\ntags: [nature]\n---\nWater, and no lake.\n',
};

/** Finds every post of both. */
export const query: SearchQuery = {
  text: 'lake OR water',
  filters: { tags: [['nature']], from: '2020-01-01' },
  sort: 'relevance',
  limit: 10,
  offset: 0,
  facets: ['tags', 'categories', 'years', 'languages'],
  fuzzy: true,
  facetLimit: 100,
  facetContains: '',
  prefer: [],
  explain: false,
};

/** @param index folder of the index; what was in it is replaced */
export const build = async (index: string, files: Posts = posts): Promise<void> => {
  const folder = await mkdtemp(join(tmpdir(), 'lookback-posts-'));
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  await buildIndex(await loadConfig({ folder, flags: { posts: folder, index } }), { now });
};

export const buildNew = async (files?: Posts): Promise<string> => {
  const index = await mkdtemp(join(tmpdir(), 'lookback-built-'));
  await build(index, files);
  return index;
};

export interface ObservedSource extends IndexSource {
  /** Paths that were read, in order. */
  readonly reads: string[];
  /** Called before each read; what it throws is what the read throws. */
  before: ((path: string) => void | Promise<void>) | undefined;
}

/** The files of a folder, and what was read of them. */
export const observe = (folder: string): ObservedSource => {
  const files = createFileSource(folder);
  const source: ObservedSource = {
    reads: [],
    before: undefined,
    async read(path, options) {
      source.reads.push(path);
      await source.before?.(path);
      return files.read(path, options);
    },
  };
  return source;
};
