/**
 * Work whose steps on the file system are taken one at a time, when a test says so: they are the real ones.
 * @module
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import fs from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';

const paced = new AsyncLocalStorage<Paced>();

/** Each of these is a step: what changes the folder, and what looks at it to decide. */
const steps = ['writeFile', 'readFile', 'rename', 'rm', 'rmdir', 'mkdir', 'readdir'] as const;

export class Paced {
  /** Settles when the work has ended; rejects if it failed. */
  readonly ended: Promise<void>;
  #isOver = false;
  readonly #waiting: (() => void)[] = [];
  /** Called when a step waits for its turn, one was taken, or the work is over. */
  #notice = (): void => {};

  constructor(work: () => Promise<void>) {
    this.ended = paced.run(this, work).finally(() => {
      this.#isOver = true;
      this.#notice();
    });
    this.ended.catch(() => undefined);
  }

  /** Takes so many steps, or fewer if the work ends. @returns how many were taken */
  async take(count: number): Promise<number> {
    for (let taken = 0; taken < count; taken += 1) {
      await this.#until(() => this.#isOver || this.#waiting.length > 0);
      const go = this.#waiting.shift();
      if (go === undefined) return taken;
      let isDone = false;
      this.#done = () => {
        isDone = true;
        this.#notice();
      };
      go();
      await this.#until(() => isDone);
    }
    return count;
  }

  /** Takes all steps that are left. */
  async finish(): Promise<void> {
    await this.take(Infinity);
    await this.ended;
  }

  #done = (): void => {};

  async turn<Value>(step: () => Promise<Value>): Promise<Value> {
    await new Promise<void>((go) => {
      this.#waiting.push(go);
      this.#notice();
    });
    try {
      return await step();
    } finally {
      this.#done();
    }
  }

  #until(isSo: () => boolean): Promise<void> {
    return new Promise((resolve) => {
      this.#notice = () => {
        if (isSo()) resolve();
      };
      this.#notice();
    });
  }
}

/** From now on, in this process. */
export const paceSteps = (): void => {
  for (const name of steps) {
    const step: (...words: never[]) => Promise<unknown> = fs[name];
    Object.assign(fs, {
      [name]: (...words: never[]) => {
        const work = paced.getStore();
        return work === undefined ? step(...words) : work.turn(() => step(...words));
      },
    });
  }
  syncBuiltinESMExports();
};
