/**
 * Which files Pelican makes articles and pages of. `generators.py` in its source, `get_files` above all.
 * @module
 */
import type { Site } from '../../site/site.js';
import { toGlob } from '../glob.js';
import { isBelow, toSourcePath } from '../source-path.js';
import { toNames } from '../taxonomy.js';

export type PelicanFile =
  | { readonly kind: 'article' | 'page' }
  | { readonly kind: 'none'; readonly reason: string };

/** A list of paths; a single one is a mistake that Pelican passes over. */
const listOf = (value: unknown, usual: readonly string[]): readonly string[] =>
  Array.isArray(value) ? value.filter((item) => typeof item === 'string') : usual;

const trimmed = (path: string): string =>
  path
    .split('/')
    .filter((part) => part !== '' && part !== '.')
    .join('/');

/** @returns what a path below the content folder is. */
export function createPelicanFiles({ config }: Pick<Site, 'config'>): (path: string) => PelicanFile {
  const pagePaths = listOf(config.PAGE_PATHS, ['pages']);
  const articlePaths = listOf(config.ARTICLE_PATHS, ['']);
  const ignores = toNames(config.IGNORE_FILES ?? ['.#*']).map((pattern) => toGlob(pattern, 'python-fnmatch'));
  const isIgnored = (name: string): boolean => ignores.some((glob) => glob.test(name));

  /** @param excludes folders that are not entered; Pelican takes neither files nor names with a closing slash. */
  const isFound = (path: string, roots: readonly string[], excludes: ReadonlySet<string>): boolean =>
    roots.map(trimmed).some((root) => {
      if (path === root) return true;
      if (!isBelow(path, root)) return false;
      const { folders } = toSourcePath(path);
      const start = root === '' ? 0 : root.split('/').length;
      return folders
        .slice(start)
        .every(
          (name, index) => !isIgnored(name) && !excludes.has(folders.slice(0, start + index + 1).join('/')),
        );
    });

  const articleExcludes = new Set([...listOf(config.ARTICLE_EXCLUDES, []), ...pagePaths]);
  const pageExcludes = new Set([...listOf(config.PAGE_EXCLUDES, []), ...articlePaths]);

  return (path) => {
    if (isIgnored(path.split('/').at(-1) ?? ''))
      return { kind: 'none', reason: 'is left out by IGNORE_FILES' };
    // Extensions are told by their case: `.MD` is copied.
    if (!/\.(?:md|markdown|mkd|mdown|html?)$/.test(path))
      return { kind: 'none', reason: 'is in a format that Pelican does not read' };
    if (isFound(path, pagePaths, pageExcludes)) return { kind: 'page' };
    if (isFound(path, articlePaths, articleExcludes)) return { kind: 'article' };
    return { kind: 'none', reason: 'is in none of the folders that Pelican reads articles and pages from' };
  };
}
