/**
 * The page's side of a search in a worker.
 * @module
 */
import { LookbackError } from '../domain/errors.js';
import type { FacetCount, SearchResult } from '../domain/search.js';
import type { Search } from './search.js';
import type { FromWorker, SentError, Task, ToWorker, WorkerOptions } from './worker-messages.js';

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
}

/** The results are those that the worker's `Search` gave; nothing else is sent. */
export const openInWorker = async (options: WorkerOptions): Promise<Search> => {
  const tasks = new WorkerTasks();
  await tasks.run({ method: 'open', options });
  return {
    search: (text, { signal, ...request } = {}) =>
      tasks.run({ method: 'search', text, request }, signal) as Promise<SearchResult>,
    tags: ({ signal, ...request } = {}) =>
      tasks.run({ method: 'tags', request }, signal) as Promise<readonly FacetCount[]>,
    preload: async ({ signal } = {}) => {
      await tasks.run({ method: 'preload' }, signal).catch(() => undefined);
    },
  };
};
