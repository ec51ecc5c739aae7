/**
 * Loaded before the command: kills it at its so manieth step in the index folder, a file that is being written half done.
 * Without a step it says at the end how many there were.
 */
import { writeSync } from 'node:fs';
import fs from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';

const { KILL_AT: killAt, KILL_IN: folder } = process.env;
let steps = 0;

for (const name of ['writeFile', 'rename', 'rm', 'rmdir', 'mkdir']) {
  const step = fs[name];
  fs[name] = async (path, ...rest) => {
    if (!String(path).startsWith(folder)) return step(path, ...rest);
    steps += 1;
    if (String(steps) !== killAt) return step(path, ...rest);
    if (name === 'writeFile') await step(path, rest[0].subarray(0, rest[0].length >> 1));
    process.kill(process.pid, 'SIGKILL');
    return new Promise(() => {});
  };
}
syncBuiltinESMExports();
if (killAt === undefined) process.on('exit', () => writeSync(2, `\nsteps ${steps}\n`));
