/**
 * The index that Lookback exports for plain MiniSearch.
 * @module
 */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sortDocuments } from '../../../../src/documents/document-order.js';
import type { Post } from '../../../../src/domain/post.js';
import { buildShardIndex } from '../../../../src/engines/minisearch/index.js';
import { language } from './engine.js';

const fileName = 'minisearch.json';
const idsName = 'ids.json';

export const writeMiniSearch = async (posts: readonly Post[], folder: string): Promise<void> => {
  await writeFile(join(folder, fileName), buildShardIndex(posts, language).json);
  await writeFile(join(folder, idsName), JSON.stringify(sortDocuments(posts).map(({ id }) => id)));
};

export const readMiniSearch = (folder: string): Promise<string> => readFile(join(folder, fileName), 'utf8');

/** By ordinal: our matcher names documents by it. */
export const readIds = async (folder: string): Promise<readonly string[]> =>
  JSON.parse(await readFile(join(folder, idsName), 'utf8'));
