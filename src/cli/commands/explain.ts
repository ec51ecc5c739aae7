/** `lookback explain` */
import { realpath, stat } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import type { Config } from '../../config/index.js';
import { findPostsRoot } from '../../content/index.js';
import { LookbackError } from '../../domain/errors.js';
import { openPosts } from '../../indexer/open-posts.js';
import { readPost, toOpinionRules } from '../../indexer/read-post.js';
import type { Options } from '../commands.js';
import { type ExitCode, exitCodes } from '../exit-codes.js';
import { type Explanation, formatExplanation, toExplanation } from '../format-explanation.js';
import { toConfig } from '../setting-options.js';
import { createPainter, type Terminal, toShownJson } from '../terminal.js';

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

const explainFile = async (named: string, config: Config, workingFolder: string): Promise<Explanation> => {
  const file = await toRealPath(named);
  const folder = await findPostsRoot(file, {
    posts: config.posts,
    workingFolder,
    generator: config.generator === 'auto' ? undefined : config.generator,
  });
  const now = new Date();
  const content = await openPosts({ ...config, posts: folder }, now);
  const path = relative(folder, file).split(sep).join('/');
  if (!content.files.includes(path)) throw unknown(named);
  const outcome = await readPost(content, path, toOpinionRules(config, content, now));
  return toExplanation({ file: named, folder, content, outcome });
};

export const explain = async (terminal: Terminal, file: string, options: Options): Promise<ExitCode> => {
  const config = await toConfig(terminal, options);
  const explanation = await explainFile(
    resolve(terminal.folder, file),
    { ...config, posts: resolve(terminal.folder, config.posts) },
    terminal.folder,
  );
  const posts = relative(await realpath(terminal.folder), explanation.posts);
  const isBelow = !posts.startsWith('..') && !isAbsolute(posts);
  const shown = { ...explanation, file, ...(isBelow && { posts: posts || '.' }) };
  terminal.out.write(
    options.json === true
      ? toShownJson(shown)
      : formatExplanation(shown, options.full === true, createPainter(terminal)),
  );
  return exitCodes.done;
};
