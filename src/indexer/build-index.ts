/**
 * `lookback build`: a folder of posts -> an index folder.
 * @module
 */
import { isAbsolute, relative, resolve } from 'node:path';
import type { Config } from '../config/settings.js';
import { type Content, detectLanguage, openContent, openNdjson } from '../content/index.js';
import { LookbackError } from '../domain/errors.js';
import { type Notice, type Skip, skipReasons } from '../domain/skip.js';
import { writeIndex } from '../index-store/write-index.js';
import { createIndex } from './create-index.js';
import { createPage } from './create-page.js';
import { checkLeaks } from './leak-check.js';
import { type LedgerPlace, writeLedger } from './ledger.js';
import { type OnProgress, readPosts } from './read-posts.js';

export interface BuildOptions {
  /** What counts as the future; decides visibility and nothing else. Default: the present. */
  readonly now?: Date;
  /** Posts as NDJSON, read instead of the folder `config.posts`. */
  readonly input?: AsyncIterable<Uint8Array>;
  /** Writes the ledger, see {@link toLedger}. It names hidden posts and must not lie in the index. */
  readonly ledger?: LedgerPlace;
  /** Called after each source file. */
  readonly onProgress?: OnProgress;
}

/** What a build did; `found` is `indexed` plus the number of `skips`. */
export interface BuildReport {
  /** Whose conventions were followed. */
  readonly generator: string;
  readonly found: number;
  readonly indexed: number;
  readonly skips: readonly Skip[];
  readonly notices: readonly Notice[];
  readonly languages: readonly {
    readonly language: string;
    readonly documents: number;
    readonly terms: number;
  }[];
  /** When the next post that waits in the future is due, an ISO 8601 instant: build again then. */
  readonly nextBuildDue?: string;
  /** Files written, manifest included, and their bytes together. */
  readonly files: number;
  readonly bytes: number;
}

/** Of posts that do not say and are too short to tell. */
const fallbackLanguage = 'en';

/** What every content is opened with, whatever it comes from. */
const toContentOptions = (config: Config, now: Date) => ({
  now,
  maxPostBytes: config.maxPostBytes,
  maxPostSeconds: config.maxPostSeconds,
  ...(config.baseUrl !== undefined && { baseUrl: config.baseUrl }),
  ...(config.timeZone !== undefined && { timeZone: config.timeZone }),
  ...(config.language !== undefined && { language: config.language }),
  detectLanguage: (text: string): string => detectLanguage(text) ?? fallbackLanguage,
});

/**
 * Opens `config.posts` as a build does.
 * @throws LookbackError `posts-folder-missing`, `config-unreadable`, `config-invalid`
 */
export const openPosts = (config: Config, now: Date): Promise<Content> =>
  openContent({
    folder: config.posts,
    jekyllDrafts: config.jekyllDrafts,
    ...toContentOptions(config, now),
    ...(config.generator !== 'auto' && { generator: config.generator }),
    ...(config.urlTemplate !== undefined && { urlTemplate: config.urlTemplate }),
  });

/** The ledger names hidden posts and the index folder is public. */
const checkLedgerPlace = (ledger: string, index: string): void => {
  const path = relative(resolve(index), resolve(ledger));
  if (path.startsWith('..') || isAbsolute(path)) return;
  throw new LookbackError('config-invalid', `the ledger ${ledger} would lie in the index, which is public`, {
    parameter: 'ledger',
    hint: 'Name a file outside of the index with --ledger.',
  });
};

/** An index without posts is what an author who hides them all wants, but not one whose posts all failed. */
const toNoneReadable = (first: Skip | undefined, count: number, folder: string): LookbackError =>
  new LookbackError(
    'posts-none',
    `none of ${count} posts could be read; the first: ${first?.message ?? ''}`,
    {
      file: first?.file ?? folder,
      ...(first?.line !== undefined && { line: first.line }),
      ...(first && { hint: `${first.hint} The index that was there before is left as it was.` }),
    },
  );

const toInstant = (seconds: number): string => new Date(seconds * 1000).toISOString().replace('.000Z', 'Z');

/**
 * Builds the index of `config.posts` into `config.index`. The same posts give the same bytes.
 * @throws LookbackError `posts-folder-missing`, `posts-none`, `config-invalid` (a URL template is needed),
 *   `leak-found`, `output-unwritable`: the index that was there before is as it was;
 *   `ledger-unwritable`: the index is written. One bad post never throws: it is in the report.
 */
export const buildIndex = async (config: Config, options: BuildOptions = {}): Promise<BuildReport> => {
  const now = options.now ?? new Date();
  if (options.ledger !== undefined) checkLedgerPlace(options.ledger.file, config.index);
  const content = options.input
    ? await openNdjson({ input: options.input, ...toContentOptions(config, now) })
    : await openPosts(config, now);
  if (content.files.length === 0) {
    const where = options.input ? 'on standard input' : `in ${config.posts}`;
    throw new LookbackError('posts-none', `there is no post ${where}`, { file: config.posts });
  }
  const { indexed, skipped, notices, nextDue } = await readPosts(content, options.onProgress);
  if (indexed.length === 0 && skipped.every(({ skip }) => skipReasons[skip.reason] === 'failure')) {
    throw toNoneReadable(skipped[0]?.skip, skipped.length, config.posts);
  }
  const nextBuildDue = nextDue === undefined ? undefined : toInstant(nextDue);
  const posts = indexed.map(({ post }) => post);
  const index = await createIndex(posts, nextBuildDue, { minisearch: config.minisearch });
  await checkLeaks({ index, indexed, skipped, content });
  const files = config.page ? [...index.files, ...(await createPage(config.title))] : index.files;
  await writeIndex(config.index, files, index.manifest);
  if (options.ledger !== undefined) await writeLedger(options.ledger, [...indexed, ...skipped]);
  return {
    generator: content.generator,
    found: content.files.length,
    indexed: posts.length,
    skips: skipped.map(({ skip }) => skip),
    notices,
    languages: index.shards.map(({ language, documents, terms }) => ({ language, documents, terms })),
    ...(nextBuildDue !== undefined && { nextBuildDue }),
    files: files.length + 1,
    bytes: files.reduce((sum, file) => sum + file.bytes.length, index.manifest.length),
  };
};
