/**
 * Where an Astro site keeps its posts: the folders that its content configuration names. It is a program and is never run.
 * @module
 */
import { join, posix } from 'node:path';
import { ForeignFileError, readForeignText } from '../../files/read-foreign-file.js';
import { readTextsOf } from '../programs/script-literals.js';

const configFiles = ['src/content.config', 'src/content/config'].flatMap((name) =>
  ['ts', 'mts', 'mjs', 'js'].map((extension) => `${name}.${extension}`),
);

/** @returns folders below the site's root that are named as the `base` of a collection. */
export const findContentFolders = async (siteRoot: string): Promise<string[]> => {
  const folders: string[] = [];
  for (const file of configFiles) {
    try {
      const source = await readForeignText(join(siteRoot, file));
      folders.push(
        ...readTextsOf(source, 'base').map((base) => posix.normalize(`./${base}`).replace(/\/$/, '')),
      );
    } catch (error) {
      // What it would have named is judged by its front matter.
      if (!(error instanceof ForeignFileError)) throw error;
    }
  }
  return [...new Set(folders)].filter((folder) => !folder.startsWith('..') && folder !== '.');
};
