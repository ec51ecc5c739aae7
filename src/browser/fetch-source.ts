/**
 * An index on a web server.
 * @module
 */
import { LookbackError } from '../domain/errors.js';
import type { IndexSource } from '../domain/index-source.js';
import { manifestPath } from '../index-store/layout.js';

/** What the browser's own `fetch` is. */
export type Fetch = (url: URL, init: RequestInit) => Promise<Response>;

/** Some stores of files answer 403 for what is not there. */
const missingStatuses: readonly number[] = [403, 404, 410];

/** Hosts of single-page applications answer any address with their page. */
const isFallbackPage = ({ headers }: Response): boolean =>
  headers.get('content-type')?.startsWith('text/html') ?? false;

/** @throws LookbackError `index-unreachable`, or the signal's reason */
const receive = async <Value>(url: URL, signal: AbortSignal | undefined, work: () => Promise<Value>) => {
  try {
    return await work();
  } catch (cause) {
    signal?.throwIfAborted();
    throw new LookbackError('index-unreachable', `${url} could not be loaded.`, { file: url.href, cause });
  }
};

/**
 * Names carry hashes, so what the browser has under one is good for ever, whatever the server says; only the manifest is
 * asked for anew. Whatever fails (no connection, a 5xx, nothing there) is asked for once more, past every cache.
 * @param baseUrl of the index folder, with a slash at its end
 * @returns throws LookbackError `index-unreachable` or `index-missing`
 */
export const createFetchSource = (
  baseUrl: URL,
  fetch: Fetch = (url, init) => globalThis.fetch(url, init),
): IndexSource => {
  const load = async (
    path: string,
    cache: RequestCache,
    signal: AbortSignal | undefined,
  ): Promise<Uint8Array> => {
    const url = new URL(path, baseUrl);
    const file = url.href;
    const response = await receive(url, signal, () => fetch(url, { cache, signal: signal ?? null }));
    if (missingStatuses.includes(response.status) || isFallbackPage(response)) {
      throw new LookbackError('index-missing', `There is no ${url}.`, { file });
    }
    if (!response.ok) {
      throw new LookbackError('index-unreachable', `${url} was answered with ${response.status}.`, { file });
    }
    return new Uint8Array(await receive(url, signal, () => response.arrayBuffer()));
  };

  return {
    async read(path, { signal, fresh = false } = {}) {
      if (fresh) return load(path, 'reload', signal);
      try {
        return await load(path, path === manifestPath ? 'no-cache' : 'force-cache', signal);
      } catch {
        signal?.throwIfAborted();
        return load(path, 'reload', signal);
      }
    },
  };
};
