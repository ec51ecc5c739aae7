import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { withBuildLock } from '../../src/index-store/build-lock.js';
import { type CommandLine, createCommandLine } from './command-line.js';

let command: CommandLine;
beforeEach(async () => {
  command = await createCommandLine();
  await command.write('posts/2020-01-01-a.md', '---\ntitle: A\n---\nWords.\n');
});

describe('a build into a folder that another build writes', () => {
  test('waits, says so, and is done', async () => {
    const index = join(command.folder, 'index');
    let building: ReturnType<CommandLine['run']> | undefined;
    await withBuildLock(index, { patience: 0 }, async () => {
      await new Promise<void>((told) => {
        building = command.run(['build', 'posts', '--wait', '60'], '', (text) => {
          if (text.startsWith('waiting')) told();
        });
      });
      expect(await readdir(index)).toEqual(['.lookback-lock']);
    });
    expect(await building).toMatchObject({
      code: 0,
      err: expect.stringContaining('waiting up to 60 seconds for another build into index\n'),
    });
    expect((await readdir(index)).sort()).toEqual(['en', 'manifest.json']);
  });

  test('gives up with build-running, and nothing is written', async () => {
    const index = join(command.folder, 'index');
    await withBuildLock(index, { patience: 0 }, async () => {
      const { code, err } = await command.run(['build', 'posts', '--wait', '0']);
      expect(code).toBe(3);
      expect(err).toContain('error build-running: another build');
    });
    expect(await readdir(command.folder)).toEqual(['posts']);
  });
});

test.each(['/proc/x', '/dev/null', 'posts/2020-01-01-a.md', 'posts/2020-01-01-a.md/x'])(
  'a build into %s ends with output-unwritable',
  async (out) => {
    const { code, err } = await command.run(['build', 'posts', '--out', out]);
    expect(code).toBe(3);
    expect(err).toContain('error output-unwritable');
  },
);

test('a build that ends before it writes leaves no folder behind', async () => {
  await mkdir(join(command.folder, 'empty'));
  expect(await command.run(['build', 'empty', '--out', 'a/b'])).toMatchObject({ code: 3 });
  expect(await command.run(['build', 'none', '--out', 'a/b'])).toMatchObject({ code: 1 });
  expect((await readdir(command.folder)).sort()).toEqual(['empty', 'posts']);
});
