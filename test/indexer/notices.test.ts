import { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { runCommand } from '../../src/cli/program.js';
import { buildIndex } from '../../src/indexer/index.js';
import { createBlog } from './blog-folder.js';

test('a program is told what the command prints, of the site and of its posts', async () => {
  const { folder, config } = await createBlog({
    'a.mdx': '# A\n\n{broken\n',
    'b.md': '---\ntitle: B\n---\nA\0 word.\n',
  });
  const { notices } = await buildIndex(await config());
  let err = '';
  await runCommand(['build', 'posts'], {
    in: Readable.from([]),
    out: { write: () => undefined },
    err: { write: (text) => (err += text) },
    outIsTerminal: false,
    errIsTerminal: false,
    open: async () => undefined,
    folder,
    environment: {},
  });
  expect(notices.length).toBeGreaterThanOrEqual(2);
  expect(notices[0]).toMatchObject({ message: expect.stringContaining('guessed'), hint: expect.any(String) });
  expect(err.match(/^notice /gm)).toHaveLength(notices.length);
  for (const { message, hint } of notices) expect(err).toContain(`${message}\n        ${hint}\n`);
});
