/**
 * A folder of Markdown that no known generator reads: the URL is the path, unless the post says otherwise.
 * @module
 */
import { findPathDate } from '../dates/path-date.js';
import { findText } from '../front-matter/front-matter.js';
import type { Site } from '../site/site.js';
import type { Conventions, Generator } from './conventions.js';
import { joinPath, toSourcePath } from './source-path.js';
import { toListTaxonomy } from './taxonomy.js';

export const createPlainConventions = (site: Site): Conventions => ({
  templating: 'none',
  anchors: 'github',
  base: '',
  notAPost: () => undefined,
  needsFrontMatter: () => false,
  defaults: () => ({}),
  pathDate: findPathDate,
  pathLanguage: () => undefined,
  taxonomy: ({ frontMatter }) => toListTaxonomy(frontMatter),
  url: ({ path, frontMatter }) => {
    const own = findText(frontMatter, 'permalink', 'url', 'path');
    if (own?.startsWith('/')) return { path: own, rule: 'permalink in front matter' };
    const { folders, name, extension } = toSourcePath(path);
    const slug = findText(frontMatter, 'slug');
    if (slug !== undefined)
      return { path: slug.startsWith('/') ? slug : joinPath(...folders, slug), rule: 'slug in front matter' };
    if (/^(?:index|readme)$/i.test(name))
      return { path: joinPath(...folders, '/'), rule: 'path of the folder' };
    const isPage = /^\.html?$/i.test(extension) && site.generator === 'plain';
    return { path: joinPath(...folders, isPage ? `${name}${extension}` : name), rule: 'path of the file' };
  },
});

export const plain: Generator = {
  configFiles: [],
  outputFolders: ['_site', 'public', 'dist'],
  folderDataFiles: () => [],
  createConventions: createPlainConventions,
};
