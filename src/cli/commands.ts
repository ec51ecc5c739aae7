/**
 * Every command: its words, arguments and options. What a command does is in `commands/`, and imported when it is run: the
 * indexer and the server are large, and whoever searches, or asks for help, does not wait for them.
 * @module
 */
import { Argument, Command, Option } from 'commander';
import type { SettingName } from '../config/index.js';
import { facetNames, valueFacets } from '../domain/facets.js';
import { sortOrders } from '../domain/search.js';
import { queryLanguage } from '../query/language.js';
import type { ExitCode } from './exit-codes.js';
import { completionShells } from './shell-completion.js';
import type { Terminal } from './terminal.js';

/** What the user typed of a command's options, under their names in camel case. */
export type Options = Readonly<Record<string, unknown>>;

/** A command, and the settings that may be typed as options of it. */
export interface DescribedCommand {
  readonly command: Command;
  readonly settings: readonly SettingName[];
}

/** What decides how posts are read; the same for every command that reads them. */
const readingSettings = [
  'generator',
  'urlTemplate',
  'baseUrl',
  'timeZone',
  'language',
  'jekyllDrafts',
  'show',
  'noindex',
  'dataPrograms',
  'maxPostBytes',
  'maxPostSeconds',
] as const satisfies readonly SettingName[];

const buildHelp = `
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

Exit codes:
  0  done
  1  wrong use or wrong configuration
  2  done, but with --strict: some posts could not be read
  3  nothing was written; the index that was there before is as it was`;

const searchHelp = `
What can be asked:
${queryLanguage.map(({ example, meaning, also = [] }) => [`  ${[example, ...also].join('   ')}`, `      ${meaning}`].join('\n')).join('\n')}

Words and quotes of your shell are its own: put a question with signs into single quotes, and -- before one that begins
with a minus: lookback search -- '-"open source" docker OR podman'`;

const relatedHelp = `
Posts are related that say what tells the file from others, have rare tags, categories or a series in common with it, or a
link between them, if the index has the file too. They are in its language. The file is read as "lookback explain" reads
it; what a build would hide is compared too, and nothing of it is written anywhere.

Exit codes:
  0  done, also where no post is related
  1  wrong use or wrong configuration, no index, or no file that a build would read`;

const explainHelp = `
A post that is indexed is shown with its URL and the rule that made it, what is known of it, its headings, the
text that is searched and the terms it becomes; one that is skipped with the reason, the line that decided and
what to do. It is read as "lookback build" reads it: with the folder of the setting "posts" if it lies in it, else with
the site or the repository that it lies in. Two posts with one URL are told by "lookback build", which reads them all.

Exit codes:
  0  explained, whether indexed or skipped
  1  wrong use or wrong configuration, or no file that a build would read`;

const checkUrlsHelp = `
Only paths are compared, however they are encoded. Of a built site, a/index.html is /a/ and /a, and a.html is /a.html
and /a. A sitemap index names sitemaps that are looked for beside it; .gz is unpacked.

  missing    a post's URL that the site does not have
  differing  a post's URL that the site has in another form: trailing slash, case, percent-encoding, or another
             folder (same slug elsewhere)
  extra      pages of the site that are no posts of ours, counted by folder

Exit codes:
  0  the site has the URL of every post
  1  wrong use or wrong configuration, or the site cannot be read
  2  some are missing or differ`;

const evalHelp = `
Judgments are lines of a query, a tab, the URL of a post that should answer it, and perhaps a tab and a grade: a whole
number from 0 (no answer) to 10; 1 if it is left out. A query with several posts has several lines. A first line
"query, url, grade" is a header; empty lines, and those that begin with #, say nothing. A URL may be written with or
without the host and the path that the site lies under. Of a folder, every file that ends in .tsv is a set.

  nDCG@10     how good the order of the first ten answers is: 1 is the best there can be
  MRR         1 over the rank of the first right answer
  recall@100  the part of the right answers that is among the first hundred

Each is the mean over the queries of a set, and "all" the mean over the sets. Queries that fell short, which the best
order would have answered better, are listed with where each right answer stood and what stood first.

--compare asks another ranking the same: minisearch, MiniSearch's own over the same index, or the folder of another
index. Queries that differ are listed, those that differ most first.

Exit codes:
  0  done
  1  wrong use or wrong configuration, or judgments that cannot be read
  2  done, but a figure over all sets is below what --min-ndcg, --min-mrr or --min-recall asks for`;

const completionHelp = `
  bash  echo 'source <(lookback completion bash)' >> ~/.bashrc
  zsh   echo 'source <(lookback completion zsh)' >> ~/.zshrc
  fish  lookback completion fish > ~/.config/fish/completions/lookback.fish`;

const collect = (value: string, previous: readonly string[] = []): readonly string[] => [...previous, value];

/** A flag is called as the parameter of the API that it is. */
const withFacets = (command: Command): Command => {
  for (const { parameter } of valueFacets) {
    const what = `only posts with this ${parameter}; again: all of them; a,b: any of them`;
    command.option(`--${parameter} <${parameter}>`, what, collect);
  }
  return command;
};

/** @param onExit is told how a command that was run has ended. */
export const createCommands = (
  terminal: Terminal,
  onExit: (code: ExitCode) => void,
): readonly DescribedCommand[] => [
  {
    command: new Command('build')
      .summary('build the index of a folder of posts')
      .description(
        'Reads every post below a folder and writes the index. The same posts give the same bytes.',
      )
      .argument(
        '[folder]',
        'folder that holds the posts, or the root of the site; - reads NDJSON from standard input (default: the setting "posts")',
      )
      .option('--out <index>', 'folder of the index to write (default: the setting "index")')
      .option('--ledger <file>', 'write what became of every source, and why, as NDJSON')
      .addHelpText('after', buildHelp)
      .action(async (folder: string | undefined, options: Options) => {
        const { build } = await import('./commands/build.js');
        onExit(await build(terminal, folder, options));
      }),
    settings: [
      ...readingSettings,
      'ranking',
      'synonyms',
      'synonymsFile',
      'minisearch',
      'maxFiles',
      'page',
      'related',
      'title',
      'homeUrl',
      'interfaceLanguage',
      'stylesheet',
      'wait',
      'strict',
    ],
  },
  {
    command: new Command('serve')
      .summary('serve the search page and the API')
      .description(
        'Loads an index and answers on HTTP until SIGTERM or SIGINT. When a build replaces the index, the new one answers.',
      )
      .action(async (options: Options) => {
        const { serve } = await import('./commands/serve.js');
        onExit(await serve(terminal, options));
      }),
    settings: [
      'index',
      'engine',
      'host',
      'port',
      'title',
      'siteUrl',
      'homeUrl',
      'interfaceLanguage',
      'stylesheet',
    ],
  },
  {
    command: withFacets(
      new Command('search')
        .summary('search an index from the terminal')
        .description(
          'Prints the posts that match, best first. The words may be left out when a filter is given. On a terminal, without words and filters, posts are found as you type; Enter opens one in the browser, Escape leaves.',
        )
        .argument('[words...]', 'what to look for'),
    )
      .option('--from <day>', 'first day, as YYYY, YYYY-MM or YYYY-MM-DD')
      .option('--to <day>', 'last day, inclusive')
      .option('--lang <language>', 'only posts in this language, such as en; a,b: any', collect)
      .option(
        '--period <period>',
        'only posts of this year or month, as YYYY or YYYY-MM; a,b or again: any',
        collect,
      )
      .option(
        '--prefer <language>',
        'what is as good comes first in this language; a,b: in this order',
        collect,
      )
      .option('--sort <order>', `one of ${sortOrders.join(', ')} (default: relevance)`)
      .option('--limit <number>', 'how many posts to print, 0 to 100 (default: 10)')
      .option('--offset <number>', 'how many to pass over')
      .option(
        '--facets <facets>',
        `count the posts of each value of these: any of ${facetNames.join(',')}`,
        collect,
      )
      .option('--facet-limit <number>', 'how many values of each facet, 0 to 1000 (default: 100)')
      .option('--facet-contains <text>', 'only values of facets that contain this text')
      .addOption(new Option('--fuzzy').hideHelp())
      .option('--no-fuzzy', 'do not take a word that finds little for one that it may be a misspelling of')
      .option('--explain', 'say of each post why it has its score')
      .option(
        '--suggest',
        'print titles, headings and tags that hold the words, the last of which may be unfinished',
      )
      .option('--json', 'print the result as the API does')
      .addHelpText('after', searchHelp)
      .action(async (words: readonly string[], options: Options, command: Command) => {
        const { search } = await import('./commands/search.js');
        onExit(await search(terminal, words, options, command));
      }),
    settings: ['index', 'siteUrl'],
  },
  {
    command: new Command('related')
      .summary('find the posts that are about the same as one')
      .description(
        'Prints the posts of the index that are most about the same as a file, which need not be in it: a draft.',
      )
      .argument('<file>', 'source file of a post, in the posts folder or anywhere else')
      .option('--limit <number>', 'how many posts to print, 0 to 20 (default: 5)')
      .option('--json', 'print the posts as the API does')
      .addHelpText('after', relatedHelp)
      .action(async (file: string, options: Options) => {
        const { related } = await import('./commands/related.js');
        onExit(await related(terminal, file, options));
      }),
    settings: ['index', 'posts', ...readingSettings],
  },
  {
    command: new Command('eval')
      .summary('measure how well an index answers judged queries')
      .description(
        'Asks an index queries of which the right answers are known, and prints how near it comes to them.',
      )
      .argument('<judgments>', 'file of query, URL and grade, separated by tabs, or a folder of such files')
      .option('--compare <ranking>', 'another ranking beside: minisearch, or the folder of another index')
      .option('--min-ndcg <figure>', 'least nDCG@10 that will do, 0 to 1')
      .option('--min-mrr <figure>', 'least MRR that will do, 0 to 1')
      .option('--min-recall <figure>', 'least recall@100 that will do, 0 to 1')
      .option('--json', 'print everything as JSON')
      .addHelpText('after', evalHelp)
      .action(async (judgments: string, options: Options) => {
        const { evaluateIndex } = await import('./commands/eval.js');
        onExit(await evaluateIndex(terminal, judgments, options));
      }),
    settings: ['index'],
  },
  {
    command: new Command('explain')
      .summary('say what becomes of one file, and why')
      .description('Says whether a file is indexed or skipped, by which rule and line, and as what.')
      .argument('<file>', 'source file of a post, in the posts folder or anywhere else')
      .option('--full', 'show all of the text and every term')
      .option('--json', 'print everything as JSON')
      .addHelpText('after', explainHelp)
      .action(async (file: string, options: Options) => {
        const { explain } = await import('./commands/explain.js');
        onExit(await explain(terminal, file, options));
      }),
    settings: ['posts', ...readingSettings],
  },
  {
    command: new Command('check-urls')
      .summary('compare the URLs of the posts with those of the site')
      .description(
        'Compares the URLs of an index, or of a folder of posts, with those that the site really has.',
      )
      .argument('[folder]', 'folder of posts to take the URLs from, instead of the index')
      .requiredOption('--against <site>', 'sitemap, or folder of the built site')
      .option(
        '--base <path>',
        'path under which the folder of the built site is served, such as /blog (default: as its pages say)',
      )
      .option('--json', 'print the whole comparison as JSON')
      .addHelpText('after', checkUrlsHelp)
      .action(async (folder: string | undefined, options: Options) => {
        const { checkUrls } = await import('./commands/check-urls.js');
        onExit(await checkUrls(terminal, folder, options));
      }),
    settings: ['index', ...readingSettings],
  },
  {
    command: new Command('completion')
      .summary('print a script that completes commands and flags')
      .description('Prints a script for your shell to read when it starts.')
      .addArgument(new Argument('<shell>', 'whose script').choices(completionShells))
      .addHelpText('after', completionHelp)
      .action(async (shell: (typeof completionShells)[number]) => {
        const { completion } = await import('./commands/completion.js');
        onExit(
          completion(
            terminal,
            shell,
            createCommands(terminal, () => {}),
          ),
        );
      }),
    settings: [],
  },
];
