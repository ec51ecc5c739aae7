/**
 * The script of the worker: the same search as in a page, asked by messages.
 * @module
 */
import { LookbackError } from '../domain/errors.js';
import type { Search } from './search.js';
import { openHere } from './search-here.js';
import type { FromWorker, SentError, Task, ToWorker } from './worker-messages.js';

const toSentError = (error: unknown): SentError => {
  if (!(error instanceof LookbackError)) return { code: undefined, message: String(error) };
  const { code, message, hint, file, parameter } = error;
  return {
    code,
    message,
    hint,
    ...(file !== undefined && { file }),
    ...(parameter !== undefined && { parameter }),
  };
};

let opened: Promise<Search> | undefined;
const running = new Map<number, AbortController>();

const run = async (task: Task, signal: AbortSignal): Promise<unknown> => {
  if (task.method === 'open') {
    opened = openHere(new URL(task.options.baseUrl), task.options);
    await opened;
    return undefined;
  }
  const search = await opened;
  if (search === undefined) throw new Error('The search is not open.');
  if (task.method === 'preload') return search.preload({ signal });
  if (task.method === 'tags') return search.tags({ ...task.request, signal });
  return search.search(task.text, { ...task.request, signal });
};

const answer = async (id: number, task: Task): Promise<FromWorker> => {
  const controller = new AbortController();
  running.set(id, controller);
  try {
    return { id, value: await run(task, controller.signal) };
  } catch (error) {
    return { id, error: toSentError(error) };
  } finally {
    running.delete(id);
  }
};

addEventListener('message', async ({ data: { id, task } }: MessageEvent<ToWorker>) => {
  if (task === undefined) running.get(id)?.abort();
  else postMessage(await answer(id, task));
});
