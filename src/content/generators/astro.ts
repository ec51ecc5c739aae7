/**
 * Astro: the file of the route decides the URL, and it is a program. A URL template is asked for.
 * @module
 */
import { slug } from 'github-slugger';
import { findText, toText } from '../front-matter/front-matter.js';
import type { Generator } from './conventions.js';
import { createPlainConventions } from './plain.js';
import { toSourcePath } from './source-path.js';

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
  folderDataFiles: () => [],
  createConventions: (site) => ({
    ...createPlainConventions(site),
    anchors: 'astro',
    timeZone: 'UTC',
    base: toText(site.config.base) ?? '',
    templateSlug: ({ path, frontMatter }) => findText(frontMatter, 'slug') ?? toEntryId(path),
    notAPost: (path) => {
      if (/\.html?$/i.test(path)) return 'is an HTML file, not a post';
      // A folder that the user names is no part of the site that its author set aside.
      const named = path.startsWith(site.prefix) ? path.slice(site.prefix.length) : path;
      const hidden = named.split('/').find((segment) => segment.startsWith('_'));
      return hidden === undefined
        ? undefined
        : `is set aside: ${hidden} starts with _, which Astro leaves out`;
    },
  }),
};
