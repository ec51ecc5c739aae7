/**
 * Loaded before the command: ends it at its so manieth step in the index folder with a signal, a file that is being written
 * half done. SIGSTOP lets it go on when it is told. Without a step it says at the end how many there were.
 */
import { writeSync } from 'node:fs';
import fs from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';

const { KILL_AT: killAt, KILL_IN: folder, KILL_WITH: signal = 'SIGKILL' } = process.env;
let steps = 0;

for (const name of ['writeFile', 'rename', 'rm', 'rmdir', 'mkdir']) {
  const step = fs[name];
  fs[name] = async (path, ...rest) => {
    if (!String(path).startsWith(folder)) return step(path, ...rest);
    steps += 1;
    if (String(steps) !== killAt) return step(path, ...rest);
    // The folder may be missing yet; nothing is half done then.
    if (name === 'writeFile')
      await step(path, rest[0].subarray(0, rest[0].length >> 1)).catch(() => undefined);
    if (signal === 'SIGSTOP') writeSync(2, '\nstopped\n');
    process.kill(process.pid, signal);
    return step(path, ...rest);
  };
}
syncBuiltinESMExports();
if (killAt === undefined) process.on('exit', () => writeSync(2, `\nsteps ${steps}\n`));
