/** `lookback search` */
import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { LookbackError } from '../../domain/errors.js';
import { toOneLine } from '../../domain/one-line.js';
import type { SearchEngine } from '../../domain/search.js';
import { createFileSource } from '../../index-store/file-source.js';
import { parameterNames } from '../../query/parameter-names.js';
import { noFacets, parseParameters } from '../../query/parse-parameters.js';
import { parseSuggestParameters } from '../../query/suggest-query.js';
import { openIndex } from '../../reader/open-index.js';
import type { Options } from '../commands.js';
import { type ExitCode, exitCodes } from '../exit-codes.js';
import { formatError } from '../format-error.js';
import { formatResult } from '../format-result.js';
import { formatSuggestions } from '../format-suggestions.js';
import { toConfig } from '../setting-options.js';
import { type Conversation, createPainter, type Terminal, toShownJson } from '../terminal.js';

/** A flag is called as the parameter of the API that it is. */
const toEntries = (words: readonly string[], options: Options): readonly (readonly [string, string])[] => [
  ...(words.length > 0 ? [['q', words.join(' ')] as const] : []),
  ...parameterNames.flatMap((name) => {
    const value = options[toOptionName(name)];
    const values = Array.isArray(value) ? value : value === undefined ? [] : [value];
    return values.map((item) => [name, toParameter(item)] as const);
  }),
];

/** As the parser of the command line names it: `facetLimit`. */
const toOptionName = (flag: string): string =>
  flag.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** A switch that was given, or taken back with `no-`. */
const toParameter = (value: unknown): string =>
  typeof value === 'boolean' ? String(Number(value)) : String(value);

/** Opens the post that was chosen in the browser, and prints where it is. */
const findAndOpen = async (
  engine: SearchEngine,
  terminal: Terminal,
  conversation: Conversation,
  siteUrl: string | undefined,
): Promise<ExitCode> => {
  const { findPost, toPostAddress } = await import('../find-posts.js');
  const hit = await findPost(engine, conversation);
  if (hit === undefined) return exitCodes.done;
  const address = toPostAddress(hit.url, siteUrl);
  terminal.out.write(`${toOneLine(address ?? hit.url)}\n`);
  if (address === undefined)
    terminal.err.write('Only an address of the web is opened: say where the blog is with --site-url.\n');
  else await terminal.open(address);
  return exitCodes.done;
};

const tellProblems = (terminal: Terminal, problems: readonly LookbackError[]): ExitCode => {
  for (const problem of problems) terminal.err.write(formatError(problem));
  return exitCodes.usage;
};

const suggest = async (
  terminal: Terminal,
  entries: ReturnType<typeof toEntries>,
  options: Options,
  open: () => Promise<SearchEngine>,
): Promise<ExitCode> => {
  const { query, problems } = parseSuggestParameters(entries);
  if (query === undefined) return tellProblems(terminal, problems);
  const suggestions = await (await open()).suggest(query);
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
  const { conversation } = terminal;
  if (entries.length === 0 && conversation === undefined)
    return command.error('error: say what to look for: words, or a filter such as --tag');
  const config = await toConfig(terminal, options);
  const open = () => openIndex(createFileSource(resolve(terminal.folder, config.index)));
  if (entries.length === 0 && conversation !== undefined)
    return findAndOpen(await open(), terminal, conversation, config.siteUrl);
  if (options.suggest === true) return suggest(terminal, entries, options, open);
  // Facets that nobody sees are not counted.
  const isCounted = options.json === true || options.facets !== undefined;
  const { query, problems } = parseParameters(isCounted ? entries : [...entries, ['facets', noFacets]]);
  if (query === undefined) return tellProblems(terminal, problems);
  const engine = await open();
  const result = await engine.ask(query);
  terminal.out.write(
    options.json === true ? toShownJson(result) : formatResult(result, query, createPainter(terminal)),
  );
  return exitCodes.done;
};
