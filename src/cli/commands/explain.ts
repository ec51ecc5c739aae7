/** `lookback explain` */
import { realpath } from 'node:fs/promises';
import { dirname, relative, resolve, sep } from 'node:path';
import { Command } from 'commander';
import type { Config } from '../../config/index.js';
import { LookbackError } from '../../domain/errors.js';
import { openPosts } from '../../indexer/open-posts.js';
import { readPost, toOpinionRules } from '../../indexer/read-post.js';
import { type Explanation, formatExplanation, toExplanation } from '../format-explanation.js';
import { addSettings, readingSettings, toConfig } from '../setting-options.js';
import { createPainter, type Terminal } from '../terminal.js';

const help = `
A post that is indexed is shown with its URL and the rule that made it, what is known of it, its headings, the
text that is searched and the terms it becomes; one that is skipped with the reason, the line that decided and
what to do. Two posts with one URL are told by "lookback build", which reads them all.

Exit codes:
  0  explained, whether indexed or skipped
  1  wrong use or wrong configuration, or no file that a build would read`;

const unknown = (file: string, cause?: unknown): LookbackError =>
  new LookbackError('post-unknown', `${file} is no file that a build would read`, {
    file,
    hint: 'Name a Markdown, MDX or HTML file; folders with a dot, node_modules and what the generator writes are not read.',
    ...(cause !== undefined && { cause }),
  });

const toRealPath = async (file: string): Promise<string> => {
  try {
    return await realpath(file);
  } catch (cause) {
    throw unknown(file, cause);
  }
};

/** The folder of the posts where it holds the file, else the file's own; the site is found from there either way. */
const chooseFolder = async (file: string, posts: string): Promise<string> => {
  const folder = await realpath(posts).catch(() => undefined);
  return folder !== undefined && file.startsWith(folder + sep) ? folder : dirname(file);
};

const explain = async (named: string, config: Config): Promise<Explanation> => {
  const file = await toRealPath(named);
  const folder = await chooseFolder(file, config.posts);
  const now = new Date();
  const content = await openPosts({ ...config, posts: folder }, now);
  const path = relative(folder, file).split(sep).join('/');
  if (!content.files.includes(path)) throw unknown(named);
  const outcome = await readPost(content, path, toOpinionRules(config, content, now));
  return toExplanation(named, content.generator, outcome);
};

export const createExplainCommand = (terminal: Terminal): Command => {
  const command = new Command('explain')
    .summary('say what becomes of one file, and why')
    .description('Says whether a file is indexed or skipped, by which rule and line, and as what.')
    .argument('<file>', 'source file of a post, in the posts folder or anywhere else')
    .option('--full', 'show all of the text and every term')
    .option('--json', 'print everything as JSON')
    .addHelpText('after', help);
  addSettings(command, ['posts', ...readingSettings]);
  return command.action(async (file: string, options: Readonly<Record<string, unknown>>) => {
    const config = await toConfig(terminal, options);
    const explanation = await explain(resolve(terminal.folder, file), {
      ...config,
      posts: resolve(terminal.folder, config.posts),
    });
    const shown = { ...explanation, file };
    terminal.out.write(
      options.json === true
        ? `${JSON.stringify(shown, undefined, 2)}\n`
        : formatExplanation(shown, options.full === true, createPainter(terminal)),
    );
  });
};
