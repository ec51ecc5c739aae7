/**
 * Shows how far a long work is: a bar on a terminal, a plain line now and then elsewhere.
 * @module
 */
import type { Terminal } from './terminal.js';

export interface Progress {
  update(done: number, total: number): void;
  /** Takes the bar away. */
  end(): void;
}

const barWidth = 30;
/** A terminal is redrawn at most so often, in milliseconds. */
const redrawEvery = 80;
/** Elsewhere a line is printed at most so often: a log is read, not watched. */
const lineEvery = 5_000;

export const createProgress = (
  terminal: Terminal,
  what: string,
  clock: () => number = Date.now,
): Progress => {
  let last = clock();
  let drawn = false;
  const draw = (done: number, total: number): void => {
    const filled = Math.round((done / total) * barWidth);
    const bar = '█'.repeat(filled) + '░'.repeat(barWidth - filled);
    terminal.err.write(`\r\u001b[2K${what} ${bar} ${done}/${total}`);
    drawn = true;
  };
  return {
    update(done, total) {
      const now = clock();
      const due = now - last >= (terminal.errIsTerminal ? redrawEvery : lineEvery);
      if (!due || total === 0) return;
      last = now;
      if (terminal.errIsTerminal) draw(done, total);
      else terminal.err.write(`${what} ${done}/${total}\n`);
    },
    end() {
      if (drawn) terminal.err.write('\r\u001b[2K');
    },
  };
};
