/** `lookback search` */
import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { LookbackError } from '../../domain/errors.js';
import type { SearchEngine } from '../../domain/search.js';
import { createFileSource } from '../../index-store/file-source.js';
import { parameterNames } from '../../query/parameter-names.js';
import { parseParameters } from '../../query/parse-parameters.js';
import { parseSuggestParameters } from '../../query/suggest-query.js';
import { openIndex } from '../../reader/open-index.js';
import type { Options } from '../commands.js';
import { type ExitCode, exitCodes } from '../exit-codes.js';
import { formatError } from '../format-error.js';
import { formatResult } from '../format-result.js';
import { formatSuggestions } from '../format-suggestions.js';
import { toConfig } from '../setting-options.js';
import { createPainter, type Terminal, toShownJson } from '../terminal.js';

/** A flag is called as the parameter of the API that it is. */
const toEntries = (words: readonly string[], options: Options): readonly (readonly [string, string])[] => [
  ...(words.length > 0 ? [['q', words.join(' ')] as const] : []),
  ...parameterNames.flatMap((name) => {
    const value = options[name];
    const values = Array.isArray(value) ? value : value === undefined ? [] : [value];
    return values.map((item) => [name, toParameter(item)] as const);
  }),
];

/** A switch that was given, or taken back with `no-`. */
const toParameter = (value: unknown): string =>
  typeof value === 'boolean' ? String(Number(value)) : String(value);

const tellProblems = (terminal: Terminal, problems: readonly LookbackError[]): ExitCode => {
  for (const problem of problems) terminal.err.write(formatError(problem));
  return exitCodes.usage;
};

const openConfigured = async (terminal: Terminal, options: Options): Promise<SearchEngine> => {
  const config = await toConfig(terminal, options);
  return openIndex(createFileSource(resolve(terminal.folder, config.index)));
};

const suggest = async (
  terminal: Terminal,
  entries: ReturnType<typeof toEntries>,
  options: Options,
): Promise<ExitCode> => {
  const { query, problems } = parseSuggestParameters(entries);
  if (query === undefined) return tellProblems(terminal, problems);
  const engine = await openConfigured(terminal, options);
  const suggestions = await engine.suggest(query);
  terminal.out.write(
    options.json === true
      ? toShownJson({ suggestions })
      : formatSuggestions(suggestions, createPainter(terminal)),
  );
  return exitCodes.done;
};

/** @param command tells the user of a wrong use. */
export const search = async (
  terminal: Terminal,
  words: readonly string[],
  options: Options,
  command: Command,
): Promise<ExitCode> => {
  const entries = toEntries(words, options);
  if (entries.length === 0)
    return command.error('error: say what to look for: words, or a filter such as --tag');
  if (options.suggest === true) return suggest(terminal, entries, options);
  const { query, problems } = parseParameters(entries);
  if (query === undefined) return tellProblems(terminal, problems);
  const engine = await openConfigured(terminal, options);
  const result = await engine.ask(query);
  terminal.out.write(
    options.json === true ? toShownJson(result) : formatResult(result, query, createPainter(terminal)),
  );
  return exitCodes.done;
};
