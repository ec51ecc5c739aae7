import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../..');

/** The built command, as `npm start` runs it: `npm test` has built it. */
test.each(['SIGTERM', 'SIGINT'] as const)('serve answers, and %s ends it with 0', async (signal) => {
  const server = spawn(process.execPath, ['dist/cli/main.js', 'serve', '--port', '0'], { cwd: root });
  server.stderr.setEncoding('utf8');
  let said = '';
  for await (const text of server.stderr) {
    said += text;
    if (said.includes('Ctrl-C')) break;
  }
  const url = /http:\/\/\S+/.exec(said)?.[0] ?? '';
  const answer = await fetch(new URL('api/search?q=dask&limit=1', url));
  expect(answer.status).toBe(200);
  await answer.json();
  server.kill(signal);
  const [code] = await once(server, 'exit');
  expect(code).toBe(0);
});
