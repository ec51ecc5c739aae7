import type { Context } from 'koa';
import type { SearchOptions } from '../domain/search.js';

/** Stops the search when the client leaves: as one types, most questions are dropped before they are answered. */
export const whileConnected = ({ res }: Context): SearchOptions => {
  const controller = new AbortController();
  res.once('close', () => controller.abort());
  return { signal: controller.signal };
};
