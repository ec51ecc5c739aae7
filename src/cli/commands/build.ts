/** `lookback build` */
import { resolve } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { skipReasons } from '../../domain/skip.js';
import { buildIndex } from '../../indexer/index.js';
import type { Options } from '../commands.js';
import { type ExitCode, exitCodes } from '../exit-codes.js';
import { formatMeanings, formatSkips, formatSummary } from '../format-report.js';
import { createProgress } from '../progress.js';
import { toConfig } from '../setting-options.js';
import { type Terminal, toPrintable } from '../terminal.js';

/**
 * V8 lets a heap grow to four times what lives in it before it looks for what does not. What a build makes of a post is soon
 * dropped, so that is memory for nothing: with less than twice, it takes half of it and no more time.
 */
const boundHeap = (): void => setFlagsFromString('--heap-growing-percent=80');

/** @param folder of the posts; `-` takes them from standard input. */
export const build = async (
  terminal: Terminal,
  folder: string | undefined,
  options: Options,
): Promise<ExitCode> => {
  boundHeap();
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
  terminal.err.write(formatMeanings(report));
  terminal.out.write(formatSummary(report, (performance.now() - started) / 1000));
  const failed = report.skips.some(({ reason }) => skipReasons[reason] === 'failure');
  return config.strict && failed ? exitCodes.incomplete : exitCodes.done;
};
