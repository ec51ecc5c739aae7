/**
 * Writes an index folder so that a reader sees the old index or the new one: files whose names carry their hash
 * first, then the manifest by an atomic rename, and only then are files that nobody names any more removed.
 * @module
 */
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import { LookbackError } from '../domain/errors.js';
import { isIndexFile, manifestPath } from './layout.js';

/** A file of the index and its content. */
export interface ContentFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

const temporaryName = `.${manifestPath}.tmp`;

/** A file that is there is compared, not trusted: a damaged one is mended by building again. */
const writeWhereDifferent = async (file: string, bytes: Uint8Array): Promise<void> => {
  const present = await readFile(file).catch(() => undefined);
  if (present === undefined || !present.equals(bytes)) await writeFile(file, bytes);
};

const removeUnnamed = async (folder: string, named: ReadonlySet<string>): Promise<void> => {
  for (const entry of await readdir(folder, { recursive: true })) {
    const path = entry.split(sep).join('/');
    if (isIndexFile(path) && !named.has(path)) await rm(join(folder, path), { force: true });
  }
};

/**
 * @param files every file but the manifest.
 * @throws LookbackError `output-unwritable`; the index that was there before still answers.
 */
export const writeIndex = async (
  folder: string,
  files: readonly ContentFile[],
  manifest: Uint8Array,
): Promise<void> => {
  try {
    await mkdir(folder, { recursive: true });
    for (const parent of new Set(files.map((file) => dirname(join(folder, file.path))))) {
      await mkdir(parent, { recursive: true });
    }
    for (const { path, bytes } of files) await writeWhereDifferent(join(folder, path), bytes);
    await writeFile(join(folder, temporaryName), manifest, { flush: true });
    await rename(join(folder, temporaryName), join(folder, manifestPath));
    await removeUnnamed(folder, new Set(files.map((file) => file.path)));
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new LookbackError('output-unwritable', `cannot write the index: ${why}`, { file: folder, cause });
  }
};
