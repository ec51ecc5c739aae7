/**
 * A file -> the folder of posts that it would be read with.
 * @module
 */
import { readdir, realpath } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import type { GeneratorName } from '../domain/generator-names.js';
import { isSourceFile } from './discover.js';
import { toSourcePath } from './generators/source-path.js';
import { findSiteAbove } from './site/find-site.js';
import { findRepository } from './site/repository.js';
import { isDocument } from './site/repository-files.js';

export interface PostsRootOptions {
  /** The folder of posts that is set, whether it exists or not. */
  readonly posts: string;
  /** Where the user works. */
  readonly workingFolder: string;
  readonly generator?: GeneratorName | undefined;
}

const isInside = (file: string, folder: string): boolean =>
  file.startsWith(folder.endsWith(sep) ? folder : folder + sep);

/** Nothing tells where the posts begin: they are taken for one of the folders that the user works in, or for that itself. */
const rootInWorkingFolder = async (file: string, workingFolder: string): Promise<string> => {
  if (!isInside(file, workingFolder)) return dirname(file);
  const own = (await readdir(workingFolder)).filter(isSourceFile);
  if (own.some((name) => !isDocument(toSourcePath(name).name))) return workingFolder;
  const [first = '', ...below] = relative(workingFolder, file).split(sep);
  return below.length === 0 ? workingFolder : join(workingFolder, first);
};

/**
 * The folder that is set, if the file lies in it; else the root of the site above it, or of the repository.
 * @param file a real path
 * @throws LookbackError `config-unreadable`
 */
export async function findPostsRoot(
  file: string,
  { posts, workingFolder, generator }: PostsRootOptions,
): Promise<string> {
  const folder = await realpath(posts).catch(() => undefined);
  if (folder !== undefined && isInside(file, folder)) return folder;
  // However deep the file lies: a build begins at the root.
  const own = dirname(file);
  const above =
    (await findSiteAbove(own, generator, Number.POSITIVE_INFINITY)) ??
    (await findRepository(own, Number.POSITIVE_INFINITY));
  return above?.root ?? rootInWorkingFolder(file, await realpath(workingFolder));
}
