/**
 * MiniSearch's index and scores with the prefixes and misspellings that ours takes (`--engine minisearch`).
 * @module
 */
import { openMiniSearchMatcher } from '../../../../src/engines/minisearch/index.js';
import { type Engine, language } from './engine.js';
import { toModes } from './matcher-modes.js';
import { readIds, readMiniSearch, writeMiniSearch } from './minisearch-index.js';

export const engine: Engine = {
  build: writeMiniSearch,
  open: async (folder) =>
    toModes(openMiniSearchMatcher(await readMiniSearch(folder), language), await readIds(folder)),
};
