/**
 * The command: which words it understands, and which exit code each end has.
 * @module
 */
import { readFileSync } from 'node:fs';
import { Command, CommanderError } from 'commander';
import { LookbackError } from '../domain/errors.js';
import { createCommands } from './commands.js';
import { type ExitCode, exitCodes } from './exit-codes.js';
import { formatError, formatUsageError } from './format-error.js';
import type { Terminal } from './terminal.js';

/** Errors after which no index was written, as opposed to a command that was asked the wrong way. */
const nothingWritten = new Set<string>(['build-running', 'leak-found', 'output-unwritable', 'posts-none']);

const version = (): string => {
  const value: unknown = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  return typeof value === 'object' && value !== null && 'version' in value
    ? String(value.version)
    : 'unknown';
};

/**
 * Runs one command line to its end.
 * @param words what stands after `lookback`.
 */
export const runCommand = async (words: readonly string[], terminal: Terminal): Promise<ExitCode> => {
  let code: ExitCode = exitCodes.done;
  const program = new Command('lookback')
    .description('Full-text search for blogs: build an index of your posts, search it, serve it.')
    .version(version());
  const commands = createCommands(terminal, (ended) => {
    code = ended;
  });
  for (const command of [program, ...commands.map(({ command }) => command)]) {
    command.exitOverride().configureOutput({
      writeOut: (text) => terminal.out.write(text),
      writeErr: (text) => terminal.err.write(text),
      outputError: (text, write) => write(formatUsageError(text)),
    });
  }
  for (const { command, settings } of commands) {
    command.option(
      '--config <file>',
      'configuration file (default: lookback.config.* or package.json#lookback)',
    );
    program.addCommand(command);
    // Their meaning is with their checks, which only a command that is asked for, or its help, needs.
    if (words.includes(command.name())) {
      const { addSettings } = await import('./setting-options.js');
      addSettings(command, settings);
    }
  }
  try {
    await program.parseAsync([...words], { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.done : exitCodes.usage;
    if (!(error instanceof LookbackError)) throw error;
    terminal.err.write(formatError(error));
    return nothingWritten.has(error.code) ? exitCodes.nothingWritten : exitCodes.usage;
  }
};
