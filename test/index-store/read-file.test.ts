import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { createFileSource } from '../../src/index-store/file-source.js';
import { readIndexFile } from '../../src/index-store/read-file.js';
import { isMissing, kindOf, readRegularFile } from '../../src/index-store/regular-file.js';
import { sha256 } from '../../src/index-store/sha256.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lookback-read-'));
  await mkdir(join(folder, 'en'));
  await writeFile(join(folder, 'en', 'a.json'), 'lake');
});

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('an index in a folder', () => {
  test('gives the bytes of its files', async () => {
    expect(new Uint8Array(await createFileSource(folder).read('en/a.json'))).toEqual(bytes('lake'));
  });

  test.each(['en/b.json', 'en', 'en/a.json/b.json'])('says that there is no %s', async (path) => {
    const file = join(folder, path);
    await expect(createFileSource(folder).read(path)).rejects.toMatchObject({
      code: 'index-missing',
      message: `there is no ${file}`,
      file,
    });
  });

  test('stops reading for who does not want it any more', async () => {
    const signal = AbortSignal.abort();
    await expect(createFileSource(folder).read('en/a.json', { signal })).rejects.toMatchObject({
      name: 'AbortError',
    });
  });
});

describe('a file that the manifest names', () => {
  test('is believed when it is what was written', async () => {
    const file = { path: 'en/a.json', bytes: 4, sha256: await sha256(bytes('lake')) };
    expect(new Uint8Array(await readIndexFile(createFileSource(folder), file))).toEqual(bytes('lake'));
  });

  test.each([
    ['cut short', 'lakes', 'en/a.json: has 4 bytes instead of 5'],
    ['changed', 'lace', 'en/a.json: has changed since it was written'],
  ])('is refused when it was %s', async (_, written, message) => {
    const file = { path: 'en/a.json', bytes: written.length, sha256: await sha256(bytes(written)) };
    await expect(readIndexFile(createFileSource(folder), file)).rejects.toMatchObject({
      code: 'index-corrupt',
      file: 'en/a.json',
      message,
    });
  });
});

describe('what is at a path', () => {
  test('is told, links followed', async () => {
    execFileSync('mkfifo', [join(folder, 'pipe')]);
    await symlink(join(folder, 'en'), join(folder, 'link'));
    await symlink(join(folder, 'nowhere'), join(folder, 'dangling'));
    const kinds = await Promise.all(
      ['en/a.json', 'en', 'link', 'pipe', 'dangling', 'no', 'en/a.json/x'].map((name) =>
        kindOf(join(folder, name)),
      ),
    );
    expect(kinds).toEqual(['file', 'folder', 'folder', 'other', 'nothing', 'nothing', 'nothing']);
  });

  test('is an error where the system does not let look', async () => {
    const loop = join(folder, 'loop');
    await symlink(loop, loop);
    await expect(kindOf(loop)).rejects.toMatchObject({ code: 'ELOOP' });
    await expect(readRegularFile(loop)).rejects.toMatchObject({ code: 'ELOOP' });
  });

  test('is read if it is a file', async () => {
    expect((await readRegularFile(join(folder, 'en', 'a.json')))?.toString()).toBe('lake');
    expect(await readRegularFile(join(folder, 'en'))).toBeUndefined();
    expect(await readRegularFile(join(folder, 'no'))).toBeUndefined();
  });

  test('is missing by what the system says, and by nothing else', () => {
    const saying = (code: unknown): Error => Object.assign(new Error('said'), { code });
    expect(['ENOENT', 'ENOTDIR', 'EACCES', ''].map((code) => isMissing(saying(code)))).toEqual([
      true,
      true,
      false,
      false,
    ]);
    expect([new Error('ENOENT'), { code: 'ENOENT' }, undefined, 'ENOENT'].map(isMissing)).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });
});
