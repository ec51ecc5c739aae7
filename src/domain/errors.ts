/**
 * Every error that Lookback throws on purpose. A code is permanent: it may be matched on, searched for and documented.
 * The README's table of errors and this catalogue name the same codes; a test holds that.
 * @module
 */

/** Code to hint: what the user can do about it. */
export const errorCatalogue = {
  'config-invalid': 'Correct the listed settings; `lookback <command> --help` describes each.',
  'config-unreadable': 'Make the configuration file readable and free of syntax errors.',
  'synonyms-invalid':
    'Write a line for words that mean the same: `tv = television` both ways, `js > javascript` one way.',
  'posts-folder-missing': 'Name the folder that holds the posts: `lookback build <folder>`.',
  'posts-none': 'Name the folder that holds the posts; the index that was there before is left as it was.',
  'output-unwritable': 'Choose a folder that can be written with `--out`, or change its permissions.',
  'build-running':
    'Wait until the other build into this folder has ended, or name a folder of its own with `--out`; the setting `wait` says how long to wait.',
  'leak-found':
    'Nothing was written. Please report this: a word of a post that must not be seen was about to be published.',
  'ledger-unwritable': 'The index is written. Name a file that can be written with `--ledger`.',
  'index-missing': 'Build the index first: `lookback build <folder> --out <index>`.',
  'index-unreachable': 'Check the connection, then search again.',
  'index-corrupt': 'A file of the index was cut short or changed. Build it again: `lookback build <folder>`.',
  'index-format':
    'The index was written by another version of Lookback. Build it again with this one: `lookback build <folder> --out <index>`.',
  'index-analyzer':
    'The index was built with another text analysis. Build it again with this version of Lookback.',
  'site-unreadable': 'Name a sitemap or the folder of the built site with `--against`.',
  'judgments-invalid':
    'Write a line a query and post, with tabs between: query, URL and, if wanted, a grade from 0 to 10.',
  'judgments-unreadable': 'Name a file of judgments, or a folder of such files that end in .tsv.',
  'parameter-invalid': 'Correct the named parameter.',
  'post-unknown': 'Check the id; ids are those that search returns.',
  'route-unknown': 'Search with `/api/search?q=words`, or open the search page at `/`.',
  'method-unsupported': 'Ask with GET; the `Allow` header of the answer lists what the address takes.',
  'address-unavailable': 'Choose another port or host, or stop what uses this one.',
  internal: 'Try again; whoever runs the server finds the cause in its log.',
} as const;

export type ErrorCode = keyof typeof errorCatalogue;

export interface ErrorDetails {
  /** Path of the file that is wrong. */
  readonly file?: string;
  /** 1-based. */
  readonly line?: number;
  /** Name of the parameter or setting that is wrong. */
  readonly parameter?: string;
  /** Replaces the catalogue's hint where a better one is known. */
  readonly hint?: string;
  /** Where there are several at once: each of them; the message lists them. */
  readonly problems?: readonly string[];
  readonly cause?: unknown;
}

/** What happened (`message`), where (`file`, `line`, `parameter`), under which name (`code`) and what to do (`hint`). */
export class LookbackError extends Error {
  override readonly name = 'LookbackError';
  readonly code: ErrorCode;
  readonly hint: string;
  readonly file: string | undefined;
  readonly line: number | undefined;
  readonly parameter: string | undefined;
  /** What happened, without the problems that the message lists. */
  readonly summary: string;
  readonly problems: readonly string[];

  constructor(code: ErrorCode, summary: string, details: ErrorDetails = {}) {
    const { problems = [], cause } = details;
    const message = [summary, ...problems.map((problem) => `- ${problem}`)].join('\n');
    super(message, cause === undefined ? undefined : { cause });
    this.summary = summary;
    this.problems = problems;
    this.code = code;
    this.hint = details.hint ?? errorCatalogue[code];
    this.file = details.file;
    this.line = details.line;
    this.parameter = details.parameter;
  }
}
