/** `lookback build` */
import { resolve } from 'node:path';
import { Command } from 'commander';
import { skipReasons } from '../../domain/skip.js';
import { buildIndex } from '../../indexer/index.js';
import { type ExitCode, exitCodes } from '../exit-codes.js';
import { formatSkips, formatSummary } from '../format-report.js';
import { createProgress } from '../progress.js';
import { addSettings, toConfig } from '../setting-options.js';
import type { Terminal } from '../terminal.js';

const exitCodeHelp = `
Exit codes:
  0  done
  1  wrong use or wrong configuration
  2  done, but with --strict: some posts could not be read
  3  nothing was written; the index that was there before is as it was`;

export const createBuildCommand = (terminal: Terminal, onExit: (code: ExitCode) => void): Command => {
  const command = new Command('build')
    .summary('build the index of a folder of posts')
    .description('Reads every post below a folder and writes the index. The same posts give the same bytes.')
    .argument(
      '[folder]',
      'folder that holds the posts, or the root of the site (default: the setting "posts")',
    )
    .option('--out <index>', 'folder of the index to write (default: the setting "index")')
    .addHelpText('after', exitCodeHelp);
  addSettings(command, [
    'generator',
    'urlTemplate',
    'baseUrl',
    'timeZone',
    'language',
    'maxPostBytes',
    'minisearch',
    'page',
    'title',
    'strict',
  ]);
  return command.action(async (folder: string | undefined, options: Readonly<Record<string, unknown>>) => {
    const config = await toConfig(terminal, options, { posts: folder, index: options['out'] });
    const started = performance.now();
    const progress = createProgress(terminal, 'reading posts');
    const report = await buildIndex(
      {
        ...config,
        posts: resolve(terminal.folder, config.posts),
        index: resolve(terminal.folder, config.index),
      },
      { onProgress: (done, total) => progress.update(done, total) },
    ).finally(() => progress.end());
    terminal.err.write(formatSkips(report, terminal.folder));
    terminal.out.write(formatSummary(report, (performance.now() - started) / 1000));
    const failed = report.skips.some(({ reason }) => skipReasons[reason] === 'failure');
    onExit(config.strict && failed ? exitCodes.incomplete : exitCodes.done);
  });
};
