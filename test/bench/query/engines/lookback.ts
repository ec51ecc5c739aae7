/**
 * Our matcher and selection with all parts in memory: ids of the best, as the other engines give them.
 * @module
 */
import { parseIds } from '../../../../src/index-store/columns.js';
import { createFileSource } from '../../../../src/index-store/file-source.js';
import { createDocumentStore } from '../../../../src/reader/document-store.js';
import { openAllParts } from '../../../../src/reader/open-index.js';
import { type Engine, language } from './engine.js';
import { readManifest, writePosts } from './lookback-index.js';
import { toModes } from './matcher-modes.js';

export const engine: Engine = {
  build: (posts, folder) => writePosts(new Map([[language, posts]]), folder),
  async open(folder) {
    const source = createFileSource(folder);
    const [shard] = (await readManifest(folder)).shards;
    if (shard === undefined) throw new Error('The index has no posts.');
    const [matcher, idBytes] = await Promise.all([
      openAllParts(source, shard, createDocumentStore(source, shard)),
      source.read(shard.ids),
    ]);
    return toModes(matcher, parseIds(idBytes, shard.ids, shard.documents));
  },
};
