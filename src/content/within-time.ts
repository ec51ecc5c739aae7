/**
 * A limit of time for code that does not wait for anything, such as reading one post.
 * @module
 */
import { createContext, Script } from 'node:vm';

/** What a file of settings or data may take: people write them, and more than some milliseconds is an attack. */
export const maxSettingsSeconds = 30;

/** The time was up before the work was done. */
export class TooSlow extends Error {
  override readonly name = 'TooSlow';
}

// The error is made in the room, where `Error` is another one.
const isTimeout = (error: unknown): boolean =>
  typeof error === 'object' &&
  error !== null &&
  'code' in error &&
  error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT';

const noWork = (): void => {};
const room = createContext({ work: noWork });
const script = new Script('work()');

/**
 * Does the work and gives its result. Node's `vm` is what can stop a thread that is busy, even inside a regular
 * expression, without a second thread; the work itself runs where it is called from and sees all that its caller sees.
 * Whatever it was doing to objects that outlive it may be half done, and no `finally` of it has run.
 * @throws TooSlow, and whatever the work throws
 */
export function withinTime<T>(seconds: number, work: () => T): T {
  let done: { readonly result: T } | undefined;
  room.work = () => {
    done = { result: work() };
  };
  try {
    script.runInContext(room, { timeout: Math.max(1, Math.ceil(seconds * 1000)) });
  } catch (error) {
    if (isTimeout(error)) throw new TooSlow(`took longer than ${seconds} s`, { cause: error });
    throw error;
  } finally {
    room.work = noWork;
  }
  if (done === undefined) throw new TooSlow('did not end');
  return done.result;
}
