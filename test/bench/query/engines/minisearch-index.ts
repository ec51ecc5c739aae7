/**
 * The index that Lookback exports for plain MiniSearch.
 * @module
 */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Post } from '../../../../src/domain/post.js';
import { toMiniSearchJson } from '../../../contract/engine-of-posts.js';
import { language } from './engine.js';

const fileName = 'minisearch.json';

export const writeMiniSearch = async (posts: readonly Post[], folder: string): Promise<void> => {
  await writeFile(join(folder, fileName), toMiniSearchJson(posts, language));
};

export const readMiniSearch = (folder: string): Promise<string> => readFile(join(folder, fileName), 'utf8');
