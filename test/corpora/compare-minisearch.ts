/**
 * The serialized MiniSearch indexes of a build, against what MiniSearch itself writes of the same posts.
 * @module
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import MiniSearch from 'minisearch';
import type { Config } from '../../src/config/index.js';
import { sortDocuments } from '../../src/documents/document-order.js';
import { compareText } from '../../src/domain/compare-text.js';
import type { Post } from '../../src/domain/post.js';
import { manifestPath } from '../../src/index-store/layout.js';
import { openPosts } from '../../src/indexer/open-posts.js';
import { createAnalyzer, createMiniSearchOptions, toDocument } from '../../src/minisearch.js';

/** Every post that can be read, whether the build took it or not. */
const readPosts = async (config: Config, now: Date): Promise<readonly Post[]> => {
  const content = await openPosts(config, now);
  const posts: Post[] = [];
  for (const file of content.files) {
    const outcome = await content.read(file);
    if (outcome.kind === 'post') posts.push(outcome.post);
  }
  return posts;
};

const writeMiniSearch = (posts: readonly Post[], language: string): string => {
  const index = new MiniSearch(createMiniSearchOptions(createAnalyzer(language)));
  for (const post of sortDocuments(posts)) index.add(toDocument(post));
  const serialized = index.toJSON();
  serialized.index.sort(([a], [b]) => compareText(a, b));
  return JSON.stringify(serialized);
};

/**
 * @param config what the index was built with
 * @param now when it was built
 * @returns how many indexes were compared, and the paths of those that differ
 */
export const compareMiniSearch = async (
  config: Config,
  now: Date,
): Promise<{ readonly compared: number; readonly differing: readonly string[] }> => {
  const read = (path: string): Promise<string> => readFile(join(config.index, path), 'utf8');
  const { shards } = JSON.parse(await read(manifestPath));
  const posts = await readPosts(config, now);
  const differing: string[] = [];
  for (const { language, documents, minisearch } of shards) {
    const json = await read(minisearch.path);
    const ids = new Set(Object.values(JSON.parse(json).documentIds));
    const indexed = posts.filter(({ id }) => ids.has(id));
    if (indexed.length !== documents || writeMiniSearch(indexed, language) !== json)
      differing.push(minisearch.path);
  }
  return { compared: shards.length, differing };
};
