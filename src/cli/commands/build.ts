/** `lookback build` */
import { resolve } from 'node:path';
import { Command } from 'commander';
import { skipReasons } from '../../domain/skip.js';
import { buildIndex } from '../../indexer/index.js';
import { type ExitCode, exitCodes } from '../exit-codes.js';
import { formatSkips, formatSummary } from '../format-report.js';
import { createProgress } from '../progress.js';
import { addSettings, readingSettings, toConfig } from '../setting-options.js';
import { type Terminal, toPrintable } from '../terminal.js';

const ndjsonHelp = `
Posts as NDJSON: with - instead of a folder, standard input holds one JSON object a line, from any pipeline:
  {"url": "/a/", "title": "A", "date": "2024-01-31", "tags": ["x"], "markdown": "…"}
  url         required: a path from the root, or http(s)
  title       required, unless the words have a heading
  text, markdown or html
              the words
  id          unique and stable (default: the url)
  date, updated, tags, categories, authors, language, series, image, excerpt
              as in front matter
  draft, published, expires and every other signal of any generator
              hide the post as they do in front matter
A line that is no post is skipped and reported as <stdin>:line.

The ledger has one JSON object a line for every source: file, outcome (indexed or skipped), rule (what made the
URL, or why it is skipped), line (which decided), and of indexed posts url, language and bytes. It names hidden
posts; keep it out of what you publish.

Builds into one folder follow one another: a second one waits until the first has ended.

The leak check ends every build: a word that only hidden posts have, found in the index, ends it with exit code 3
before anything is written.
`;

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
      'folder that holds the posts, or the root of the site; - reads NDJSON from standard input (default: the setting "posts")',
    )
    .option('--out <index>', 'folder of the index to write (default: the setting "index")')
    .option('--ledger <file>', 'write what became of every source, and why, as NDJSON')
    .addHelpText('after', ndjsonHelp + exitCodeHelp);
  addSettings(command, [...readingSettings, 'minisearch', 'page', 'title', 'wait', 'strict']);
  return command.action(async (folder: string | undefined, options: Readonly<Record<string, unknown>>) => {
    const config = await toConfig(terminal, options, { posts: folder, index: options.out });
    const ledger = options.ledger;
    const started = performance.now();
    const progress = createProgress(terminal, 'reading posts');
    const report = await buildIndex(
      {
        ...config,
        posts: config.posts === '-' ? config.posts : resolve(terminal.folder, config.posts),
        index: resolve(terminal.folder, config.index),
      },
      {
        onProgress: (done, total) => progress.update(done, total),
        onWait: () =>
          terminal.err.write(
            toPrintable(`waiting up to ${config.wait} seconds for another build into ${config.index}\n`),
          ),
        ...(config.posts === '-' && { input: terminal.in }),
        ...(typeof ledger === 'string' && {
          ledger: { file: resolve(terminal.folder, ledger), relativeTo: terminal.folder },
        }),
      },
    ).finally(() => progress.end());
    terminal.err.write(formatSkips(report, terminal.folder));
    terminal.out.write(formatSummary(report, (performance.now() - started) / 1000));
    const failed = report.skips.some(({ reason }) => skipReasons[reason] === 'failure');
    onExit(config.strict && failed ? exitCodes.incomplete : exitCodes.done);
  });
};
