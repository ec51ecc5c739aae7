/** An error for a terminal: code, what happened, where, what to do. */
import type { LookbackError } from '../domain/errors.js';
import { toPrintable } from './terminal.js';

const place = ({ file, line, parameter }: LookbackError): string => {
  if (file !== undefined) return ` [${file}${line === undefined ? '' : `:${line}`}]`;
  return parameter === undefined ? '' : ` [${parameter}]`;
};

export const formatError = (error: LookbackError): string =>
  toPrintable(`error ${error.code}: ${error.message}${place(error)}\n  ${error.hint}\n`);
