/**
 * Astro: the file of the route decides the URL, and it is a program. A URL template is asked for.
 * @module
 */
import { slug } from 'github-slugger';
import { findText, toText } from '../front-matter/front-matter.js';
import { demandOf, foreignTo, isGenerated } from '../site/repository-files.js';
import type { Generator } from './conventions.js';
import { createPlainConventions } from './plain.js';
import { isBelow, joinPath, toSourcePath } from './source-path.js';

/** The id of a content collection's entry: every part of its path below the collection, as GitHub slugs headings. */
const toEntryId = (path: string): string => {
  const { folders, name } = toSourcePath(path.replace(/^src\/(?:content\/[^/]+|pages)\//, ''));
  return [...folders, name]
    .map((part) => slug(part))
    .join('/')
    .replace(/\/index$/, '');
};

export const astro: Generator = {
  configFiles: [
    'astro.config.mjs',
    'astro.config.js',
    'astro.config.ts',
    'astro.config.mts',
    'astro.config.cjs',
  ],
  outputFolders: ['dist', 'public'],
  isGenerated,
  folderDataFiles: () => [],
  createConventions: (site) => {
    const isContent = (path: string): boolean =>
      site.configFile === undefined || site.contentFolders.some((folder) => isBelow(path, folder));
    return {
      ...createPlainConventions(site),
      anchors: 'astro',
      timeZone: 'UTC',
      base: toText(site.config.base) ?? '',
      templateSlug: ({ path, frontMatter }) => findText(frontMatter, 'slug') ?? toEntryId(path),
      // Outside of the collections a route may still import a post, and everything else is the repository's.
      needsFrontMatter: (path) => !isContent(path) || demandOf(path, false) !== 'nothing',
      needsTitleAndDate: (path) => !isContent(path),
      route: ({ path }) => {
        if (!path.startsWith('src/pages/')) return undefined;
        const { folders, name } = toSourcePath(path.slice('src/pages/'.length));
        const page = joinPath(...folders, name === 'index' ? '' : name);
        const isOpen = site.config.trailingSlash === 'never' || page === '/';
        return { path: isOpen ? page : `${page}/`, rule: 'path of the page' };
      },
      notAPost: (path) => {
        const foreign = foreignTo(path, site.configFile !== undefined);
        if (foreign !== undefined) return foreign;
        if (/\.html?$/i.test(path)) return 'is an HTML file, not a post';
        return path.split('/').at(-1)?.startsWith('_')
          ? 'has a name that starts with _, which Astro leaves out'
          : undefined;
      },
    };
  },
};
