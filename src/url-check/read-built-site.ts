/**
 * The folder that a generator wrote -> the pages of the site.
 * @module
 */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { LookbackError } from '../domain/errors.js';
import type { SitePage } from './site-page.js';

const toPage = (file: string, base: string): SitePage => {
  if (/(?:^|\/)index\.html?$/i.test(file))
    return { path: `${base}/${file.slice(0, file.lastIndexOf('/') + 1)}` };
  return { path: `${base}/${file}`, alias: `${base}/${file.replace(/\.html?$/i, '')}` };
};

/**
 * `a/index.html` is `/a/`; `a.html` is `/a.html`, and `/a` too.
 * @param base path under which the folder is served, such as `/blog`
 * @throws LookbackError `site-unreadable`
 */
export const readBuiltSite = async (folder: string, base = ''): Promise<readonly SitePage[]> => {
  const prefix = `/${base}`.replace(/\/+/g, '/').replace(/\/$/, '');
  const pages: SitePage[] = [];
  const folders = [''];
  try {
    for (let at = folders.pop(); at !== undefined; at = folders.pop())
      for (const entry of await readdir(join(folder, at), { withFileTypes: true })) {
        const path = at === '' ? entry.name : `${at}/${entry.name}`;
        if (entry.isDirectory()) {
          if (entry.name !== 'node_modules' && !entry.name.startsWith('.')) folders.push(path);
        } else if (/\.html?$/i.test(entry.name) && !/^404\.html?$/i.test(entry.name))
          pages.push(toPage(path, prefix));
      }
  } catch (cause) {
    throw new LookbackError('site-unreadable', `${folder} cannot be read`, { file: folder, cause });
  }
  return pages;
};
