import { mkdir, mkdtemp, readdir, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { insist, makeFolder, toUnwritable } from '../../src/index-store/make-folder.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lookback-folder-'));
});

describe('a folder to write into', () => {
  test('is made with those above it, and what was made is told', async () => {
    const deep = join(folder, 'a', 'b', 'c');
    expect(await makeFolder(deep)).toEqual([join(folder, 'a'), join(folder, 'a', 'b'), deep]);
    expect(await readdir(join(folder, 'a', 'b'))).toEqual(['c']);
    expect(await makeFolder(join(folder, 'a', 'd'))).toEqual([join(folder, 'a', 'd')]);
    expect(await makeFolder(deep)).toEqual([]);
  });

  test('may be made by several at once', async () => {
    const deep = join(folder, 'a', 'b', 'c', 'd');
    const made = await Promise.all(Array.from({ length: 8 }, () => makeFolder(deep)));
    // Each that looked before it was there tells of it; that some met is what this test is about.
    expect(made.filter((paths) => paths.length > 0).length).toBeGreaterThan(1);
    expect(await readdir(join(folder, 'a', 'b', 'c'))).toEqual(['d']);
  });

  test('is not made in the place of a file, or of a link to nothing', async () => {
    const file = join(folder, 'file');
    await writeFile(file, '');
    await expect(makeFolder(file)).rejects.toThrow(`${file} is no folder`);
    await symlink(join(folder, 'nowhere'), join(folder, 'link'));
    await expect(makeFolder(join(folder, 'link'))).rejects.toMatchObject({ code: 'EEXIST' });
    await expect(makeFolder(join(folder, 'link', 'a'))).rejects.toMatchObject({ code: 'EEXIST' });
    expect((await readdir(folder)).sort()).toEqual(['file', 'link']);
  });

  test('that cannot be made is an error with a code', () => {
    const cause = new Error('disk full');
    expect(toUnwritable('cannot write', '/x', cause)).toMatchObject({
      code: 'output-unwritable',
      message: 'cannot write: disk full',
      file: '/x',
      cause,
    });
    expect(toUnwritable('cannot write', '/x', 'no').message).toBe('cannot write: no');
  });
});

describe('work that needs what another build may take away', () => {
  const missing = Object.assign(new Error('gone'), { code: 'ENOENT' });

  /** Work that fails so often, and how it went. */
  const attempt = async (failures: number, error: unknown = missing) => {
    const steps: string[] = [];
    const outcome = await insist(
      async () => {
        steps.push('work');
        if (steps.filter((step) => step === 'work').length <= failures) throw error;
        return 'done';
      },
      async () => steps.push('mend'),
    ).catch((thrown: unknown) => thrown);
    return { steps, outcome };
  };

  test('is done once where nothing is missing', async () => {
    expect(await attempt(0)).toEqual({ steps: ['work'], outcome: 'done' });
  });

  test('is done again after what it needs has been made', async () => {
    expect(await attempt(2)).toEqual({ steps: ['work', 'mend', 'work', 'mend', 'work'], outcome: 'done' });
  });

  test('is given up after five attempts', async () => {
    const { steps, outcome } = await attempt(9);
    expect(outcome).toBe(missing);
    expect(steps.filter((step) => step === 'work')).toHaveLength(5);
  });

  test('is given up at once for any other error', async () => {
    const full = Object.assign(new Error('full'), { code: 'ENOSPC' });
    expect(await attempt(1, full)).toEqual({ steps: ['work'], outcome: full });
  });

  test('is done in a folder that was taken away', async () => {
    const file = join(folder, 'a', 'file');
    await insist(
      () => writeFile(file, 'x'),
      () => mkdir(join(folder, 'a')),
    );
    expect(await readdir(join(folder, 'a'))).toEqual(['file']);
  });
});
