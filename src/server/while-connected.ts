import { setMaxListeners } from 'node:events';
import type { Context } from 'koa';
import type { SearchOptions } from '../domain/search.js';

/** Stops the search when the client leaves: as one types, most questions are dropped before they are answered. */
export const whileConnected = ({ res }: Context): SearchOptions => {
  const controller = new AbortController();
  // A search waits for many parts of the index at once; that is no leak to warn of.
  setMaxListeners(0, controller.signal);
  res.once('close', () => controller.abort());
  return { signal: controller.signal };
};
