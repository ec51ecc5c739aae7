/**
 * An index in a folder.
 * @module
 */
import { join } from 'node:path';
import { LookbackError } from '../domain/errors.js';
import type { IndexSource } from '../domain/index-source.js';
import { readRegularFile } from './regular-file.js';

/** @param folder the folder that `lookback build --out` wrote. */
export const createFileSource = (folder: string): IndexSource => ({
  async read(path, { signal } = {}) {
    const file = join(folder, path);
    const bytes = await readRegularFile(file, signal && { signal });
    if (bytes === undefined) throw new LookbackError('index-missing', `there is no ${file}`, { file });
    return bytes;
  },
});
