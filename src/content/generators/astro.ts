/**
 * Astro: the file of the route decides the URL, and it is a program. A URL template is asked for.
 * @module
 */
import { toText } from '../front-matter/front-matter.js';
import type { Generator } from './conventions.js';
import { createPlainConventions } from './plain.js';

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
    timeZone: 'UTC',
    base: toText(site.config.base) ?? '',
    notAPost: (path) => {
      if (/\.html?$/i.test(path)) return 'is an HTML file, not a post';
      return path.split('/').at(-1)?.startsWith('_')
        ? 'has a name that starts with _, which Astro leaves out'
        : undefined;
    },
  }),
};
