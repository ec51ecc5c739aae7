import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { beforeEach, describe, expect, test } from 'vitest';
import { withBuildLock } from '../../src/index-store/build-lock.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lookback-lock-'));
});

const patience = 10_000;
const impatient = { patience: 150 };

/** Takes the lock of `to` and keeps it until `release` is called. */
const hold = async (to: string) => {
  let release = (): void => {};
  const until = new Promise<void>((go) => {
    release = go;
  });
  let held = (): void => {};
  const taken = new Promise<void>((go) => {
    held = go;
  });
  const done = withBuildLock(to, { patience }, async () => {
    held();
    await until;
  });
  await Promise.race([taken, done]);
  return {
    release: () => {
      release();
      return done;
    },
  };
};

const nothing = async (): Promise<void> => {};

describe('builds into one folder', () => {
  test('follow one another', async () => {
    let running = 0;
    let most = 0;
    const work = async (): Promise<void> => {
      running += 1;
      most = Math.max(most, running);
      await setTimeout(20);
      running -= 1;
    };
    await Promise.all(Array.from({ length: 8 }, () => withBuildLock(folder, { patience }, work)));
    expect(most).toBe(1);
    expect(await readdir(folder)).toEqual([]);
  });

  test('say nothing where there is none to wait for', async () => {
    let told = 0;
    const onWait = (): void => {
      told += 1;
    };
    await withBuildLock(folder, { ...impatient, onWait }, nothing);
    expect(told).toBe(0);
  });

  test('wait, say so once, and give up', async () => {
    const { release } = await hold(folder);
    let told = 0;
    const onWait = (): void => {
      told += 1;
    };
    await expect(withBuildLock(folder, { ...impatient, onWait }, nothing)).rejects.toMatchObject({
      code: 'build-running',
      file: folder,
      message: `another build has been running into ${folder} for 0 seconds`,
    });
    expect(told).toBe(1);
    const waiting = withBuildLock(folder, { patience, onWait }, async () => 'built');
    await release();
    expect(await waiting).toBe('built');
    expect(told).toBe(2);
  });

  test.each([
    [
      'through a link',
      async () => {
        await symlink(folder, `${folder}-link`);
        return `${folder}-link`;
      },
    ],
    ['by a relative path', async () => relative(process.cwd(), folder)],
    ['with a slash at its end', async () => `${folder}/`],
  ])('are the same %s', async (_, otherPath) => {
    const { release } = await hold(folder);
    const other = await otherPath();
    await expect(withBuildLock(other, impatient, nothing)).rejects.toMatchObject({ code: 'build-running' });
    await release();
  });

  test('are the same where the folder is not there yet, and take away one that stays empty', async () => {
    const deep = join(folder, 'a', 'b');
    const { release } = await hold(deep);
    await expect(withBuildLock(deep, impatient, nothing)).rejects.toMatchObject({ code: 'build-running' });
    await release();
    expect(await readdir(folder)).toEqual([]);
    await withBuildLock(deep, impatient, () => writeFile(join(deep, 'index'), ''));
    expect(await readdir(deep)).toEqual(['index']);
  });

  test('into others do not wait', async () => {
    const { release } = await hold(join(folder, 'a'));
    expect(await withBuildLock(join(folder, 'b'), impatient, async () => 'built')).toBe('built');
    await release();
  });

  test('that fail leave no lock', async () => {
    const failing = withBuildLock(folder, impatient, () => Promise.reject(new Error('leak')));
    await expect(failing).rejects.toThrow('leak');
    expect(await readdir(folder)).toEqual([]);
  });
});

/** A process that takes the lock, says so, and never comes back to its timers. */
const spawnBusyOwner = async () => {
  const lock = resolve(import.meta.dirname, '../../dist/index-store/build-lock.js');
  const script = `
    import { writeSync } from 'node:fs';
    import { withBuildLock } from ${JSON.stringify(lock)};
    await withBuildLock(${JSON.stringify(folder)}, { patience: 0 }, async () => {
      writeSync(1, 'held');
      for (;;);
    });`;
  const owner = spawn(process.execPath, ['--input-type=module', '--eval', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(owner.stdout, 'data');
  return owner;
};

describe('an owner', () => {
  test('that does not come to its timers keeps the lock, and one that is killed loses it at once', async () => {
    const owner = await spawnBusyOwner();
    await expect(withBuildLock(folder, { patience: 1_500 }, nothing)).rejects.toMatchObject({
      code: 'build-running',
    });
    owner.kill('SIGKILL');
    await once(owner, 'exit');
    expect(await withBuildLock(folder, { patience: 0 }, async () => 'built')).toBe('built');
    expect(await readdir(folder)).toEqual([]);
  });
});

describe('what is no folder to write into is refused at once', () => {
  test.each([
    ['where the system has no folders to make', async () => '/proc/x'],
    ['deep there', async () => '/proc/x/y/z'],
    ['where the system has no files to make', async () => '/proc/self'],
    ['a device', async () => '/dev/null'],
    ['below a device', async () => '/dev/null/x'],
    [
      'a file',
      async () => {
        await writeFile(join(folder, 'f'), '');
        return join(folder, 'f');
      },
    ],
    [
      'below a file',
      async () => {
        await writeFile(join(folder, 'f'), '');
        return join(folder, 'f', 'x');
      },
    ],
    [
      'a FIFO',
      async () => {
        execFileSync('mkfifo', [join(folder, 'p')]);
        return join(folder, 'p');
      },
    ],
    [
      'a link to nothing',
      async () => {
        await symlink('/nothing/there', join(folder, 'l'));
        return join(folder, 'l');
      },
    ],
    [
      'below one',
      async () => {
        await symlink('/nothing/there', join(folder, 'l'));
        return join(folder, 'l', 'x');
      },
    ],
    [
      'a link to itself',
      async () => {
        await symlink(join(folder, 'l'), join(folder, 'l'));
        return join(folder, 'l');
      },
    ],
    ['a name that is too long', async () => join(folder, 'x'.repeat(300))],
    [
      'a folder in place of the lock',
      async () => {
        await mkdir(join(folder, '.lookback-lock'));
        return folder;
      },
    ],
    [
      'a link in place of the lock',
      async () => {
        await symlink('/tmp/elsewhere', join(folder, '.lookback-lock'));
        return folder;
      },
    ],
  ])('%s', async (_, place) => {
    const to = await place();
    await expect(withBuildLock(to, impatient, nothing)).rejects.toMatchObject({
      code: 'output-unwritable',
      file: to,
    });
  });
});
