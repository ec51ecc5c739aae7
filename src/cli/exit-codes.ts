/** What the command says to the shell; documented in `lookback build --help` and the README. */
export const exitCodes = {
  done: 0,
  /** Wrong use or wrong configuration. */
  usage: 1,
  /** Done, but with `--strict` some posts could not be read; `check-urls` found URLs that are not there; or `eval` found figures below those asked for. */
  incomplete: 2,
  /** Nothing was written; what was there before is as it was. */
  nothingWritten: 3,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
