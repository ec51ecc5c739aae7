/**
 * An index in a folder.
 * @module
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { LookbackError } from '../domain/errors.js';
import type { IndexSource } from '../domain/index-source.js';

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');

/** @param folder the folder that `lookback build --out` wrote. */
export const createFileSource = (folder: string): IndexSource => ({
  async read(path, options = {}) {
    const file = join(folder, path);
    try {
      return await readFile(file, options.signal ? { signal: options.signal } : {});
    } catch (cause) {
      if (isMissing(cause)) throw new LookbackError('index-missing', `there is no ${file}`, { file, cause });
      throw cause;
    }
  },
});
