/** `lookback search` */
import { resolve } from 'node:path';
import { Command } from 'commander';
import { valueFacets } from '../../domain/facets.js';
import { createFileSource } from '../../index-store/file-source.js';
import { parameterNames } from '../../query/parameter-names.js';
import { parseParameters } from '../../query/parse-parameters.js';
import { openIndex } from '../../reader/open-index.js';
import { type ExitCode, exitCodes } from '../exit-codes.js';
import { formatError } from '../format-error.js';
import { formatResult } from '../format-result.js';
import { addSettings, toConfig } from '../setting-options.js';
import { createPainter, type Terminal, toShownJson } from '../terminal.js';

const collect = (value: string, previous: readonly string[] = []): readonly string[] => [...previous, value];

/** A flag is called as the parameter of the API that it is. */
const toEntries = (
  words: readonly string[],
  options: Readonly<Record<string, unknown>>,
): readonly (readonly [string, string])[] => [
  ...(words.length > 0 ? [['q', words.join(' ')] as const] : []),
  ...parameterNames.flatMap((name) => {
    const value = options[name];
    const values = Array.isArray(value) ? value : value === undefined ? [] : [value];
    return values.map((item) => [name, String(item)] as const);
  }),
];

export const createSearchCommand = (terminal: Terminal, onExit: (code: ExitCode) => void): Command => {
  const command = new Command('search')
    .summary('search an index from the terminal')
    .description('Prints the posts that match, best first. The words may be left out when a filter is given.')
    .argument('[words...]', 'what to look for');
  for (const { parameter } of valueFacets) {
    const what = `only posts with this ${parameter}; again: all of them; a,b: any of them`;
    command.option(`--${parameter} <${parameter}>`, what, collect);
  }
  command
    .option('--from <day>', 'first day, as YYYY, YYYY-MM or YYYY-MM-DD')
    .option('--to <day>', 'last day, inclusive')
    .option('--lang <language>', 'only posts in this language, such as en; a,b: any', collect)
    .option('--sort <order>', 'relevance, date (newest first) or date-asc')
    .option('--limit <number>', 'how many posts to print, 0 to 100 (default: 10)')
    .option('--offset <number>', 'how many to pass over')
    .option('--json', 'print the result as the API does');
  addSettings(command, ['index']);
  return command.action(async (words: readonly string[], options: Readonly<Record<string, unknown>>) => {
    const entries = toEntries(words, options);
    if (entries.length === 0)
      return command.error('error: say what to look for: words, or a filter such as --tag');
    const config = await toConfig(terminal, options);
    const { query, problems } = parseParameters(entries);
    if (query === undefined) {
      for (const problem of problems) terminal.err.write(formatError(problem));
      return onExit(exitCodes.usage);
    }
    const engine = await openIndex(createFileSource(resolve(terminal.folder, config.index)));
    const result = await engine.ask(query);
    terminal.out.write(
      options.json === true
        ? toShownJson(result)
        : formatResult(result, query.offset, createPainter(terminal)),
    );
  });
};
