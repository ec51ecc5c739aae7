/**
 * A folder of Markdown that no known generator reads: the URL is guessed from the path, unless the post says otherwise.
 * @module
 */
import { findPathDate } from '../dates/path-date.js';
import { findText } from '../front-matter/front-matter.js';
import { demandOf, foreignTo, isGenerated } from '../site/repository-files.js';
import type { Site } from '../site/site.js';
import { githubAnchors } from '../text/heading-anchors.js';
import type { Conventions, PostUrl } from './conventions.js';
import type { Generator } from './generator.js';
import { joinPath, toSourcePath } from './source-path.js';

/** Folders at the root of a site that hold what it shows, and are not in its URLs. */
const contentRoot = /^(?:src\/)?(?:(?:contents?|public|data|pages|app|routes)\/)?/;

/** Folders as a URL has them: the `_posts` of Next.js's starter are posts. */
const toUrlFolders = (folders: readonly string[]): string[] =>
  folders.map((folder) => (folder === '_posts' ? 'posts' : folder));

/** `(group)` only groups the files of routes. */
const withoutGroups = (folders: readonly string[]): string[] =>
  folders.filter((folder) => !/^\(.*\)$/.test(folder));

/** `pages/about.mdx`, `app/blog/a/page.mdx`: files that are routes themselves, below a folder of routes. */
const inRoutes = /^(?:src\/)?(pages|app|routes)\/(.+)$/;

const routeOf = (path: string): PostUrl | undefined => {
  const [, kind, rest] = inRoutes.exec(path) ?? [];
  if (rest === undefined) return undefined;
  const { folders, name } = toSourcePath(rest);
  const isFolder = name === (kind === 'pages' ? 'index' : kind === 'app' ? 'page' : '+page');
  if (kind !== 'pages' && !isFolder) return undefined;
  const segments = isFolder ? folders : [...folders, name];
  return { path: joinPath(...withoutGroups(segments)), rule: 'path of the page' };
};

/** `[slug]` is filled by a program, `_app` and `@slot` are parts of pages. */
const partOfRoutes = (path: string): string | undefined => {
  const [, , rest = ''] = inRoutes.exec(path) ?? [];
  const part = rest.split('/').find((segment) => /^[[@_]|^\(\./.test(segment) && segment !== '_posts');
  return part === undefined ? undefined : `is in ${part}, a part of routes`;
};

export const createPlainConventions = (site: Site): Conventions => ({
  markup: { anchors: githubAnchors },
  notAPost: (path) =>
    foreignTo(path, site.isRepository) ?? (site.isRepository ? partOfRoutes(path) : undefined),
  needsFrontMatter: (path) => demandOf(path, site.isRepository) !== 'nothing',
  needsTitleAndDate: (path) => demandOf(path, site.isRepository) === 'title and date',
  pathDate: findPathDate,
  url: ({ path, frontMatter }) => {
    const own = findText(frontMatter, 'permalink', 'url', 'path');
    if (own?.startsWith('/')) return { path: own, rule: 'permalink in front matter' };
    const route = site.isRepository ? routeOf(path) : undefined;
    if (route !== undefined) return route;
    const {
      folders: written,
      name,
      extension,
    } = toSourcePath(site.isRepository ? path.replace(contentRoot, '') : path);
    const folders = toUrlFolders(site.isRepository ? withoutGroups(written) : written);
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
  guessesUrls: true,
  createConventions: createPlainConventions,
};
