/**
 * Opens an index for search. Runs anywhere: where the bytes come from is the source's affair.
 * @module
 */
import { analyzerFingerprint, emptyQuery } from '../analysis/index.js';
import type { LanguageWords } from '../analysis/languages/language-words.js';
import { loadLanguage } from '../analysis/languages/load-language.js';
import type { DocumentStore } from '../documents/document-store.js';
import { LookbackError } from '../domain/errors.js';
import type { ShardManifest } from '../domain/index-manifest.js';
import type { IndexSource } from '../domain/index-source.js';
import type { SearchEngine, SearchOptions } from '../domain/search.js';
import {
  type CompiledMatcher,
  type CompiledMatcherOptions,
  openCompiledMatcher,
  rootName,
} from '../engines/compiled/index.js';
import type { Matcher } from '../engines/matcher.js';
import { corrupt } from '../index-store/checked-json.js';
import { createCheckedSource, readManifest } from '../index-store/checked-source.js';
import { placeOfRoot, readRoot } from '../index-store/index-root.js';
import { manifestPath, partPath } from '../index-store/layout.js';
import { parseManifest } from '../index-store/manifest.js';
import { isLanguageAsked } from '../search/asked-languages.js';
import { createSearchEngine } from '../search/search-engine.js';
import type { Shard } from '../search/shard.js';
import { once } from '../sharing/once.js';
import { waitFor } from '../sharing/wait-for.js';
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
  /**
   * `at-once`: what is wrong with a shard is known when the index is open. `when-asked`: only the manifest is read, and
   * a shard that nobody asks for costs nothing. Default `at-once`.
   */
  readonly shards?: 'at-once' | 'when-asked';
}

const openParts = async (
  source: IndexSource,
  { root, language, documents }: ShardManifest,
  options: CompiledMatcherOptions,
): Promise<CompiledMatcher> => {
  const matcher = await openCompiledMatcher(
    (name, reading) =>
      name === rootName ? readRoot(source, root, reading) : source.read(partPath(language, name), reading),
    options,
  );
  if (matcher.documentCount === documents) return matcher;
  throw corrupt(
    placeOfRoot(root),
    `has ${matcher.documentCount} documents where the manifest says ${documents}`,
  );
};

/** Reads the root; a query then reads the parts that it needs. */
export const openPartsOnDemand: OpenMatcher = (source, shard) => openParts(source, shard, {});

/** Reads and checks all parts of the shard at once, for a server: no later query waits for the disk. */
export const openAllParts: OpenMatcher = async (source, shard) => {
  const matcher = await openParts(source, shard, { maxKeptBytes: Infinity });
  await matcher.loadAll();
  return matcher;
};

/** An index as one manifest says it is. */
export interface OpenedIndex {
  /** The bytes of the manifest, to tell whether there is another by now. */
  readonly manifest: Uint8Array;
  readonly engine: SearchEngine;
  /**
   * Reads what any first question needs.
   * @param languages none for all
   * @throws what a question throws
   */
  preload(languages: readonly string[], options?: SearchOptions): Promise<void>;
}

/** Opened by the first question, or before. */
interface ClosedShard extends Shard {
  readonly open: () => Promise<Matcher>;
}

const closedShard = (source: IndexSource, shard: ShardManifest, openMatcher: OpenMatcher): ClosedShard => {
  const store = createDocumentStore(source, shard);
  const open = once(() => openMatcher(source, shard, store));
  let words: LanguageWords | undefined;
  return {
    language: shard.language,
    store,
    pinned: new Map(shard.pinned),
    synonyms: shard.synonyms,
    open,
    words: () =>
      words ??
      loadLanguage(shard.language).then((loaded) => {
        words = loaded;
        return loaded;
      }),
    matcher: {
      readAhead(query) {
        // What is wrong with the shard is said by `match`.
        open().then(
          (matcher) => matcher.readAhead?.(query),
          () => undefined,
        );
      },
      async match(query, options = {}) {
        // The filters may fail while the shard is opened; the matcher hears of it only then.
        Promise.all([options.within, options.filters]).catch(() => undefined);
        return (await waitFor(open(), options.signal)).match(query, options);
      },
      count: async (query, options = {}) => (await waitFor(open(), options.signal)).count(query, options),
      explain: async (query, ordinals, options = {}) =>
        (await waitFor(open(), options.signal)).explain(query, ordinals, options),
      locate: async (matches, ordinals, options) => (await open()).locate(matches, ordinals, options),
    },
  };
};

const checkAnalyzer = ({ language, analyzer }: ShardManifest): void => {
  const own = analyzerFingerprint(language);
  if (analyzer === own) return;
  throw new LookbackError(
    'index-analyzer',
    `the posts in ${language} were analyzed by "${analyzer}", this version of Lookback asks with "${own}"`,
    { file: manifestPath },
  );
};

/**
 * The index that a manifest says, whether or not it is still there.
 * @throws as {@link openIndex}
 */
export const openManifest = async (
  source: IndexSource,
  manifest: Uint8Array,
  options: OpenOptions,
): Promise<OpenedIndex> => {
  const { now = Date.now, openMatcher = openPartsOnDemand, languages, shards = 'at-once' } = options;
  const { shards: described, ranking } = parseManifest(manifest);
  const checked = createCheckedSource(source);
  const asked = described.filter(({ language }) => isLanguageAsked(language, languages));
  asked.forEach(checkAnalyzer);
  const closed = asked.map((shard) => closedShard(checked, shard, openMatcher));
  if (shards === 'at-once') await Promise.all(closed.map(({ open }) => open()));
  return {
    manifest,
    engine: createSearchEngine(closed, { now, ranking }),
    async preload(preferred, reading) {
      const preloaded = closed.filter(({ language }) => isLanguageAsked(language, preferred));
      await Promise.all(
        // No words: the root and the field lengths, which any words need too.
        preloaded.flatMap(({ matcher, words }) => [matcher.match(emptyQuery, reading), words()]),
      );
    },
  };
};

const isSameBytes = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((byte, at) => byte === b[at]);

/** How often a build may replace the index while it is being opened before that is taken for damage. */
const maxAttempts = 3;

/**
 * The index that is there now.
 * @param opened what was there before; it is given back if that is still there
 * @throws as {@link openIndex}
 */
export const openCurrent = async (
  source: IndexSource,
  options: OpenOptions,
  opened?: OpenedIndex,
): Promise<OpenedIndex> => {
  let manifest = await readManifest(source);
  if (opened !== undefined && isSameBytes(manifest, opened.manifest)) return opened;
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await openManifest(source, manifest, options);
    } catch (error) {
      // A build that ends between the two reads takes the old files away: then the manifest is a new one.
      const current = await readManifest(source);
      if (attempt === maxAttempts || isSameBytes(current, manifest)) throw error;
      manifest = current;
    }
  }
};

/**
 * Opens the index that is there now, for good: `openLiveIndex` goes on with the next one when a build replaces it.
 * @throws LookbackError `index-missing`, `index-corrupt` (a file is cut short or changed), `index-format` or
 *   `index-analyzer` (written by another version), or what the source throws
 */
export const openIndex = async (source: IndexSource, options: OpenOptions = {}): Promise<SearchEngine> =>
  (await openCurrent(source, options)).engine;
