/**
 * The script of the worker: an index that is open as it would be in a page, asked by messages.
 * @module
 */
import { LookbackError } from '../domain/errors.js';
import type { LiveIndex } from '../reader/live-index.js';
import { openHere } from './open-here.js';
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

let opened: Promise<LiveIndex> | undefined;
const running = new Map<number, AbortController>();

const run = async (task: Task, signal: AbortSignal): Promise<unknown> => {
  if (task.method === 'open') {
    opened = openHere(new URL(task.baseUrl));
    return (await opened).languages;
  }
  const index = await opened;
  if (index === undefined) throw new Error('The index is not open.');
  switch (task.method) {
    case 'ask':
      return index.ask(task.query, { signal });
    case 'suggest':
      return index.suggest(task.query, { signal });
    case 'related':
      return index.related(task.of, task.limit, { signal });
    case 'preload':
      return index.preload(task.languages, { signal });
  }
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
