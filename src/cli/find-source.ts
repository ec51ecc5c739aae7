/**
 * The file that the user names, in the site that it lies in.
 * @module
 */
import { realpath, stat } from 'node:fs/promises';
import { basename, dirname, join, relative, sep } from 'node:path';
import type { Config } from '../config/index.js';
import { type Content, findPostsRoot } from '../content/index.js';
import { LookbackError } from '../domain/errors.js';
import { openPosts } from '../indexer/open-posts.js';

export interface FoundSource {
  /** The folder of posts, opened as a build opens it. */
  readonly content: Content;
  /** One of the files of `content`. */
  readonly path: string;
  /** Absolute. */
  readonly folder: string;
}

const unknown = (file: string, cause?: unknown): LookbackError =>
  new LookbackError('post-unknown', `${file} is no file that a build would read`, {
    file,
    hint: 'Name a Markdown, MDX or HTML file; folders with a dot, node_modules and what the generator writes are not read.',
    ...(cause !== undefined && { cause }),
  });

/** A link keeps its name: a build reads it as a file of its own. */
const toRealPath = async (file: string): Promise<string> => {
  try {
    await stat(file);
    return join(await realpath(dirname(file)), basename(file));
  } catch (cause) {
    throw unknown(file, cause);
  }
};

/**
 * @param named absolute; `config.posts` too
 * @throws LookbackError `post-unknown` where a build would not read it, or what `openPosts` throws
 */
export const findSource = async (
  named: string,
  config: Config,
  { workingFolder, now }: { readonly workingFolder: string; readonly now: Date },
): Promise<FoundSource> => {
  const file = await toRealPath(named);
  const folder = await findPostsRoot(file, {
    posts: config.posts,
    workingFolder,
    generator: config.generator === 'auto' ? undefined : config.generator,
  });
  const content = await openPosts({ ...config, posts: folder }, now);
  const path = relative(folder, file).split(sep).join('/');
  if (!content.files.includes(path)) throw unknown(named);
  return { content, path, folder };
};
