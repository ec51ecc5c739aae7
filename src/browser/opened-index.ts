/**
 * An index as one manifest says it is, opened without reading more than that manifest.
 * @module
 */
import { analyzerFingerprint } from '../analysis/index.js';
import type { DocumentStore } from '../documents/document-store.js';
import type { ShardManifest } from '../domain/index-manifest.js';
import type { IndexSource } from '../domain/index-source.js';
import type { SearchEngine } from '../domain/search.js';
import type { Matcher } from '../engines/matcher.js';
import { createCheckedSource } from '../index-store/checked-source.js';
import { parseManifest } from '../index-store/manifest.js';
import { createDocumentStore } from '../reader/document-store.js';
import { openPartsOnDemand } from '../reader/open-index.js';
import { isLanguageAsked } from '../search/filter-documents.js';
import { createSearchEngine } from '../search/search-engine.js';
import type { Shard } from '../search/shard.js';

export interface OpenedIndex {
  /** The manifest it was opened with, to tell whether there is another by now. */
  readonly manifest: Uint8Array;
  readonly engine: SearchEngine;
  /**
   * Reads what every first question needs.
   * @param languages none for all
   */
  preload(languages: readonly string[]): Promise<void>;
}

/** Reads the root with the first question, so that languages that nobody asks for cost nothing. */
const openWhenAsked = (source: IndexSource, shard: ShardManifest, store: DocumentStore): Matcher => {
  let opened: Promise<Matcher> | undefined;
  const open = (): Promise<Matcher> => {
    const opening = opened ?? openPartsOnDemand(source, shard, store);
    opened = opening;
    opening.catch(() => {
      if (opened === opening) opened = undefined;
    });
    return opening;
  };
  return {
    match: async (query, options) => (await open()).match(query, options),
    locate: async (matches, ordinals, options) => (await open()).locate(matches, ordinals, options),
  };
};

/** @throws LookbackError what the source throws, `index-corrupt`, `index-format` or `index-analyzer` */
export const openManifest = (source: IndexSource, manifest: Uint8Array): OpenedIndex => {
  const { shards: described } = parseManifest(manifest, analyzerFingerprint);
  const checked = createCheckedSource(source);
  const shards = described.map((shard): Shard => {
    const store = createDocumentStore(checked, shard);
    return { language: shard.language, matcher: openWhenAsked(checked, shard, store), store };
  });
  return {
    manifest,
    engine: createSearchEngine(shards, { now: Date.now }),
    async preload(languages) {
      const asked = shards.filter(({ language }) => isLanguageAsked(language, languages));
      await Promise.all(
        // No words: the root and the field lengths, which any words need too.
        asked.map(({ matcher }) => matcher.match({ words: [], tree: { kind: 'any', of: [] } })),
      );
    },
  };
};
