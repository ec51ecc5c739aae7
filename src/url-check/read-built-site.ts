/**
 * The folder that a generator wrote -> the pages of the site.
 * @module
 */
import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { LookbackError } from '../domain/errors.js';
import { findBase } from './find-base.js';
import { readStart } from './read-start.js';
import { type SitePage, toSitePage } from './site-page.js';

/** An address without extension has a file without one. */
const isPage = async (path: string): Promise<boolean> => {
  const name = basename(path);
  if (name.includes('.')) return /\.html?$/i.test(name) && !/^404\.html?$/i.test(name);
  return /^\s*<(?:!doctype\s+html|html)\b/i.test(await readStart(path, 512));
};

/** A name may hold what means something else in a URL. */
const toPath = (file: string): string => file.replace(/[%?#]/g, encodeURIComponent);

const listFiles = async (folder: string): Promise<string[]> => {
  const files: string[] = [];
  const folders = [''];
  try {
    for (let at = folders.pop(); at !== undefined; at = folders.pop())
      for (const entry of await readdir(join(folder, at), { withFileTypes: true })) {
        const path = at === '' ? entry.name : `${at}/${entry.name}`;
        if (entry.isDirectory()) {
          if (entry.name !== 'node_modules' && !entry.name.startsWith('.')) folders.push(path);
        } else if ((entry.isFile() || entry.isSymbolicLink()) && (await isPage(join(folder, path))))
          files.push(path);
      }
  } catch (cause) {
    throw new LookbackError('site-unreadable', `${folder} cannot be read`, { file: folder, cause });
  }
  return files;
};

/**
 * `a/index.html` is `/a/` and `/a`; `a.html` is `/a.html` and `/a`; `a` is `/a`, where it holds HTML.
 * @param base path under which the folder is served, such as `/blog`; by default the pages themselves tell it
 * @throws LookbackError `site-unreadable`
 */
export const readBuiltSite = async (folder: string, base?: string): Promise<readonly SitePage[]> => {
  const files = await listFiles(folder);
  const found = base ?? (await findBase(folder, files));
  const prefix = `/${found}`.replace(/\/{2,}/g, '/').replace(/\/$/, '');
  return files.map((file) => toSitePage(`${prefix}/${toPath(file)}`, true));
};
