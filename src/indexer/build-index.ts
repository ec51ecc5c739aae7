/**
 * `lookback build`: a folder of posts -> an index folder.
 * @module
 */
import { readRankingFile } from '../config/ranking-file.js';
import type { Config } from '../config/settings.js';
import { readSynonymsFile } from '../config/synonyms-file.js';
import { LookbackError } from '../domain/errors.js';
import { interfaceLanguages } from '../domain/interface-languages.js';
import { type Notice, type Skip, skipReasons } from '../domain/skip.js';
import type { Synonym } from '../domain/synonym.js';
import { withBuildLock } from '../index-store/build-lock.js';
import { libraryPath, manifestPath } from '../index-store/layout.js';
import { type LibraryLanguage, toLibrary } from '../index-store/library.js';
import { type ContentFile, writeIndex } from '../index-store/write-index.js';
import { IndexBuilder } from './create-index.js';
import { createPage, mainLanguage, readLanguages, toPageSettings } from './create-page.js';
import { createRelated } from './create-related.js';
import { createApartReader } from './leak-check/apart-reader.js';
import { checkLeaks } from './leak-check/leak-check.js';
import { readOwnWords } from './leak-check/own-words.js';
import { checkLedgerPlace, type LedgerPlace, writeLedger } from './ledger.js';
import { openLines, openPosts } from './open-posts.js';
import { toPublicRanking } from './public-ranking.js';
import { toOpinionRules } from './read-post.js';
import { type OnProgress, readPosts } from './read-posts.js';
import type { SynonymOptions } from './synonyms/shard-synonyms.js';

export interface BuildOptions {
  /** What counts as the future; decides visibility and nothing else. Default: when the posts are read. */
  readonly now?: Date;
  /** Posts as NDJSON, read instead of the folder `config.posts`. */
  readonly input?: AsyncIterable<Uint8Array>;
  /** Writes the ledger, see {@link toLedger}. It names hidden posts and must not lie in the index. */
  readonly ledger?: LedgerPlace;
  /** Called after each source file. */
  readonly onProgress?: OnProgress;
  /** Called once if another build into the same folder is running and has to be waited for. */
  readonly onWait?: () => void;
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
    /** Words that mean the same. */
    readonly synonyms: readonly Synonym[];
  }[];
  /** When the next post that waits in the future is due, an ISO 8601 instant: build again then. */
  readonly nextBuildDue?: string;
  /** Files written, manifest included, and their bytes together. */
  readonly files: number;
  readonly bytes: number;
}

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

const toTooFew = (maxFiles: number, least: number): LookbackError =>
  new LookbackError('config-invalid', `maxFiles is ${maxFiles}, and there are at least ${least} files`, {
    hint: `Allow ${least} or more; without \`--page\`, or with \`--no-minisearch\`, there are fewer.`,
  });

const toSynonymOptions = async ({ synonyms, synonymsFile }: Config): Promise<SynonymOptions> => ({
  own: synonyms === 'off' || synonymsFile === undefined ? [] : await readSynonymsFile(synonymsFile),
  isMined: synonyms === 'mined',
});

const toInstant = (seconds: number): string => new Date(seconds * 1000).toISOString().replace('.000Z', 'Z');

const buildAlone = async (config: Config, options: BuildOptions): Promise<BuildReport> => {
  const now = options.now ?? new Date();
  const rankingFile = config.ranking === undefined ? undefined : await readRankingFile(config.ranking);
  const own = await readOwnWords(
    config.page ? toPageSettings(config) : undefined,
    config.interfaceLanguage === undefined ? interfaceLanguages : [config.interfaceLanguage],
  );
  const content = options.input ? await openLines(config, now, options.input) : await openPosts(config, now);
  if (content.files.length === 0) {
    const where = options.input ? 'on standard input' : `in ${config.posts}`;
    throw new LookbackError('posts-none', `there is no post ${where}`, { file: config.posts });
  }
  const synonyms = await toSynonymOptions(config);
  const builder = new IndexBuilder();
  const { indexed, skipped, notices, nextDue } = await readPosts(
    content,
    toOpinionRules(config, content, now),
    { onDocument: (document) => builder.add(document), onProgress: options.onProgress },
  );
  if (indexed.length === 0 && skipped.every(({ skip }) => skipReasons[skip.reason] === 'failure')) {
    throw toNoneReadable(skipped[0]?.skip, skipped.length, config.posts);
  }
  const nextBuildDue = nextDue === undefined ? undefined : toInstant(nextDue);
  const posts = indexed.map(({ post }) => post);
  const { ranking, notices: ofRanking } = toPublicRanking(rankingFile, posts);
  const languages = posts.map(({ language }) => language);
  const interfaceLanguage = config.interfaceLanguage ?? mainLanguage(languages);
  const page = config.page ? await createPage(toPageSettings(config), interfaceLanguage) : [];
  const ofLanguages = await readLanguages(config.page ? languages : []);
  const index = await builder.finish(posts, nextBuildDue, {
    minisearch: config.minisearch,
    synonyms,
    ...(ranking && { ranking }),
    ...(config.maxFiles !== undefined && { maxFiles: config.maxFiles }),
    pageFiles: page.length + ofLanguages.files.length + Number(config.related),
  });
  const related = config.related ? [await createRelated(index, posts)] : [];
  const complete = (ofLanguage?: LibraryLanguage): readonly ContentFile[] => [
    ...index.files,
    ...related,
    ...page.map(({ path, bytes }) => ({
      path,
      bytes: path === libraryPath ? toLibrary(bytes, index.manifest, ofLanguage) : bytes,
    })),
  ];
  const apart = createApartReader({ config, now });
  await checkLeaks({
    // Of the languages no word is from a post.
    files: [...complete(), { path: manifestPath, bytes: index.manifest }],
    // What is asked by, and what means the same, was written by the author too, to be read by everybody.
    own: [
      ...own,
      ...(ranking?.pins.map(({ query }) => query) ?? []),
      ...synonyms.own.flatMap(({ from, to }) => [from, to]),
    ],
    indexed,
    skipped,
    content,
    apart,
  }).finally(apart.close);
  const files = [...complete(ofLanguages.first), ...ofLanguages.files];
  if (config.maxFiles !== undefined && files.length >= config.maxFiles) {
    throw toTooFew(config.maxFiles, files.length + 1);
  }
  await writeIndex(config.index, files, index.manifest);
  if (options.ledger !== undefined) await writeLedger(options.ledger, [...indexed, ...skipped]);
  return {
    generator: content.generator,
    found: content.files.length,
    indexed: posts.length,
    skips: skipped.map(({ skip }) => skip),
    notices: [...notices, ...ofRanking],
    languages: index.shards.map(({ language, documents, terms, synonyms: said = [] }) => ({
      language,
      documents,
      terms,
      synonyms: said,
    })),
    ...(nextBuildDue !== undefined && { nextBuildDue }),
    files: files.length + 1,
    bytes: files.reduce((sum, file) => sum + file.bytes.length, index.manifest.length),
  };
};

/**
 * Builds the index of `config.posts` into `config.index`. The same posts give the same bytes. Builds into one folder follow
 * one another from the first look at the posts on, so that what the later one hides stays hidden.
 * @throws LookbackError `posts-folder-missing`, `posts-none`, `config-invalid` (a URL template is needed, or
 *   the ranking file is wrong), `synonyms-invalid`, `config-unreadable`, `build-running`, `leak-found`, `output-unwritable`: the index that was there before is as it was;
 *   `ledger-unwritable`: the index is written. One bad post never throws: it is in the report.
 */
export const buildIndex = async (config: Config, options: BuildOptions = {}): Promise<BuildReport> => {
  if (options.ledger !== undefined) await checkLedgerPlace(options.ledger.file, config.index);
  const { onWait } = options;
  return withBuildLock(config.index, { patience: config.wait * 1000, ...(onWait && { onWait }) }, () =>
    buildAlone(config, options),
  );
};
