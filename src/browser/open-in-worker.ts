/**
 * The page's side of an index that is open in a worker.
 * @module
 */
import { LookbackError } from '../domain/errors.js';
import type { RelatedPost, SearchResult, Suggestion } from '../domain/search.js';
import type { AskedIndex } from './search.js';
import type { FromWorker, SentError, Task, ToWorker } from './worker-messages.js';

const toError = ({ code, message, ...details }: SentError): Error =>
  code === undefined ? new Error(message) : new LookbackError(code, message, details);

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
}

class WorkerTasks {
  readonly #worker = new Worker(new URL('./worker.js', import.meta.url), { type: 'module' });
  readonly #waiting = new Map<number, Waiting>();
  #last = 0;

  constructor() {
    this.#worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
      const waiting = this.#waiting.get(data.id);
      if (data.error === undefined) waiting?.resolve(data.value);
      else waiting?.reject(toError(data.error));
    });
    // A worker whose script does not load never answers.
    this.#worker.addEventListener('error', ({ message }) => {
      const error = new LookbackError(
        'index-unreachable',
        `The search worker failed: ${message || 'no script'}.`,
      );
      for (const { reject } of this.#waiting.values()) reject(error);
    });
  }

  run(task: Task, signal?: AbortSignal): Promise<unknown> {
    this.#last += 1;
    const id = this.#last;
    const send = (message: ToWorker): void => this.#worker.postMessage(message);
    return new Promise<unknown>((resolve, reject) => {
      signal?.throwIfAborted();
      this.#waiting.set(id, { resolve, reject });
      signal?.addEventListener('abort', () => {
        if (this.#waiting.has(id)) send({ id, task: undefined });
        reject(signal.reason);
      });
      send({ id, task });
    }).finally(() => this.#waiting.delete(id));
  }

  end(): void {
    this.#worker.terminate();
  }
}

/**
 * The answers are those that the worker's index gave; nothing else is sent.
 * @param baseUrl of the index folder, absolute: the worker has another address
 */
export const openInWorker = async (baseUrl: URL): Promise<AskedIndex> => {
  const tasks = new WorkerTasks();
  const languages = await tasks.run({ method: 'open', baseUrl: baseUrl.href }).catch((error: unknown) => {
    tasks.end();
    throw error;
  });
  return {
    languages: languages as readonly string[],
    ask: (query, { signal } = {}) => tasks.run({ method: 'ask', query }, signal) as Promise<SearchResult>,
    suggest: (query, { signal } = {}) =>
      tasks.run({ method: 'suggest', query }, signal) as Promise<readonly Suggestion[]>,
    related: (of, limit, { signal } = {}) =>
      tasks.run({ method: 'related', of, limit }, signal) as Promise<readonly RelatedPost[] | undefined>,
    preload: async (asked, { signal } = {}) => {
      await tasks.run({ method: 'preload', languages: asked }, signal);
    },
  };
};
