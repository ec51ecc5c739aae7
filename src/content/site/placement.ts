/**
 * How the posts folder and the site's root lie to each other.
 * @module
 */

import { posix } from 'node:path';
import type { Generator } from '../generators/generator.js';
import { isBelow, toSourcePath } from '../generators/source-path.js';

export interface Placement {
  /** See {@link Site.prefix} and {@link Site.inset}; at most one of them is not empty. */
  readonly prefix: string;
  readonly inset: string;
}

/**
 * @param fromSite the posts folder relative to the site's root, with `/`.
 * @param toSite the site's root relative to the posts folder.
 */
export function placeConfigured(fromSite: string, toSite: string): Placement {
  // Posts that lie beside their site have a path that begins with `../`.
  if (fromSite.startsWith('..') && !toSite.startsWith('..')) return { prefix: '', inset: `${toSite}/` };
  return { prefix: fromSite === '' ? '' : `${fromSite}/`, inset: '' };
}

/** The path of a file of the posts folder below the site's root; one beside the site begins with `../`. */
export const toSitePath = ({ prefix, inset }: Placement, file: string): string =>
  file.startsWith(inset) ? prefix + file.slice(inset.length) : posix.relative(inset, file);

const commonFolder = (paths: readonly string[]): string => {
  const [first = '', ...rest] = paths;
  let common = first.split('/');
  for (const path of rest) {
    const segments = path.split('/');
    const end = common.findIndex((segment, index) => segment !== segments[index]);
    if (end !== -1) common = common.slice(0, end);
  }
  return common.join('/');
};

/**
 * Without a configuration file the root is told from the folders that the generator asks for.
 * @param folder the last folders of the posts folder's own path.
 * @param files relative to it.
 */
export function placeGuessed(
  { home, wrappers = [] }: Pick<Generator, 'home' | 'wrappers'>,
  folder: string,
  files: readonly string[],
): Placement {
  if (home === undefined) {
    const wrapper = wrappers.find(
      (name) =>
        files.every((file) => !file.includes('/') || isBelow(file, name)) &&
        files.some((file) => isBelow(file, name)),
    );
    return { prefix: '', inset: wrapper === undefined ? '' : `${wrapper}/` };
  }
  const above = files.flatMap((file) => {
    const { folders } = toSourcePath(file);
    const at = folders.indexOf(home.folder);
    return at === -1 ? [] : [folders.slice(0, at).join('/')];
  });
  if (above.length > 0) {
    const inset = commonFolder(above);
    return { prefix: '', inset: inset === '' ? '' : `${inset}/` };
  }
  const own = folder.split('/');
  const at = own.lastIndexOf(home.folder);
  return { prefix: at === -1 ? home.bare : `${own.slice(at).join('/')}/`, inset: '' };
}

/**
 * Where a folder of the site is, relative to the posts folder; `undefined` if it is only supposed to exist.
 * @param root absolute path of the posts folder, with `/`.
 */
export function fromPosts(
  { prefix, inset }: Placement,
  root: string,
  siteFolder: string,
): string | undefined {
  if (inset !== '') return inset + siteFolder;
  if (`${siteFolder}/`.startsWith(prefix)) return siteFolder.slice(prefix.length);
  if (!`${root}/`.endsWith(`/${prefix}`)) return undefined;
  return `${'../'.repeat(prefix.split('/').length - 1)}${siteFolder}`;
}
