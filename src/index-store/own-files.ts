/**
 * Which files of a folder are ours: what builds wrote, whole or not, and nothing beside it.
 * @module
 */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { isObject } from '../domain/is-object.js';
import {
  entryPaths,
  isIndexFile,
  isIndexFolder,
  isOlderFile,
  isOwnEntry,
  isPageFile,
  manifestPath,
  toFinalPath,
} from './layout.js';
import { isMissing, kindOf, readRegularFile } from './regular-file.js';

/** Which of our {@link entryPaths} have something there that we did not write. */
export const findForeignEntries = async (folder: string): Promise<readonly string[]> => {
  const foreign = await Promise.all(
    entryPaths.map(async (path) => {
      const file = join(folder, path);
      const present = await readRegularFile(file);
      const isForeign =
        present === undefined
          ? (await kindOf(file)) !== 'nothing'
          : !isOwnEntry(path, present.toString('utf8'));
      return isForeign ? [path] : [];
    }),
  );
  return foreign.flat();
};

/** Whether a `manifest.json` is there that says it is something else, such as that of a web application. */
export const hasForeignManifest = async (folder: string): Promise<boolean> => {
  const file = join(folder, manifestPath);
  const present = await readRegularFile(file);
  if (present === undefined) return (await kindOf(file)) !== 'nothing';
  try {
    const value: unknown = JSON.parse(present.toString('utf8'));
    return isObject(value) && value.format !== 'lookback-index';
  } catch {
    // Cut short or empty: building again mends it.
    return false;
  }
};

/** The manifest itself is replaced and never taken away; a temporary one is as any other. */
const isOwn = (path: string): boolean => {
  const final = toFinalPath(path);
  if (final === manifestPath) return path !== final;
  return isIndexFile(final) || isOlderFile(final) || isPageFile(final);
};

/**
 * Paths of our files but the manifest, those that a killed build left under a temporary name included. They are in folders
 * that can be ours: a link is no folder, and what is in other folders is not looked at.
 */
export const listOwn = async (folder: string, below = ''): Promise<readonly string[]> => {
  const entries = await readdir(join(folder, below), { withFileTypes: true }).catch((error: unknown) => {
    // A build beside this one took the folder away after it was listed.
    if (isMissing(error)) return [];
    throw error;
  });
  const lists = entries.map((entry): readonly string[] | Promise<readonly string[]> => {
    const path = below === '' ? entry.name : `${below}/${entry.name}`;
    if (entry.isDirectory()) return isIndexFolder(path) ? listOwn(folder, path) : [];
    return isOwn(path) ? [path] : [];
  });
  return (await Promise.all(lists)).flat();
};
