/** `lookback serve` */
import { once } from 'node:events';
import { resolve } from 'node:path';
import { toOneLine } from '../../domain/one-line.js';
import { createFileSource } from '../../index-store/file-source.js';
import { openLiveIndex } from '../../reader/live-index.js';
import { openAllParts } from '../../reader/open-index.js';
import { openMiniSearch } from '../../reader/open-minisearch.js';
import { createApp, startServer } from '../../server/index.js';
import type { Options } from '../commands.js';
import { type ExitCode, exitCodes } from '../exit-codes.js';
import { toConfig } from '../setting-options.js';
import type { Terminal } from '../terminal.js';

const openMatchers = { compiled: openAllParts, minisearch: openMiniSearch };

/** Ends when the process is asked to. */
export const serve = async (terminal: Terminal, options: Options): Promise<ExitCode> => {
  const config = await toConfig(terminal, options);
  const engine = await openLiveIndex(createFileSource(resolve(terminal.folder, config.index)), {
    openMatcher: openMatchers[config.engine],
    onFailure: (error) =>
      terminal.err.write(
        `${toOneLine(`The index has been replaced and cannot be opened: ${String(error)}`)}\n`,
      ),
  });
  const app = createApp({
    engine,
    title: config.title,
    siteUrl: config.siteUrl,
    homeUrl: config.homeUrl ?? config.baseUrl,
    stylesheet: config.stylesheet,
    interfaceLanguage: config.interfaceLanguage,
    log: (line) => terminal.out.write(`${line}\n`),
  });
  const server = await startServer({ app, host: config.host, port: config.port });
  // Before anyone is told of the server: whoever reads that may end it at once.
  const askedToEnd = Promise.race([once(process, 'SIGTERM'), once(process, 'SIGINT')]);
  terminal.err.write(`Lookback answers at ${server.url} (${engine.documentCount} posts). Ctrl-C ends it.\n`);
  await askedToEnd;
  await server.close();
  return exitCodes.done;
};
