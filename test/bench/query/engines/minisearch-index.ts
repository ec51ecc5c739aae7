/**
 * The index that Lookback exports for plain MiniSearch.
 * @module
 */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Post } from '../../../../src/domain/post.js';
import { buildShardIndex } from '../../../../src/engines/minisearch/index.js';
import { language } from './engine.js';

const fileName = 'minisearch.json';

export const writeMiniSearch = (posts: readonly Post[], folder: string): Promise<void> =>
  writeFile(join(folder, fileName), buildShardIndex(posts, language).json);

export const readMiniSearch = (folder: string): Promise<string> => readFile(join(folder, fileName), 'utf8');
