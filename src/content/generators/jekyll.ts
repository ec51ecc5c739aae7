/**
 * Jekyll 4: posts in `_posts` folders, collections in `_name` folders, pages beside them.
 * @module
 */
import { toDatedName } from '../dates/path-date.js';
import { type FrontMatter, findText, findValue, isRecord, toText } from '../front-matter/front-matter.js';
import type { Site } from '../site/site.js';
import type { Conventions, Generator, PostUrl, Taxonomy, UrlProblem } from './conventions.js';
import { toGlob } from './glob.js';
import { fillTemplate, type JekyllDocument, toPostTemplate, withPermalinkSuffix } from './jekyll-slug.js';
import { isBelow, toSourcePath } from './source-path.js';
import { toNames, unique } from './taxonomy.js';
import { asksForDate, undatedProblem } from './url-path.js';

const partFolders = new Set(['_includes', '_layouts', '_sass', '_data', '_plugins', '_site', '_cache']);

interface Collection {
  readonly name: string;
  /** Path below the collection's folder. */
  readonly path: string;
  /** Folders above `_posts`, which become categories. */
  readonly above: readonly string[];
}

/** The collection that a path is in: `posts` for `_posts` and `_drafts`, wherever they are. */
const findCollection = (path: string): Collection | undefined => {
  const { folders } = toSourcePath(path);
  const posts = folders.findIndex((folder) => folder === '_posts' || folder === '_drafts');
  const index = posts === -1 ? folders.findIndex((folder) => folder.startsWith('_')) : posts;
  if (index === -1) return undefined;
  return {
    name: posts === -1 ? (folders[index] ?? '').slice(1) : 'posts',
    path: path
      .split('/')
      .slice(index + 1)
      .join('/'),
    above: folders.slice(0, index),
  };
};

/** Values of `defaults:` whose scope holds the path; the longer path wins, then the one with a type. */
const findDefaults = (config: Site['config'], path: string, type: string): Record<string, unknown> => {
  const sets = Array.isArray(config.defaults) ? config.defaults : [];
  return sets
    .filter(isRecord)
    .flatMap((set) => {
      const scope = isRecord(set.scope) ? set.scope : {};
      const folder = (toText(scope.path) ?? '').replace(/^\/|\/$/g, '');
      const scopeType = toText(scope.type);
      const applies = scopeType === undefined || scopeType.replace(/^(page|post|draft)$/, '$1s') === type;
      return applies && isRecord(set.values) && matchesScope(path, folder)
        ? [{ values: set.values, rank: folder.length * 2 + (scopeType === undefined ? 0 : 1) }]
        : [];
    })
    .sort((a, b) => a.rank - b.rank)
    .reduce<Record<string, unknown>>((merged, { values }) => Object.assign(merged, values), {});
};

const matchesScope = (path: string, scope: string): boolean =>
  scope.includes('*') ? toGlob(scope).test(path) || toGlob(`${scope}/**`).test(path) : isBelow(path, scope);

/** A string of a plural key is split at spaces; the singular key is one value and goes before it. */
const pluralized = (frontMatter: FrontMatter, singular: string, plural: string): string[] => {
  const single = findValue(frontMatter, singular);
  if (single !== undefined) return toNames(single);
  const value = findValue(frontMatter, plural);
  return toNames(typeof value === 'string' ? value.split(/\s+/) : value);
};

const taxonomyOf = (frontMatter: FrontMatter, above: readonly string[]): Taxonomy => {
  const plural = findValue(frontMatter, 'categories');
  return {
    tags: unique(pluralized(frontMatter, 'tag', 'tags')),
    categories: unique([
      ...above,
      ...toNames(typeof plural === 'string' ? plural.split(/\s+/) : plural),
      ...toNames(findValue(frontMatter, 'category')),
    ]),
  };
};

const createConventions = (site: Site): Conventions => {
  const { config } = site;
  const permalink = toText(config.permalink) ?? 'date';
  const collections = isRecord(config.collections) ? config.collections : {};
  const collectionsDir = toText(config.collections_dir)?.replace(/^\/|\/$/g, '') ?? '';
  const isKnownSite = site.configFile !== undefined;
  const named = Array.isArray(config.collections)
    ? new Set(toNames(config.collections))
    : new Set(Object.keys(collections));

  const settingsOf = (name: string): Readonly<Record<string, unknown>> => {
    const settings = collections[name];
    return isRecord(settings) ? settings : {};
  };

  const inSource = (path: string): string =>
    collectionsDir !== '' && isBelow(path, collectionsDir) ? path.slice(collectionsDir.length + 1) : path;

  const notAPost = (path: string): string | undefined => {
    const { folders, name, extension } = toSourcePath(path);
    const part = folders.find((folder) => partFolders.has(folder));
    if (part !== undefined) return `is in ${part}, which holds parts of pages`;
    if (excluded.some((entry) => entry !== '' && matchesScope(path, entry)))
      return `is excluded by ${site.configFile ?? 'the site'}`;
    const collection = findCollection(inSource(path));
    if (collection?.name === 'posts') {
      // Jekyll reads `_posts` for dated names alone; drafts need none.
      return toDatedName(name) === undefined && !folders.includes('_drafts')
        ? 'has no date in its name, which Jekyll asks of a file in _posts'
        : undefined;
    }
    if (collection !== undefined) {
      if (!isKnownSite) return undefined;
      if (!named.has(collection.name)) return `is in _${collection.name}, which is no collection of the site`;
      return settingsOf(collection.name).output === true
        ? undefined
        : `is in the collection ${collection.name}, which the site does not write`;
    }
    if (name.startsWith('_')) return 'has a name that starts with _, which Jekyll does not publish';
    return /^\.html?$/i.test(extension) ? 'is an HTML page, not a post' : undefined;
  };

  const typeOf = (path: string): string => {
    if (path.split('/').includes('_drafts')) return 'drafts';
    return findCollection(inSource(path))?.name ?? 'pages';
  };

  const postTemplate = (collection: string): string => {
    const own = toText(settingsOf(collection).permalink);
    if (collection === 'posts') return toPostTemplate(own ?? permalink);
    return own ?? withPermalinkSuffix('/:collection/:path', permalink);
  };

  const pageTemplate = (name: string): string =>
    name === 'index' ? '/:path/' : withPermalinkSuffix('/:path', permalink);

  const excluded = toNames(config.exclude).map((entry) => entry.replace(/^\/|\/$/g, ''));

  return {
    templating: 'liquid',
    anchors: 'kramdown',
    utcTimestamps: true,
    ...(toText(config.excerpt_separator) !== undefined && {
      excerptSeparator: String(config.excerpt_separator),
    }),
    ...(toText(config.timezone) !== undefined && { timeZone: String(config.timezone) }),
    ...(toText(config.lang) !== undefined && { language: String(config.lang) }),
    base: toText(config.baseurl) ?? '',
    notAPost,
    needsFrontMatter: (path) => findCollection(inSource(path))?.name !== 'posts',
    defaults: (path) => findDefaults(config, path, typeOf(path)),
    pathDate: (path) => toDatedName(toSourcePath(path).name)?.date,
    taxonomy: ({ path, frontMatter }) => {
      const collection = findCollection(inSource(path));
      return taxonomyOf(frontMatter, collection?.name === 'posts' ? collection.above : []);
    },
    pathLanguage: () => undefined,
    url: (source) => {
      const { path, frontMatter } = source;
      const collection = findCollection(inSource(path));
      const { name } = toSourcePath(path);
      const basename = name.replace(/(?<!\.)\.+$/, '');
      const document: JekyllDocument = {
        ...source,
        collection: collection?.name ?? 'pages',
        cleanPath: `/${(collection?.path ?? path.replace(/(^|\/)index(?=\.[^./]+$)/, '$1')).replace(/\.[^./]*$/, '').replace(/(?<!\.)\.+$/, '')}`,
        basename,
        slug: findText(frontMatter, 'slug') ?? (toDatedName(name)?.rest ?? name).replace(/(?<!\.)\.+$/, ''),
      };
      const make = (template: string, rule: string): PostUrl | UrlProblem =>
        source.date === undefined && asksForDate(template)
          ? undatedProblem
          : { path: fillTemplate(template, document), rule };
      const own = findText(frontMatter, 'permalink');
      if (own !== undefined) return make(own, 'permalink in front matter');
      if (collection === undefined) return make(pageTemplate(name), 'path of the page');
      const configured = toText(settingsOf(collection.name).permalink) ?? toText(config.permalink);
      const rule =
        configured === undefined
          ? 'Jekyll’s default permalink'
          : `permalink of ${site.configFile ?? 'the site'}`;
      return make(postTemplate(collection.name), rule);
    },
  };
};

export const jekyll: Generator = {
  configFiles: ['_config.yml', '_config.yaml', '_config.toml'],
  outputFolders: ['_site', 'vendor'],
  folderDataFiles: () => [],
  createConventions,
};
