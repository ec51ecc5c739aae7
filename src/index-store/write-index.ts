/**
 * Writes an index folder so that a reader sees the old index or the new one: files whose names carry their hash
 * first, then the manifest by an atomic rename, and only then are files that nobody names any more removed.
 * @module
 */
import { mkdir, readdir, readFile, rename, rm, rmdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { LookbackError } from '../domain/errors.js';
import { isObject } from './checked-json.js';
import { isIndexFile, isIndexFolder, isOwnPage, isPageFile, manifestPath, pagePath } from './layout.js';

/** A file of the index and its content. */
export interface ContentFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

const temporarySuffix = '.lookback-tmp';

/** Under another name first, so that a reader finds the old file or the new one. */
const replace = async (file: string, bytes: Uint8Array): Promise<void> => {
  await writeFile(file + temporarySuffix, bytes, { flush: true });
  await rename(file + temporarySuffix, file);
};

/** A file that is there is compared, not trusted: a damaged one is mended by building again. */
const writeWhereDifferent = async (file: string, bytes: Uint8Array): Promise<void> => {
  const present = await readFile(file).catch(() => undefined);
  if (present?.equals(bytes)) return;
  // A name that carries a hash is not known to any reader before the manifest says it.
  if (present === undefined) await writeFile(file, bytes);
  else await replace(file, bytes);
};

/** Whether an `index.html` is there that we did not write. */
const hasForeignPage = async (folder: string): Promise<boolean> => {
  const present = await readFile(join(folder, pagePath), 'utf8').catch(() => undefined);
  return present !== undefined && !isOwnPage(present);
};

/** Whether a `manifest.json` is there that says it is something else, such as that of a web application. */
const hasForeignManifest = async (folder: string): Promise<boolean> => {
  const present = await readFile(join(folder, manifestPath), 'utf8').catch(() => '');
  try {
    const value: unknown = JSON.parse(present);
    return isObject(value) && value.format !== 'lookback-index';
  } catch {
    // Cut short or empty: building again mends it.
    return false;
  }
};

const refuseForeign = (folder: string, path: string): never => {
  throw new LookbackError('output-unwritable', `there is another ${path} in ${folder}`, {
    file: join(folder, path),
    hint: 'Choose a folder of its own with `--out`, or take the file away.',
  });
};

/** Files in the folders that can be ours; a link is no folder, and what is in other folders is not looked at. */
const listOwn = async (folder: string, below = ''): Promise<readonly string[]> => {
  const entries = await readdir(join(folder, below), { withFileTypes: true });
  const lists = entries.map((entry): readonly string[] | Promise<readonly string[]> => {
    const path = below === '' ? entry.name : `${below}/${entry.name}`;
    if (entry.isDirectory()) return isIndexFolder(path) ? listOwn(folder, path) : [];
    return isIndexFile(path) || isPageFile(path) ? [path] : [];
  });
  return (await Promise.all(lists)).flat();
};

const removeUnnamed = async (folder: string, named: ReadonlySet<string>): Promise<void> => {
  for (const path of await listOwn(folder)) {
    if (named.has(path)) continue;
    if (path === pagePath && (await hasForeignPage(folder))) continue;
    await rm(join(folder, path), { force: true });
    // A block of posts, or a language, that has no file any more; a folder with something else in it stays.
    for (let parent = dirname(path); parent !== '.'; parent = dirname(parent)) {
      await rmdir(join(folder, parent)).catch(() => undefined);
    }
  }
};

const toUnwritable = (what: string, folder: string, cause: unknown): LookbackError => {
  const why = cause instanceof Error ? cause.message : String(cause);
  return new LookbackError('output-unwritable', `${what}: ${why}`, { file: folder, cause });
};

/**
 * @param files every file but the manifest.
 * @throws LookbackError `output-unwritable`, also where a file would replace one that is not ours; the index that was
 *   there before still answers, unless the message says that the new one is written.
 */
export const writeIndex = async (
  folder: string,
  files: readonly ContentFile[],
  manifest: Uint8Array,
): Promise<void> => {
  const named = new Set(files.map((file) => file.path));
  if (await hasForeignManifest(folder)) refuseForeign(folder, manifestPath);
  if (named.has(pagePath) && (await hasForeignPage(folder))) refuseForeign(folder, pagePath);
  try {
    await mkdir(folder, { recursive: true });
    for (const parent of new Set(files.map((file) => dirname(join(folder, file.path))))) {
      await mkdir(parent, { recursive: true });
    }
    for (const { path, bytes } of files) await writeWhereDifferent(join(folder, path), bytes);
    await replace(join(folder, manifestPath), manifest);
  } catch (cause) {
    throw toUnwritable('cannot write the index', folder, cause);
  }
  try {
    await removeUnnamed(folder, named);
  } catch (cause) {
    throw toUnwritable('the index is written, but files of the one before cannot be removed', folder, cause);
  }
};
