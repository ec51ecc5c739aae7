/**
 * Where an Astro site keeps its posts: the folders that its content configuration names. It is a program and is never run.
 * @module
 */

import { join, posix } from 'node:path';
import { isObject } from '../../../domain/is-object.js';
import { ForeignFileError, readForeignText } from '../../../files/read-foreign-file.js';
import { readCalls } from '../../programs/script-calls.js';
import { readTextsOf } from '../../programs/script-literals.js';
import type { Collection, ContentFolders } from '../../site/site.js';

const configFiles = ['src/content.config', 'src/content/config'].flatMap((name) =>
  ['ts', 'mts', 'mjs', 'js'].map((extension) => `${name}.${extension}`),
);

const toFolder = (base: string): string => posix.normalize(`./${base}`).replace(/\/$/, '');

const readCollections = (source: string): Collection[] =>
  readCalls(source).flatMap(({ method, values: [options] }) => {
    if (method !== 'glob' || !isObject(options) || typeof options.base !== 'string') return [];
    const written = Array.isArray(options.pattern) ? options.pattern : [options.pattern];
    const patterns = written.filter((pattern) => typeof pattern === 'string');
    return [{ folder: toFolder(options.base), patterns: patterns.length === written.length ? patterns : [] }];
  });

/** @param siteRoot absolute path */
export const findCollections = async (siteRoot: string): Promise<ContentFolders> => {
  const folders: string[] = [];
  const collections: Collection[] = [];
  for (const file of configFiles) {
    try {
      const source = await readForeignText(join(siteRoot, file));
      folders.push(...readTextsOf(source, 'base').map(toFolder));
      collections.push(...readCollections(source));
    } catch (error) {
      // What it would have named is judged by its front matter.
      if (!(error instanceof ForeignFileError)) throw error;
    }
  }
  return {
    folders: [...new Set(folders)].filter((folder) => !folder.startsWith('..') && folder !== '.'),
    collections,
  };
};
