import type { Context, Middleware } from 'koa';
import { type ErrorCode, LookbackError } from '../domain/errors.js';
import { formatEntry, type Log } from './log-entry.js';

/** Errors that the client made. Every other one is ours: a bare 500. */
const clientErrors: Partial<Record<ErrorCode, number>> = {
  'parameter-invalid': 400,
  'post-unknown': 404,
  'route-unknown': 404,
  'method-unsupported': 405,
};

/** An error as the API says it. */
export interface ErrorBody {
  readonly code: ErrorCode;
  readonly message: string;
  readonly hint: string;
  readonly parameter?: string;
}

/** Several things can be wrong with the parameters of one request; all of them are told at once. */
export class InvalidParameters extends Error {
  readonly problems: readonly LookbackError[];

  constructor(problems: readonly LookbackError[]) {
    super(problems.map(({ message }) => message).join(' '));
    this.problems = problems;
  }
}

/**
 * Turns whatever goes wrong into `{ code, message, hint, parameter?, problems? }`. What nobody foresaw goes to the log with its
 * stack, and to the client without a word about it.
 */
export const answerErrors = (log: Log): Middleware => {
  return async (context, next) => {
    try {
      await next();
      if (context.status === 404 && context.body === undefined) throw createRouteError(context.path);
      if (context.status === 405 || context.status === 501) answer(context, 405, createMethodError(context));
    } catch (error) {
      // The client has left: there is nobody to tell, and the search was stopped on purpose.
      if (context.res.closed) return;
      if (error instanceof InvalidParameters) return answerProblems(context, error.problems);
      const status = error instanceof LookbackError ? clientErrors[error.code] : undefined;
      if (error instanceof LookbackError && status !== undefined) return answer(context, status, error);
      const { method, originalUrl: url } = context;
      const stack = error instanceof Error ? error.stack : undefined;
      log(formatEntry({ event: 'failure', method, url, error: stack ?? String(error) }));
      answer(context, 500, new LookbackError('internal', 'The server failed to answer.'));
    }
  };
};

/** What Koa makes of `GET http://[::1` throws wherever the path is asked for, and `GET http://` has none. */
const hasPath = (context: Context): boolean => {
  try {
    return typeof context.path === 'string';
  } catch {
    return false;
  }
};

export const refuseUnreadableAddress: Middleware = async (context, next) => {
  if (!hasPath(context))
    throw new LookbackError('parameter-invalid', `The address ${context.originalUrl} cannot be read.`, {
      parameter: 'address',
      hint: 'Ask for a path, such as `/api/search?q=words`.',
    });
  await next();
};

const toErrorBody = ({ code, message, hint, parameter }: LookbackError): ErrorBody =>
  parameter === undefined ? { code, message, hint } : { code, message, hint, parameter };

/** The first problem stands for all where a client reads only one. */
const answerProblems = (context: Context, problems: readonly LookbackError[]): void => {
  const bodies = problems.map(toErrorBody);
  context.status = 400;
  context.body = { ...bodies[0], problems: bodies };
};

const answer = (context: Context, status: number, error: LookbackError): void => {
  context.status = status;
  context.body = toErrorBody(error);
};

const createRouteError = (path: string): LookbackError =>
  new LookbackError('route-unknown', `There is nothing at ${path}.`);

const createMethodError = (context: Context): LookbackError =>
  new LookbackError('method-unsupported', `${context.path} does not take ${context.method}.`);
