/**
 * Opens an index for search. Runs anywhere: where the bytes come from is the source's affair.
 * @module
 */
import { analyzerFingerprint } from '../analysis/index.js';
import type { DocumentStore } from '../documents/document-store.js';
import type { ShardManifest } from '../domain/index-manifest.js';
import type { IndexSource } from '../domain/index-source.js';
import type { SearchEngine } from '../domain/search.js';
import {
  type CompiledMatcher,
  type CompiledMatcherOptions,
  openCompiledMatcher,
  rootName,
} from '../engines/compiled/index.js';
import type { Matcher } from '../engines/matcher.js';
import { corrupt } from '../index-store/checked-json.js';
import { createCheckedSource, readManifest } from '../index-store/checked-source.js';
import { partPath } from '../index-store/layout.js';
import { parseManifest } from '../index-store/manifest.js';
import { isLanguageAsked } from '../search/filter-documents.js';
import { createSearchEngine } from '../search/search-engine.js';
import type { Shard } from '../search/shard.js';
import { createDocumentStore } from './document-store.js';

/** Makes what finds and scores in one shard, from a source that has checked what it gives. */
export type OpenMatcher = (
  source: IndexSource,
  shard: ShardManifest,
  store: DocumentStore,
) => Promise<Matcher>;

export interface OpenOptions {
  /** Milliseconds since the epoch: posts that expired before are not shown. Default: the clock. */
  readonly now?: () => number;
  /** Default: {@link openPartsOnDemand}. */
  readonly openMatcher?: OpenMatcher;
  /** Only shards of these languages are opened (`pt` opens `pt-BR` too). Default: all. */
  readonly languages?: readonly string[];
}

const openParts = async (
  source: IndexSource,
  { root, language, documents }: ShardManifest,
  options: CompiledMatcherOptions,
): Promise<CompiledMatcher> => {
  const matcher = await openCompiledMatcher(
    (name, reading) => source.read(name === rootName ? root : partPath(language, name), reading),
    options,
  );
  if (matcher.documentCount === documents) return matcher;
  throw corrupt(root, `has ${matcher.documentCount} documents where the manifest says ${documents}`);
};

/** Reads the root; a query then reads the parts that it needs. */
export const openPartsOnDemand: OpenMatcher = (source, shard) => openParts(source, shard, {});

/** Reads and checks all parts of the shard at once, for a server: no later query waits for the disk. */
export const openAllParts: OpenMatcher = async (source, shard) => {
  const matcher = await openParts(source, shard, { maxKeptBytes: Infinity });
  await matcher.loadAll();
  return matcher;
};

export const isSameBytes = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((byte, at) => byte === b[at]);

/** How often a build may replace the index while it is being opened before that is taken for damage. */
const maxAttempts = 3;

/**
 * @throws LookbackError `index-missing`, `index-corrupt` (a file is cut short or changed), `index-format` or
 *   `index-analyzer` (written by another version).
 */
export const openIndex = async (source: IndexSource, options: OpenOptions = {}): Promise<SearchEngine> => {
  const { now = Date.now, openMatcher = openPartsOnDemand, languages } = options;
  const openShard = async (checked: IndexSource, shard: ShardManifest): Promise<Shard> => {
    const store = createDocumentStore(checked, shard);
    return { language: shard.language, matcher: await openMatcher(checked, shard, store), store };
  };
  for (let attempt = 1; ; attempt += 1) {
    const manifestBytes = await readManifest(source);
    const { shards } = parseManifest(manifestBytes, analyzerFingerprint);
    const checked = createCheckedSource(source);
    const opened = shards.filter(({ language }) => isLanguageAsked(language, languages));
    try {
      return createSearchEngine(await Promise.all(opened.map((shard) => openShard(checked, shard))), { now });
    } catch (error) {
      // A build that ends between the two reads takes the old files away: then the manifest is a new one.
      const current = await readManifest(source);
      if (attempt === maxAttempts || isSameBytes(current, manifestBytes)) throw error;
    }
  }
};
