/** `lookback explain` */
import { realpath } from 'node:fs/promises';
import { isAbsolute, relative, resolve } from 'node:path';
import type { Config } from '../../config/index.js';
import { readPost, toOpinionRules } from '../../indexer/read-post.js';
import type { Options } from '../commands.js';
import { type ExitCode, exitCodes } from '../exit-codes.js';
import { findSource } from '../find-source.js';
import { type Explanation, formatExplanation, toExplanation } from '../format-explanation.js';
import { toConfig } from '../setting-options.js';
import { createPainter, type Terminal, toShownJson } from '../terminal.js';

const explainFile = async (named: string, config: Config, workingFolder: string): Promise<Explanation> => {
  const now = new Date();
  const { content, path, folder } = await findSource(named, config, { workingFolder, now });
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
