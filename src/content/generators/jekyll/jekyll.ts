/**
 * Jekyll 4: posts in `_posts` folders, collections in `_name` folders, pages beside them.
 * @module
 */
import { isObject } from '../../../domain/is-object.js';
import {
  type FrontMatter,
  findText,
  findValue,
  toText,
  withDefaults,
} from '../../front-matter/front-matter.js';
import type { Site } from '../../site/site.js';
import { kramdown } from '../../text/dialects.js';
import { kramdownAnchors } from '../../text/heading-anchors.js';
import { liquid } from '../../text/templating/template-engines.js';
import type { Conventions, PostUrl, Taxonomy, UrlProblem } from '../conventions.js';
import type { Evidence, Sign } from '../evidence.js';
import type { Generator } from '../generator.js';
import { toGlob } from '../glob.js';
import { toSourcePath } from '../source-path.js';
import { toNames, unique } from '../taxonomy.js';
import { asksForDate, undatedProblem } from '../url-path.js';
import { createJekyllFiles, packageFolders, toPostName } from './files.js';
import { fillTemplate, type JekyllDocument, toPostTemplate, withPermalinkSuffix } from './slug.js';

const matchesScope = (path: string, scope: string): boolean =>
  scope.includes('*')
    ? toGlob(scope).test(path) || toGlob(`${scope}/**`).test(path)
    : // A path is compared as text: `blog/dra` is the scope of `blog/drafts` too, and one that begins with `/` is of none.
      path.startsWith(scope);

/**
 * Values of `defaults:` whose scope holds the path; the longer path wins, then the one with a type. `frontmatter_defaults.rb`
 * in its source.
 */
const findDefaults = (config: Site['config'], path: string, type: string): Record<string, unknown> => {
  const sets = Array.isArray(config.defaults) ? config.defaults : [];
  const container = toText(config.collections_dir);
  const below = (name: string): string =>
    container !== undefined && name.startsWith(`${container}/`) ? name.slice(container.length + 1) : name;
  return sets
    .filter(isObject)
    .flatMap((set) => {
      const scope = isObject(set.scope) ? set.scope : {};
      const folder = toText(scope.path) ?? '';
      const scopeType = toText(scope.type);
      const applies = scopeType === undefined || scopeType.replace(/^(page|post|draft)$/, '$1s') === type;
      return applies && isObject(set.values) && matchesScope(below(path), below(folder))
        ? [{ values: set.values, rank: folder.length * 2 + (scopeType === undefined ? 0 : 1) }]
        : [];
    })
    .sort((a, b) => a.rank - b.rank)
    .reduce<Record<string, unknown>>(
      (merged, { values }) => Object.assign(merged, withoutNothing(values)),
      {},
    );
};

const withoutNothing = (values: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));

const toCategories = (value: unknown): string[] =>
  toNames(typeof value === 'string' ? value.split(/\s+/) : value);

/** A name without a value leaves the default as it is, and categories are joined: `merge_data!` of `document.rb`. */
const joinDefaults = (own: FrontMatter, defaults: Readonly<Record<string, unknown>>): FrontMatter => {
  const kept = own.filter(({ name, value }) => value !== null || !Object.hasOwn(defaults, name));
  return withDefaults(kept, defaults).map((entry) =>
    entry.name === 'categories' && Object.hasOwn(defaults, 'categories')
      ? { ...entry, value: unique([...toCategories(defaults.categories), ...toCategories(entry.value)]) }
      : entry,
  );
};

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
    categories: unique([...above, ...toCategories(plural), ...toNames(findValue(frontMatter, 'category'))]),
  };
};

const createConventions = (site: Site): Conventions => {
  const { config } = site;
  const permalink = toText(config.permalink) ?? 'date';
  const collections = isObject(config.collections) ? config.collections : {};
  const fileOf = createJekyllFiles(site);

  const settingsOf = (name: string): Readonly<Record<string, unknown>> => {
    const settings = collections[name];
    return isObject(settings) ? settings : {};
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
    markup: { templates: liquid, dialect: kramdown, anchors: kramdownAnchors },
    utcTimestamps: true,
    // `Time.parse` goes on into the next month, and reads 6/5/2019 as in Europe.
    spelling: { rollsOver: true, numericOrders: ['day'] },
    exactKeys: new Set(['date', 'permalink', 'slug', 'category', 'categories', 'tag', 'tags']),
    ...(toText(config.excerpt_separator) !== undefined && {
      excerptSeparator: String(config.excerpt_separator),
    }),
    // Without a zone of its own a site has that of the machine that builds it, which is UTC wherever nobody sits.
    timeZone: toText(config.timezone) ?? 'UTC',
    ...(toText(config.lang) !== undefined && { language: String(config.lang) }),
    base: toText(config.baseurl) ?? '',
    notAPost: (path) => fileOf(path).problem,
    needsFrontMatter: (path) => fileOf(path).collection !== 'posts',
    cascade: (path, own) => ({
      frontMatter: joinDefaults(own, findDefaults(config, fileOf(path).path, typeOf(path))),
    }),
    pathDate: (path) => toPostName(toSourcePath(path).name)?.date,
    taxonomy: ({ path, frontMatter }) => {
      const { collection, above } = fileOf(path);
      return taxonomyOf(frontMatter, collection === 'posts' ? above : []);
    },
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

/** Jekyll asks for a date in the names of posts, and others have folders of that name too. */
const recognize = (posts: Evidence): Sign | undefined => {
  const isOwn = posts.has('/_posts/') ? posts.isDated('/_posts/') : posts.has('/_drafts/');
  if (isOwn) return 'folders';
  // Its names outside `_posts`: its posts alone, unless the site has moved on to a generator with such folders.
  return posts.isDated() && !posts.has('/content/') && !posts.has('/src/') ? 'names' : undefined;
};

export const jekyll: Generator = {
  configFiles: ['_config.toml'],
  sharedConfigFiles: ['_config.yml', '_config.yaml'],
  recognize,
  home: { folder: '_posts', bare: '_posts/' },
  outputFolders: ['_site', ...packageFolders],
  publishesDraftFlag: true,
  plainFacts: { hiddenPath: /(?:^|\/)(?:[#~_][^/]*|[^/]*~)$/ },
  createConventions,
};
