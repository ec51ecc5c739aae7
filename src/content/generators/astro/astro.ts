/**
 * Astro: the file of the route decides the URL, and it is a program. A URL template is asked for.
 * @module
 */
import { slug } from 'github-slugger';
import { findText, toText } from '../../front-matter/front-matter.js';
import { demandOf, foreignTo, isGenerated } from '../../site/repository-files.js';
import type { Site } from '../../site/site.js';
import { astroAnchors } from '../../text/heading-anchors.js';
import type { PostUrl } from '../conventions.js';
import type { Generator } from '../generator.js';
import { toGlob } from '../glob.js';
import { createPlainConventions } from '../plain.js';
import { isBelow, joinPath, toSourcePath } from '../source-path.js';
import { findCollections } from './collections.js';

/** Where posts are, whatever the configuration says. */
const usualFolders = ['src/content', 'src/pages'];

/** The id of a content collection's entry: every part of its path below the collection, as GitHub slugs headings. */
const toEntryId = (path: string, collections: readonly string[]): string => {
  const [base] = collections.filter((folder) => isBelow(path, folder)).sort((a, b) => b.length - a.length);
  const inner =
    base === undefined ? path.replace(/^src\/(?:content\/[^/]+|pages)\//, '') : path.slice(base.length + 1);
  const { folders, name } = toSourcePath(inner);
  return [...folders, name]
    .map((part) => slug(part))
    .join('/')
    .replace(/\/index$/, '');
};

/** A page of `src/pages` is its own route; links to it end as those that Astro makes. */
const routeOf = (path: string, { trailingSlash, format }: Site['config']): PostUrl | undefined => {
  if (!path.startsWith('src/pages/')) return undefined;
  const { folders, name } = toSourcePath(path.slice('src/pages/'.length));
  const page = joinPath(...folders, ...(name === 'index' ? [] : [name]));
  const isOpen = page === '/' || trailingSlash === 'never' || format === 'file';
  return { path: isOpen ? page : `${page}/`, rule: 'path of the page' };
};

/** Whether every collection that has the file's folder passes over the file; of `src/pages` none does. */
const createLeftOut = (collections: Site['collections']): ((path: string) => boolean) => {
  const tests = collections.map(({ folder, patterns }) => {
    const toGlobs = (list: readonly string[]) => list.map((pattern) => toGlob(pattern));
    return {
      folder,
      included: toGlobs(patterns.filter((pattern) => !pattern.startsWith('!'))),
      excluded: toGlobs(patterns.flatMap((pattern) => (pattern.startsWith('!') ? [pattern.slice(1)] : []))),
    };
  });
  return (path) => {
    const around = tests.filter(({ folder }) => isBelow(path, folder));
    return (
      around.length > 0 &&
      around.every(({ folder, included, excluded }) => {
        const inner = path.slice(folder.length + 1);
        const isTaken = included.length === 0 || included.some((glob) => glob.test(inner));
        return !isTaken || excluded.some((glob) => glob.test(inner));
      })
    );
  };
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
  findContent: findCollections,
  needsUrlTemplate: {
    problem: 'the URLs of an Astro site are decided by its routes, which are programs',
    hint: 'Name the route of the posts: `--url-template "/blog/:slug/"`.',
  },
  plainFacts: { hiddenPath: /(?:^|\/)_(?!posts(?:\/|$))/ },
  createConventions: (site) => {
    const isLeftOut = createLeftOut(site.collections);
    const isContent = (path: string): boolean =>
      !site.isRepository || [...usualFolders, ...site.contentFolders].some((folder) => isBelow(path, folder));
    return {
      ...createPlainConventions(site),
      markup: { anchors: astroAnchors },
      timeZone: 'UTC',
      base: toText(site.config.base) ?? '',
      templateSlug: ({ path, frontMatter }) =>
        findText(frontMatter, 'slug') ?? toEntryId(path, site.contentFolders),
      // Outside of the collections a route may still import a post, and everything else is the repository's.
      needsFrontMatter: (path) => !isContent(path) || demandOf(path, false) !== 'nothing',
      needsTitleAndDate: (path) => !isContent(path),
      route: ({ path }) => routeOf(path, site.config),
      notAPost: (path) => {
        const foreign = foreignTo(path, site.configFile !== undefined);
        if (foreign !== undefined) return foreign;
        if (/\.html?$/i.test(path)) return 'is an HTML file, not a post';
        if (isLeftOut(path)) return 'is left out by the patterns of the collections';
        // A folder that the user names is no part of the site that its author set aside.
        const named = path.startsWith(site.prefix) ? path.slice(site.prefix.length) : path;
        const hidden = named.split('/').find((segment) => segment.startsWith('_'));
        return hidden === undefined
          ? undefined
          : `is set aside: ${hidden} starts with _, which Astro leaves out`;
      },
    };
  },
};
