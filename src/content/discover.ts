/**
 * A folder -> the source files in it.
 * @module
 */
import type { Dirent } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';

/** What posts are written in, and markup that is told from other files only to be reported. */
const sourceExtension = /\.(?:md|markdown|mdown|mkdn?|mkdown|mdx|html?|rst|adoc|asciidoc|org|textile)$/i;
/** Markup of posts that Lookback does not read. */
export const foreignMarkup = /\.(?:rst|adoc|asciidoc|org|textile)$/i;

const byCodeUnit = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const readFolder = async (folder: string): Promise<Dirent[]> => {
  try {
    return await readdir(folder, { withFileTypes: true });
  } catch {
    // A folder that cannot be read holds nothing that could be told by name.
    return [];
  }
};

/** A link to a file inside the folder is that file under another name; any other link is left alone. */
const isLinkInside = async (root: string, path: string): Promise<boolean> => {
  try {
    const target = await realpath(path);
    return target.startsWith(root + sep) && (await stat(target)).isFile();
  } catch {
    return false;
  }
};

/**
 * Every source file below a folder, relative to it, with `/`, sorted by code unit.
 * Folders whose name starts with a dot and `node_modules` are not entered, nor are links to folders.
 * @param root a real path.
 * @param isOutput says which folders, relative to the root, hold what the generator writes.
 */
export async function discover(root: string, isOutput: (folder: string) => boolean): Promise<string[]> {
  const files: string[] = [];
  const folders = [''];
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    for (const entry of await readFolder(join(root, folder))) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
      if (entry.isDirectory()) {
        if (!isOutput(path)) folders.push(path);
      } else if (sourceExtension.test(entry.name)) {
        const isFile =
          entry.isFile() || (entry.isSymbolicLink() && (await isLinkInside(root, join(root, path))));
        if (isFile) files.push(path);
      }
    }
  }
  return files.sort(byCodeUnit);
}
