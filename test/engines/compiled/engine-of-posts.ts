/**
 * Engines over an index of posts that is built as any, and kept in memory.
 * @module
 */
import { createAnalyzer } from '../../../src/analysis/index.js';
import { cutPassages } from '../../../src/documents/cut-passages.js';
import { sortDocuments } from '../../../src/documents/document-order.js';
import { toPostPieces } from '../../../src/documents/post-pieces.js';
import { LookbackError } from '../../../src/domain/errors.js';
import type { IndexSource } from '../../../src/domain/index-source.js';
import type { Post } from '../../../src/domain/post.js';
import type { SearchEngine } from '../../../src/domain/search.js';
import { openCompiledMatcher } from '../../../src/engines/compiled/index.js';
import type { Matcher } from '../../../src/engines/matcher.js';
import { manifestPath } from '../../../src/index-store/layout.js';
import { createIndex, type IndexOptions } from '../../../src/indexer/create-index.js';
import { analyzePost } from '../../../src/postings/record.js';
import { type OpenMatcher, openIndex, openPartsOnDemand } from '../../../src/reader/open-index.js';
import { contractNow } from '../../contract/contract-now.js';
import { createSource, smallParts, writeRecords } from './corpus.js';

export const createMemorySource = async (
  posts: readonly Post[],
  options?: IndexOptions,
): Promise<IndexSource> => {
  const { files, manifest } = await createIndex(posts, undefined, options);
  const byPath = new Map([
    [manifestPath, manifest],
    ...files.map(({ path, bytes }) => [path, bytes] as const),
  ]);
  return {
    async read(path) {
      const bytes = byPath.get(path);
      if (bytes === undefined) throw new LookbackError('index-missing', `There is no ${path}.`);
      return bytes;
    },
  };
};

export const openEngine = (source: IndexSource, openMatcher: OpenMatcher): Promise<SearchEngine> =>
  openIndex(source, { now: () => contractNow, openMatcher });

export const createEngineOfPosts = async (posts: readonly Post[]): Promise<SearchEngine> =>
  openEngine(await createMemorySource(posts), openPartsOnDemand);

/** @param posts all of one language */
export const openMatcherOfPosts = async (posts: readonly Post[]): Promise<Matcher> => {
  const records = sortDocuments(posts).map((post) =>
    analyzePost(toPostPieces(post), cutPassages(post), createAnalyzer(post.language)),
  );
  return openCompiledMatcher(createSource(writeRecords(records, smallParts)).source);
};
