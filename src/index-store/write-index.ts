/**
 * Writes an index folder so that a reader sees the old index or the new one: files whose names carry their hash
 * first, then the page and the library, then the manifest by an atomic rename, and only then are files that nobody names any more removed.
 *
 * Builds exclude each other (`build-lock.ts`). Where there is no lock, two of them still leave no manifest that names a
 * file which is not there. Say A's manifest is the last: what B takes away, it takes before B's last look at the manifest.
 * If that look is before A's manifest, A finds the file missing when it has written its manifest, and writes it again; else
 * B sees the manifest of A, and puts back what it took.
 * @module
 */
import { randomBytes } from 'node:crypto';
import { rename, rm, rmdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { LookbackError } from '../domain/errors.js';
import { entryPaths, manifestPath, temporaryPath, toFinalPath } from './layout.js';
import { toUnwritable } from './make-folder.js';
import { findForeignEntries, hasForeignManifest, listOwn } from './own-files.js';
import { isMissing, readRegularFile } from './regular-file.js';
import { type ContentFile, FileWriter } from './write-files.js';

export type { ContentFile };

const refuseForeign = (folder: string, path: string): never => {
  throw new LookbackError('output-unwritable', `there is another ${path} in ${folder}`, {
    file: join(folder, path),
    hint: 'Choose a folder of its own with `--out`, or take the file away.',
  });
};

const isCurrent = async (folder: string, manifest: Uint8Array): Promise<boolean> =>
  (await readRegularFile(join(folder, manifestPath)))?.equals(manifest) ?? false;

/** @returns whether it was there */
const move = async (from: string, to: string): Promise<boolean> => {
  try {
    await rename(from, to);
    return true;
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
};

/** A block of posts, or a language, that has no file any more; a folder with something else in it stays. */
const removeEmptied = async (folder: string, paths: readonly string[]): Promise<void> => {
  for (const path of paths) {
    for (let parent = dirname(path); parent !== '.'; parent = dirname(parent)) {
      await rmdir(join(folder, parent)).catch(() => undefined);
    }
  }
};

/** @param named paths that stay, as long as the manifest is this one */
const removeUnnamed = async (
  folder: string,
  named: ReadonlySet<string>,
  manifest: Uint8Array,
  build: string,
): Promise<void> => {
  const foreign = await findForeignEntries(folder);
  const own = await listOwn(folder);
  const unnamed = own.filter((path) => !named.has(path) && !foreign.includes(path));
  const taken: (readonly [from: string, to: string])[] = [];
  for (const path of unnamed) {
    const from = join(folder, path);
    const to = join(folder, temporaryPath(path, build));
    // What a killed build left half-written; nobody reads it.
    if (toFinalPath(path) !== path) await rm(from, { force: true });
    else if (await move(from, to)) taken.push([from, to]);
  }
  if (!(await isCurrent(folder, manifest))) {
    for (const [from, to] of taken) await move(to, from);
    return;
  }
  for (const [, to] of taken) await rm(to, { force: true });
  await removeEmptied(folder, unnamed);
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
  const entries = files.filter(({ path }) => entryPaths.includes(path));
  const hashed = files.filter(({ path }) => !entryPaths.includes(path));
  const last = { path: manifestPath, bytes: manifest };
  const build = randomBytes(4).toString('hex');
  const writer = new FileWriter(folder, build);
  try {
    if (await hasForeignManifest(folder)) refuseForeign(folder, manifestPath);
    const [foreign] = (await findForeignEntries(folder)).filter((path) => named.has(path));
    if (foreign !== undefined) refuseForeign(folder, foreign);
    await writer.write(hashed);
    // They load files of ours by their hash.
    await writer.write(entries);
    await writer.write([last]);
  } catch (cause) {
    await writer.abandon([...files, last]).catch(() => undefined);
    if (cause instanceof LookbackError) throw cause;
    throw toUnwritable('cannot write the index', folder, cause);
  }
  try {
    await removeUnnamed(folder, named, manifest, build);
    const present = new Set(await listOwn(folder));
    const missing = files.filter(({ path }) => !present.has(path));
    if (missing.length > 0 && (await isCurrent(folder, manifest))) await writer.write(missing);
  } catch (cause) {
    throw toUnwritable('the index is written, but files of the one before cannot be removed', folder, cause);
  }
};
