/** `lookback serve` */
import { once } from 'node:events';
import { resolve } from 'node:path';
import { Command } from 'commander';
import { toOneLine } from '../../domain/one-line.js';
import { createFileSource } from '../../index-store/file-source.js';
import { openLiveIndex } from '../../reader/live-index.js';
import { openAllParts } from '../../reader/open-index.js';
import { openMiniSearch } from '../../reader/open-minisearch.js';
import { createApp, startServer } from '../../server/index.js';
import { addSettings, toConfig } from '../setting-options.js';
import type { Terminal } from '../terminal.js';

const openMatchers = { compiled: openAllParts, minisearch: openMiniSearch };

export const createServeCommand = (terminal: Terminal): Command => {
  const command = new Command('serve')
    .summary('serve the search page and the API')
    .description(
      'Loads an index and answers on HTTP until SIGTERM or SIGINT. When a build replaces the index, the new one answers.',
    );
  addSettings(command, ['index', 'engine', 'host', 'port', 'title']);
  return command.action(async (options: Readonly<Record<string, unknown>>) => {
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
      log: (line) => terminal.out.write(`${line}\n`),
    });
    const server = await startServer({ app, host: config.host, port: config.port });
    terminal.err.write(
      `Lookback answers at ${server.url} (${engine.documentCount} posts). Ctrl-C ends it.\n`,
    );
    await Promise.race([once(process, 'SIGTERM'), once(process, 'SIGINT')]);
    await server.close();
  });
};
