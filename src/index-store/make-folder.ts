/**
 * Folders to write into.
 * @module
 */
import { mkdir } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { LookbackError } from '../domain/errors.js';
import { isMissing, kindOf } from './regular-file.js';

export const toUnwritable = (what: string, folder: string, cause: unknown): LookbackError => {
  const why = cause instanceof Error ? cause.message : String(cause);
  return new LookbackError('output-unwritable', `${what}: ${why}`, { file: folder, cause });
};

const isPresent = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'EEXIST';

/**
 * Makes a folder and those above it, each once: the recursive `mkdir` of Node 20 never returns where the system says of a
 * folder that is there that it is not, as below `/proc`.
 * @returns those that were not there, the outermost first
 * @throws what the file system says
 */
export const makeFolder = async (folder: string): Promise<readonly string[]> => {
  const missing: string[] = [];
  let path = resolve(folder);
  for (let kind = await kindOf(path); kind !== 'folder'; kind = await kindOf(path)) {
    if (kind !== 'nothing') throw new Error(`${path} is no folder`);
    if (dirname(path) === path) throw new Error(`there is no ${path}`);
    missing.unshift(path);
    path = dirname(path);
  }
  for (const wanted of missing) {
    await mkdir(wanted).catch(async (error: unknown) => {
      // Another build may have made it meanwhile; a link to nothing is there as well, but no folder.
      if (!isPresent(error) || (await kindOf(wanted)) !== 'folder') throw error;
    });
  }
  return missing;
};

const maxAttempts = 5;

/**
 * A build that runs beside this one may take a folder or a temporary file away between two steps: then it is made again.
 * @param mend makes what `work` needs, called when it was not there
 */
export const insist = async <Result>(
  work: () => Promise<Result>,
  mend: () => Promise<unknown>,
): Promise<Result> => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      if (attempt > 1) await mend();
      return await work();
    } catch (error) {
      if (!isMissing(error) || attempt === maxAttempts) throw error;
    }
  }
};
