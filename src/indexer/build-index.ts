/**
 * `lookback build`: a folder of posts -> an index folder.
 * @module
 */
import { analyzerFingerprint } from '../analysis/index.js';
import type { Config } from '../config/settings.js';
import { detectLanguage, openContent } from '../content/index.js';
import { LookbackError } from '../domain/errors.js';
import { indexFormatVersion } from '../domain/index-manifest.js';
import type { Post } from '../domain/post.js';
import type { Notice, Skip } from '../domain/skip.js';
import { toManifestBytes } from '../index-store/manifest.js';
import { writeIndex } from '../index-store/write-index.js';
import { buildShard } from './build-shard.js';
import { type OnProgress, readPosts } from './read-posts.js';

export interface BuildOptions {
  /** What counts as the future; decides visibility and nothing else. Default: the present. */
  readonly now?: Date;
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
  /** Files written, manifest included, and their bytes together. */
  readonly files: number;
  readonly bytes: number;
}

/** Of posts that do not say and are too short to tell. */
const fallbackLanguage = 'en';

const byLanguage = (posts: readonly Post[]): readonly (readonly [string, readonly Post[]])[] => {
  const groups = new Map<string, Post[]>();
  for (const post of posts) {
    const group = groups.get(post.language);
    if (group) group.push(post);
    else groups.set(post.language, [post]);
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
};

/**
 * Builds the index of `config.posts` into `config.index`. The same posts give the same bytes.
 * @throws LookbackError `posts-folder-missing`, `posts-none`, `config-invalid` (a URL template is needed),
 *   `output-unwritable`. One bad post never throws: it is in the report.
 */
export const buildIndex = async (config: Config, options: BuildOptions = {}): Promise<BuildReport> => {
  const content = await openContent({
    folder: config.posts,
    now: options.now ?? new Date(),
    maxPostBytes: config.maxPostBytes,
    ...(config.generator !== 'auto' && { generator: config.generator }),
    ...(config.urlTemplate !== undefined && { urlTemplate: config.urlTemplate }),
    ...(config.baseUrl !== undefined && { baseUrl: config.baseUrl }),
    ...(config.timeZone !== undefined && { timeZone: config.timeZone }),
    ...(config.language !== undefined && { language: config.language }),
    detectLanguage: (text) => detectLanguage(text) ?? fallbackLanguage,
  });
  if (content.files.length === 0) {
    throw new LookbackError('posts-none', `there is no post in ${config.posts}`, { file: config.posts });
  }
  const { posts, skips, notices } = await readPosts(content, config.posts, options.onProgress);
  const shards = [];
  for (const [language, group] of byLanguage(posts)) shards.push(await buildShard(language, group));
  const manifest = toManifestBytes({
    format: 'lookback-index',
    version: indexFormatVersion,
    analyzer: analyzerFingerprint,
    shards: shards.map((shard) => shard.manifest),
  });
  const files = shards.flatMap((shard) => shard.files);
  await writeIndex(config.index, files, manifest);
  return {
    generator: content.generator,
    found: content.files.length,
    indexed: posts.length,
    skips,
    notices,
    languages: shards.map(({ manifest: { language, documents, terms } }) => ({ language, documents, terms })),
    files: files.length + 1,
    bytes: files.reduce((sum, file) => sum + file.bytes.length, manifest.length),
  };
};
