/**
 * A folder -> the source files in it.
 * @module
 */

import type { Dirent } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { compareText } from '../domain/compare-text.js';

/** What posts are written in, and markup that is told from other files only to be reported. */
const sourceExtension = /\.(?:md|markdown|mdown|mkdn?|mkdown|mdx|html?|rst|adoc|asciidoc|org|textile)$/i;
export const isSourceFile = (name: string): boolean => sourceExtension.test(name);
/** Markup of posts that Lookback does not read. */
export const foreignMarkup = /\.(?:rst|adoc|asciidoc|org|textile)$/i;

/** What is in a folder, by paths relative to it, with `/`. */
export interface Discovered {
  /** Every source file, sorted by code unit. */
  readonly files: readonly string[];
  /** Folders that could not be read and may hold posts, each with a closing `/` (`./` is the folder itself), and why not. */
  readonly unreadable: ReadonlyMap<string, string>;
  /** Links to posts, or to folders of posts, that lead out of the folder or nowhere, sorted. */
  readonly leftAlone: readonly string[];
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';

/** Whether a link is to be read as the file that it leads to, or seems to lead to posts that are not read. */
const followLink = async (root: string, path: string): Promise<'file' | 'left-alone' | 'nothing'> => {
  const isSource = sourceExtension.test(path);
  try {
    const target = await realpath(join(root, path));
    const isInside = target === root || target.startsWith(root.endsWith(sep) ? root : root + sep);
    const isFolder = (await stat(target)).isDirectory();
    // What is inside is found under its own name.
    if (isInside) return isSource && !isFolder ? 'file' : 'nothing';
    const holdsPosts = isFolder
      ? (await readdir(target)).some((name) => sourceExtension.test(name))
      : isSource;
    return holdsPosts ? 'left-alone' : 'nothing';
  } catch {
    return isSource ? 'left-alone' : 'nothing';
  }
};

/**
 * Finds every source file below a folder. Folders whose name starts with a dot and `node_modules` are not entered, nor
 * are links to folders; a link to a file inside is that file under another name.
 * @param root a real path.
 * @param isOutput says which folders, relative to the root, hold what the generator writes.
 */
export async function discover(root: string, isOutput: (folder: string) => boolean): Promise<Discovered> {
  const files: string[] = [];
  const unreadable = new Map<string, string>();
  const leftAlone: string[] = [];
  const folders = [''];

  const readFolder = async (folder: string): Promise<Dirent[]> => {
    try {
      return await readdir(join(root, folder), { withFileTypes: true });
    } catch (error) {
      unreadable.set(
        folder === '' ? './' : `${folder}/`,
        `is a folder that cannot be read (${codeOf(error)})`,
      );
      return [];
    }
  };

  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    for (const entry of await readFolder(folder)) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
      if (entry.isDirectory()) {
        if (!isOutput(path)) folders.push(path);
      } else if (entry.isSymbolicLink()) {
        const leadsTo = await followLink(root, path);
        if (leadsTo === 'file') files.push(path);
        if (leadsTo === 'left-alone') leftAlone.push(path);
      } else if (sourceExtension.test(entry.name)) files.push(path);
    }
  }
  return { files: files.sort(compareText), unreadable, leftAlone: leftAlone.sort(compareText) };
}
