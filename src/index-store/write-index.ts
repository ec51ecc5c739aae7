/**
 * Writes an index folder so that a reader sees the old index or the new one: files whose names carry their hash
 * first, then the manifest by an atomic rename, and only then are files that nobody names any more removed.
 * @module
 */
import { mkdir, readdir, readFile, rename, rm, rmdir, writeFile } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import { LookbackError } from '../domain/errors.js';
import { isIndexFile, isOwnPage, isPageFile, manifestPath, pagePath } from './layout.js';

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

const removeUnnamed = async (folder: string, named: ReadonlySet<string>): Promise<void> => {
  for (const entry of await readdir(folder, { recursive: true })) {
    const path = entry.split(sep).join('/');
    if (!(isIndexFile(path) || isPageFile(path)) || named.has(path)) continue;
    if (path === pagePath && (await hasForeignPage(folder))) continue;
    await rm(join(folder, path), { force: true });
    // A block of posts, or a language, that has no file any more; a folder with something else in it stays.
    for (let parent = dirname(path); parent !== '.'; parent = dirname(parent)) {
      await rmdir(join(folder, parent)).catch(() => undefined);
    }
  }
};

/**
 * @param files every file but the manifest.
 * @throws LookbackError `output-unwritable`, also where a page would replace one that is not ours; the index that was
 *   there before still answers.
 */
export const writeIndex = async (
  folder: string,
  files: readonly ContentFile[],
  manifest: Uint8Array,
): Promise<void> => {
  const named = new Set(files.map((file) => file.path));
  if (named.has(pagePath) && (await hasForeignPage(folder))) {
    throw new LookbackError('output-unwritable', `there is another ${pagePath} in ${folder}`, {
      file: join(folder, pagePath),
      hint: 'Choose a folder of its own with `--out`, or take the file away.',
    });
  }
  try {
    await mkdir(folder, { recursive: true });
    for (const parent of new Set(files.map((file) => dirname(join(folder, file.path))))) {
      await mkdir(parent, { recursive: true });
    }
    for (const { path, bytes } of files) await writeWhereDifferent(join(folder, path), bytes);
    await replace(join(folder, manifestPath), manifest);
    await removeUnnamed(folder, named);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new LookbackError('output-unwritable', `cannot write the index: ${why}`, { file: folder, cause });
  }
};
