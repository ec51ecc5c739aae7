/**
 * Opens an index for search: the manifest, then every shard, all of it verified.
 * @module
 */
import { analyzerFingerprint } from '../analysis/index.js';
import type { ShardManifest } from '../domain/index-manifest.js';
import type { IndexSource } from '../domain/index-source.js';
import type { SearchEngine } from '../domain/search.js';
import { openMiniSearchMatcher } from '../engines/minisearch/index.js';
import { corrupt } from '../index-store/checked-json.js';
import { manifestPath } from '../index-store/layout.js';
import { parseManifest } from '../index-store/manifest.js';
import { readIndexFile } from '../index-store/read-file.js';
import { parseTable } from '../index-store/table.js';
import { createSearchEngine } from '../results/search-engine.js';
import type { Shard } from '../results/shard.js';
import { createDocumentStore } from './document-store.js';

const isSame = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((byte, at) => byte === b[at]);

export interface OpenOptions {
  /** Milliseconds since the epoch: posts that expired before are not shown. Default: the clock. */
  readonly now?: () => number;
}

const openShard = async (source: IndexSource, shard: ShardManifest): Promise<Shard> => {
  const [json, table] = await Promise.all([
    readIndexFile(source, shard.minisearch),
    readIndexFile(source, shard.table),
  ]);
  const rows = parseTable(table, shard.table.path);
  if (rows.length !== shard.documents) {
    throw corrupt(shard.table.path, `has ${rows.length} documents instead of ${shard.documents}`);
  }
  return {
    language: shard.language,
    matcher: openMiniSearchMatcher(new TextDecoder().decode(json), shard.language),
    store: createDocumentStore(source, rows),
  };
};

/** How often a build may replace the index while it is being opened before that is taken for damage. */
const maxAttempts = 3;

/**
 * @throws LookbackError `index-missing`, `index-corrupt` (a file is cut short or changed), `index-format` or
 *   `index-analyzer` (written by another version).
 */
export const openIndex = async (source: IndexSource, options: OpenOptions = {}): Promise<SearchEngine> => {
  for (let attempt = 1; ; attempt += 1) {
    const manifestBytes = await source.read(manifestPath);
    const manifest = parseManifest(manifestBytes, analyzerFingerprint);
    try {
      const shards = await Promise.all(manifest.shards.map((shard) => openShard(source, shard)));
      return createSearchEngine(shards, { now: options.now ?? Date.now });
    } catch (error) {
      // A build that ends between the two reads takes the old files away: then the manifest is a new one.
      const current = await source.read(manifestPath);
      if (attempt === maxAttempts || isSame(current, manifestBytes)) throw error;
    }
  }
};
