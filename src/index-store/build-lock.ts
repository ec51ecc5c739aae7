/**
 * One build at a time into one folder. The system's own lock on a file in that folder: it holds however long the owner does
 * not come to the clock, ends with the owner however that dies, and is the same by whatever path the folder is reached,
 * from other containers and, where their file system has locks, from other machines.
 * @module
 */
import { constants } from 'node:fs';
import { type FileHandle, lstat, open, rm, rmdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { LookbackError } from '../domain/errors.js';
import { insist, makeFolder, toUnwritable } from './make-folder.js';

/** An empty file, there while a build runs, or after one was killed. */
const lockPath = '.lookback-lock';

/** Milliseconds between two looks at a lock that another build holds. */
const lookEvery = 100;

/** Whoever can write the folder may build into it, and a link in place of the lock is not followed. */
const flags = constants.O_RDWR | constants.O_CREAT | (constants.O_NOFOLLOW ?? 0);

export interface LockOptions {
  /** Milliseconds to wait for another build. */
  readonly patience: number;
  /** Called once if there is another build to wait for. */
  readonly onWait?: () => void;
}

/**
 * Where the platform or the file system has no lock, builds do not exclude each other; what they write is whole all the
 * same, see `writeIndex`.
 */
const isLocked = async (handle: FileHandle): Promise<boolean> => {
  try {
    const { tryLock } = await import('fs-native-extensions');
    return tryLock(handle.fd);
  } catch {
    return true;
  }
};

/** Whether the lock is still that of the folder: its last owner takes the file away. */
const isInPlace = async (handle: FileHandle, file: string): Promise<boolean> => {
  const [own, there] = await Promise.all([
    handle.stat({ bigint: true }),
    lstat(file, { bigint: true }).catch(() => undefined),
  ]);
  return own.ino === there?.ino && own.dev === there.dev;
};

/** @returns undefined while another build has it */
const take = async (file: string, makePlace: () => Promise<void>): Promise<FileHandle | undefined> => {
  const handle = await insist(() => open(file, flags), makePlace);
  if ((await isLocked(handle)) && (await isInPlace(handle, file))) return handle;
  await handle.close();
  return undefined;
};

const toRunning = (folder: string, patience: number): LookbackError =>
  new LookbackError(
    'build-running',
    `another build has been running into ${folder} for ${Math.round(patience / 1000)} seconds`,
    { file: folder },
  );

/**
 * Does `work` while no other build into the folder runs. The folder is made if it is not there, and taken away again if
 * nothing is in it afterwards.
 * @throws LookbackError `build-running`, `output-unwritable`, or what `work` throws
 */
export const withBuildLock = async <Result>(
  folder: string,
  { patience, onWait = () => {} }: LockOptions,
  work: () => Promise<Result>,
): Promise<Result> => {
  const file = join(folder, lockPath);
  const deadline = performance.now() + patience;
  const made: string[] = [];
  const makePlace = async (): Promise<void> => {
    made.push(...(await makeFolder(folder)));
  };
  const tryTake = (): Promise<FileHandle | undefined> =>
    take(file, makePlace).catch((cause: unknown) => {
      throw toUnwritable('cannot write the index', folder, cause);
    });
  try {
    let handle = await tryTake();
    if (handle === undefined) onWait();
    while (handle === undefined) {
      if (performance.now() >= deadline) throw toRunning(folder, patience);
      await setTimeout(lookEvery);
      handle = await tryTake();
    }
    try {
      return await work();
    } finally {
      // First the file: who waits for the lock must not take one that is no longer there.
      await rm(file, { force: true }).catch(() => undefined);
      await handle.close();
    }
  } finally {
    for (const path of made.toReversed()) await rmdir(path).catch(() => undefined);
  }
};
