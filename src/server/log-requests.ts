import type { Middleware } from 'koa';
import { formatEntry, type Log } from './log-entry.js';

/** One entry per request, once its answer has left or its client has. */
export const logRequests = (log: Log): Middleware => {
  return async (context, next) => {
    const start = performance.now();
    context.res.once('close', () => {
      const entry = {
        event: 'request',
        method: context.method,
        url: context.originalUrl,
        status: context.res.writableFinished ? context.status : 499,
        milliseconds: Math.round((performance.now() - start) * 100) / 100,
      } as const;
      log(formatEntry(entry));
    });
    await next();
  };
};
