/** An error for a terminal: code, what happened, where, what to do. */
import type { LookbackError } from '../domain/errors.js';
import { toOneLine } from '../domain/one-line.js';

const place = ({ file, line, parameter }: LookbackError): string => {
  if (file !== undefined) return ` [${file}${line === undefined ? '' : `:${line}`}]`;
  return parameter === undefined ? '' : ` [${parameter}]`;
};

export const formatError = (error: LookbackError): string =>
  [
    `error ${error.code}: ${error.problems.length === 0 ? error.message : error.summary}${place(error)}`,
    ...error.problems.map((problem) => `- ${problem}`),
    `  ${error.hint}`,
  ]
    .map((line) => `${toOneLine(line)}\n`)
    .join('');

/** What commander says of a command line, which may hold names that a shell has found; it ends with what was meant instead. */
export const formatUsageError = (text: string): string =>
  text
    .trimEnd()
    .split(/\n(?=\(Did you mean )/)
    .map((line) => `${toOneLine(line)}\n`)
    .join('');
