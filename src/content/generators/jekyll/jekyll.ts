/**
 * Jekyll 4: posts in `_posts` folders, collections in `_name` folders, pages beside them.
 * @module
 */
import { type FrontMatter, findText, findValue, isRecord, toText } from '../../front-matter/front-matter.js';
import type { Site } from '../../site/site.js';
import type { Conventions, Generator, PostUrl, Taxonomy, UrlProblem } from '../conventions.js';
import { toGlob } from '../glob.js';
import { isBelow, toSourcePath } from '../source-path.js';
import { toNames, unique } from '../taxonomy.js';
import { asksForDate, undatedProblem } from '../url-path.js';
import { createJekyllFiles, packageFolders, toPostName } from './files.js';
import { fillTemplate, type JekyllDocument, toPostTemplate, withPermalinkSuffix } from './slug.js';

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
  const fileOf = createJekyllFiles(site);

  const settingsOf = (name: string): Readonly<Record<string, unknown>> => {
    const settings = collections[name];
    return isRecord(settings) ? settings : {};
  };

  const typeOf = (path: string): string =>
    path.split('/').includes('_drafts') ? 'drafts' : (fileOf(path).collection ?? 'pages');

  const postTemplate = (collection: string): string => {
    const own = toText(settingsOf(collection).permalink);
    if (collection === 'posts') return toPostTemplate(own ?? permalink);
    return own ?? withPermalinkSuffix('/:collection/:path', permalink);
  };

  const pageTemplate = (name: string): string =>
    name === 'index' ? '/:path/' : withPermalinkSuffix('/:path', permalink);

  return {
    templating: 'liquid',
    anchors: 'kramdown',
    utcTimestamps: true,
    ...(toText(config.excerpt_separator) !== undefined && {
      excerptSeparator: String(config.excerpt_separator),
    }),
    // Without a zone of its own a site has that of the machine that builds it, which is UTC wherever nobody sits.
    timeZone: toText(config.timezone) ?? 'UTC',
    ...(toText(config.lang) !== undefined && { language: String(config.lang) }),
    base: toText(config.baseurl) ?? '',
    notAPost: (path) => fileOf(path).problem,
    needsFrontMatter: (path) => fileOf(path).collection !== 'posts',
    defaults: (path) => findDefaults(config, fileOf(path).path, typeOf(path)),
    pathDate: (path) => toPostName(toSourcePath(path).name)?.date,
    taxonomy: ({ path, frontMatter }) => {
      const { collection, above } = fileOf(path);
      return taxonomyOf(frontMatter, collection === 'posts' ? above : []);
    },
    pathLanguage: () => undefined,
    url: (source) => {
      const { frontMatter } = source;
      const { path, collection, below } = fileOf(source.path);
      const { name } = toSourcePath(path);
      const basename = name.replace(/(?<!\.)\.+$/, '');
      const document: JekyllDocument = {
        ...source,
        collection: collection ?? 'pages',
        cleanPath: `/${(collection === undefined ? path.replace(/(^|\/)index(?=\.[^./]+$)/, '$1') : below).replace(/\.[^./]*$/, '').replace(/(?<!\.)\.+$/, '')}`,
        basename,
        slug: findText(frontMatter, 'slug') ?? (toPostName(name)?.rest ?? name).replace(/(?<!\.)\.+$/, ''),
      };
      const make = (template: string, rule: string): PostUrl | UrlProblem =>
        source.date === undefined && asksForDate(template)
          ? undatedProblem
          : { path: fillTemplate(template, document), rule };
      const own = findText(frontMatter, 'permalink');
      if (own !== undefined) return make(own, 'permalink in front matter');
      if (collection === undefined) return make(pageTemplate(name), 'path of the page');
      const configured = toText(settingsOf(collection).permalink) ?? toText(config.permalink);
      const rule =
        configured === undefined
          ? 'Jekyll’s default permalink'
          : `permalink of ${site.configFile ?? 'the site'}`;
      return make(postTemplate(collection), rule);
    },
  };
};

export const jekyll: Generator = {
  configFiles: ['_config.yml', '_config.yaml', '_config.toml'],
  outputFolders: ['_site', ...packageFolders],
  createConventions,
};
