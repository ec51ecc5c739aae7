/**
 * Opens the serialized MiniSearch index of a shard: posts, MiniSearch, Koa, and nothing between them.
 * @module
 */
import { LookbackError } from '../domain/errors.js';
import { openMiniSearchMatcher } from '../engines/minisearch/index.js';
import { readIndexFile } from '../index-store/read-file.js';
import type { OpenMatcher } from './open-index.js';

/** @throws LookbackError `index-missing` when the index was built without it, `index-corrupt`, or what the source throws */
export const openMiniSearch: OpenMatcher = async (source, { minisearch, language }, store) => {
  if (minisearch === undefined) {
    throw new LookbackError('index-missing', `the index has no MiniSearch index for "${language}"`, {
      hint: 'Build it without `--no-minisearch`.',
    });
  }
  return openMiniSearchMatcher(
    new TextDecoder().decode(await readIndexFile(source, minisearch)),
    language,
    store,
  );
};
