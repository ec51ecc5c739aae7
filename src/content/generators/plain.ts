/**
 * A folder of Markdown that no known generator reads: the URL is guessed from the path, unless the post says otherwise.
 * @module
 */
import { findPathDate } from '../dates/path-date.js';
import { findText } from '../front-matter/front-matter.js';
import { demandOf, foreignTo, isGenerated } from '../site/repository-files.js';
import type { Site } from '../site/site.js';
import type { Conventions, Generator, PostUrl } from './conventions.js';
import { joinPath, toSourcePath } from './source-path.js';
import { toListTaxonomy } from './taxonomy.js';

/** Folders at the root of a site that hold what it shows, and are not in its URLs. */
const contentRoot = /^(?:src\/)?(?:(?:contents?|public|data|pages|app|routes)\/)?/;

/** Folders as a URL has them: `(group)` only groups, and `_posts` are posts. */
const toUrlFolders = (folders: readonly string[]): string[] =>
  folders
    .filter((folder) => !/^\(.*\)$/.test(folder))
    .map((folder) => (folder === '_posts' ? 'posts' : folder));

/** `pages/about.mdx`, `app/blog/a/page.mdx`: files that are routes themselves. */
const routeOf = (path: string): PostUrl | undefined => {
  const [, kind, rest] = /^(?:src\/)?(pages|app)\/(.+)$/.exec(path) ?? [];
  if (rest === undefined) return undefined;
  const { folders, name } = toSourcePath(rest);
  const isFolder = name === (kind === 'app' ? 'page' : 'index');
  if (kind === 'app' && !isFolder) return undefined;
  const segments = isFolder ? folders : [...folders, name];
  return { path: joinPath(...toUrlFolders(segments)), rule: 'path of the page' };
};

export const createPlainConventions = (site: Site): Conventions => ({
  templating: 'none',
  anchors: 'github',
  base: '',
  notAPost: (path) => (site.isRepository ? foreignTo(path) : undefined),
  needsFrontMatter: (path) => demandOf(path, site.isRepository) !== 'nothing',
  needsTitleAndDate: (path) => demandOf(path, site.isRepository) === 'title and date',
  defaults: () => ({}),
  pathDate: findPathDate,
  pathLanguage: () => undefined,
  taxonomy: ({ frontMatter }) => toListTaxonomy(frontMatter),
  url: ({ path, frontMatter }) => {
    const own = findText(frontMatter, 'permalink', 'url', 'path');
    if (own?.startsWith('/')) return { path: own, rule: 'permalink in front matter' };
    const {
      folders: written,
      name,
      extension,
    } = toSourcePath(site.isRepository ? path.replace(contentRoot, '') : path);
    const folders = toUrlFolders(written);
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
  outputFolders: ['_site', 'dist'],
  isGenerated,
  folderDataFiles: () => [],
  createConventions: (site) => ({
    ...createPlainConventions(site),
    route: ({ path }) => (site.isRepository ? routeOf(path) : undefined),
  }),
};
