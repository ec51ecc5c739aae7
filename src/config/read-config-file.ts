/**
 * Finds and reads the configuration file. JSON is read; `.js` and `.ts` are the user's own code and are run.
 * @module
 */

import { stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { LookbackError } from '../domain/errors.js';
import { isObject } from '../domain/is-object.js';
import { exists } from '../files/exists.js';
import { ForeignFileError, readForeignText } from '../files/read-foreign-file.js';

/** In order of precedence; the first that is there is read. */
const configFileNames = [
  'lookback.config.json',
  'lookback.config.js',
  'lookback.config.mjs',
  'lookback.config.ts',
] as const;

/** What a file says, unchecked, and which file it was. */
export interface ConfigFile {
  readonly file: string;
  readonly value: unknown;
}

/** A program is read by Node, which looks into the `package.json` above it and would wait for a pipe. */
const checkPackages = async (program: string): Promise<void> => {
  for (let folder = dirname(program), above = ''; folder !== above; folder = dirname(folder)) {
    const file = join(folder, 'package.json');
    const found = await stat(file).catch(() => undefined);
    if (found !== undefined && !found.isFile() && !found.isDirectory())
      throw new ForeignFileError('no-file', `needs ${file}, which is no regular file`);
    above = folder;
  }
};

const readValue = async (file: string): Promise<unknown> => {
  const source = await readForeignText(file);
  if (file.endsWith('.json')) return JSON.parse(source);
  await checkPackages(file);
  if (file.endsWith('.ts')) {
    const { createJiti } = await import('jiti');
    return createJiti(import.meta.url).import(file, { default: true });
  }
  const module: { default?: unknown } = await import(pathToFileURL(file).href);
  return module.default;
};

const read = async (file: string): Promise<ConfigFile> => {
  try {
    return { file, value: await readValue(file) };
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    const says = cause instanceof ForeignFileError ? `${file} ${why}` : `${file}: ${why}`;
    throw new LookbackError('config-unreadable', says, { file, cause });
  }
};

const readPackage = async (folder: string): Promise<ConfigFile | undefined> => {
  const file = join(folder, 'package.json');
  if (!(await exists(file))) return undefined;
  const { value } = await read(file);
  const settings = isObject(value) ? value.lookback : undefined;
  return settings === undefined ? undefined : { file: `${file}#lookback`, value: settings };
};

/**
 * @param folder where to look: `lookback.config.*`, else `package.json#lookback`.
 * @param named a file to read instead.
 * @returns `undefined` when there is none.
 * @throws LookbackError `config-unreadable`
 */
export const readConfigFile = async (folder: string, named?: string): Promise<ConfigFile | undefined> => {
  if (named !== undefined) return read(resolve(folder, named));
  for (const name of configFileNames) {
    const file = join(folder, name);
    if (await exists(file)) return read(file);
  }
  return readPackage(folder);
};
