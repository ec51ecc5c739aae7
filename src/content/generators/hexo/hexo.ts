/**
 * Hexo: `source/_posts`, permalinks of dates and titles. `lib/plugins/filter/post_permalink` in its source.
 * @module
 */

import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { isObject } from '../../../domain/is-object.js';
import { exists } from '../../../files/exists.js';
import { parseDate } from '../../dates/parse-date.js';
import { findText, findValue, toText } from '../../front-matter/front-matter.js';
import { toLocale } from '../../language/language-tag.js';
import type { Site } from '../../site/site.js';
import { slugize } from '../../slugs.js';
import { hexoAnchors } from '../../text/heading-anchors.js';
import { nunjucks } from '../../text/templating/template-engines.js';
import type { Conventions, DatedSource, PostUrl, UrlProblem } from '../conventions.js';
import type { Generator } from '../generator.js';
import { toSitePattern } from '../site-pattern.js';
import { toSourcePath } from '../source-path.js';
import { toNames } from '../taxonomy.js';
import { asksForDate, fillPlaceholders, pathOf, toDateParts, undatedProblem } from '../url-path.js';
import { createHexoFiles } from './files.js';

const segments: Readonly<Record<string, string>> = {
  year: '(\\d{4})',
  month: '(\\d{2})',
  day: '(\\d{2})',
  i_month: '(\\d{1,2})',
  i_day: '(\\d{1,2})',
  hash: '([0-9a-f]{12})',
};

/** What a file's path says, read by the pattern that names new posts. */
const parseName = (pattern: string, path: string): Readonly<Record<string, string>> => {
  const names: string[] = [];
  const source = pattern
    .replace(/\.[^./]+$/, '')
    .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replace(/:(\w*[^_\W])/g, (_, name: string) => {
      names.push(name);
      return segments[name] ?? '(.+?)';
    });
  const match = toSitePattern(`^${source}$`)?.match(path);
  const values: Readonly<Record<string, string>> =
    match === undefined
      ? {}
      : Object.fromEntries(names.map((name, index) => [name, match.groups[index] ?? '']));
  return values.title === undefined ? { ...values, title: slugize(path) } : values;
};

/** Hexo does the same, so that in one checkout the addresses are equal; the date itself is no more than a guess. */
const fileTimeNotice = {
  message: 'has no date: its URL is made of the time at which its file was made, as Hexo makes it',
  hint: 'Give the post a date, or its URL changes with every copy of the site.',
};

const createConventions = (site: Site): Conventions => {
  const { config } = site;
  const sourceDir = (toText(config.source_dir) ?? 'source').replace(/^\/|\/$/g, '');
  const permalink = toText(config.permalink) ?? ':year/:month/:day/:title/';
  const namePattern = toText(config.new_post_name) ?? ':title.md';
  const languages = toNames(config.language);
  const transform = config.filename_case === 1 ? 'lower' : config.filename_case === 2 ? 'upper' : 'none';
  const categoryMap = isObject(config.category_map) ? config.category_map : {};

  const pretty = isObject(config.pretty_urls) ? config.pretty_urls : {};
  const prettify = (path: string): string => {
    if (path.endsWith('/index.html'))
      return pretty.trailing_index === false ? path.slice(0, -'index.html'.length) : path;
    return pretty.trailing_html === false ? path.replace(/\.html$/, '') : path;
  };

  const fileOf = createHexoFiles(site, sourceDir);
  const nameOf = (path: string): Readonly<Record<string, string>> => {
    const file = fileOf(path);
    return parseName(namePattern, (file.kind === 'post' ? file.path : path).replace(/\.[^./]+$/, ''));
  };

  const urlOfPost = (source: DatedSource): PostUrl | UrlProblem => {
    const own = findText(source.frontMatter, 'permalink');
    const rule = config.permalink === undefined ? 'Hexo’s default permalink' : 'permalink of _config.yml';
    if (own !== undefined) return { path: prettify(asFolder(`/${own}`)), rule: 'permalink in front matter' };
    const timeZone = site.timeZone ?? toText(config.timezone) ?? 'UTC';
    const date = source.date ?? parseDate(site.fileTimes.get(source.path), { timeZone });
    const isMadeOfDate =
      asksForDate(permalink) || /:(?:hour|minute|second|timestamp|hash)(?!\w)/.test(permalink);
    if (date === undefined && isMadeOfDate) return undatedProblem;
    const known = values({ ...source, date });
    const path = prettify(asFolder(fillPlaceholders(permalink, (name) => known[name], /:(\w*[^_\W])/g)));
    if (source.date !== undefined || !isMadeOfDate) return { path, rule };
    return { path, rule, notice: fileTimeNotice };
  };

  const urlOfPage = (source: DatedSource, file: string): PostUrl => {
    const own = findText(source.frontMatter, 'permalink');
    if (own === undefined)
      return { path: prettify(`/${file.replace(/\.[^./]+$/, '.html')}`), rule: 'path of the page' };
    const page = own.endsWith('/') ? `${own}index` : own;
    const path = /\.[^./]+$/.test(page) ? page : `${page}.html`;
    return { path: prettify(`/${path}`), rule: 'permalink in front matter' };
  };

  /** Where each post has a folder of assets, its address is that folder. */
  const asFolder = (path: string): string =>
    config.post_asset_folder === true && !/(?:\/|\.html)$/.test(path) ? `${path}/` : path;

  /** A list is a hierarchy; a list of lists is several. */
  const hierarchies = (value: unknown): readonly (readonly string[])[] => {
    if (!Array.isArray(value)) return [toNames(value)].filter((names) => names.length > 0);
    const lists: unknown[] = value;
    return lists.some(Array.isArray) ? lists.map(toNames) : [toNames(lists)];
  };

  const values = ({
    path,
    frontMatter,
    date,
    title,
    language,
    categories,
  }: DatedSource): Record<string, string> => {
    const name = nameOf(path);
    const slug = name.title ?? '';
    const last = hierarchies(findValue(frontMatter, 'categories', 'category')).at(-1) ?? categories;
    const category = last.map((part) => slugize(toText(categoryMap[part]) ?? part, transform)).join('/');
    const own = Object.fromEntries(
      frontMatter.flatMap(({ name: key, value }) =>
        toText(value) === undefined ? [] : [[key, String(value)]],
      ),
    );
    const parts = date === undefined ? undefined : toDateParts(date);
    return {
      ...(isObject(config.permalink_defaults) &&
        Object.fromEntries(
          Object.entries(config.permalink_defaults).map(([key, value]) => [key, String(value)]),
        )),
      ...own,
      ...name,
      ...(language !== undefined && { lang: findText(frontMatter, 'lang') ?? name.lang ?? language }),
      title: slug,
      name: slug.split('/').at(-1) ?? slug,
      post_title: slugize(title, 'lower'),
      category: category || (toText(config.default_category) ?? 'uncategorized'),
      ...(parts !== undefined &&
        date !== undefined && {
          year: parts.year,
          month: parts.month,
          day: parts.day,
          hour: parts.hour,
          minute: parts.minute,
          second: parts.second,
          i_month: String(Number(parts.month)),
          i_day: String(Number(parts.day)),
          timestamp: String(date.timestamp),
          hash: createHash('sha1').update(`${slug}${date.timestamp}`).digest('hex').slice(0, 12),
        }),
    };
  };

  return {
    markup: { templates: nunjucks, anchors: hexoAnchors },
    ...(toText(config.timezone) !== undefined && { timeZone: String(config.timezone) }),
    ...(languages[0] !== undefined && { language: languages[0] }),
    base: toText(config.root) ?? pathOf(toText(config.url) ?? ''),
    hexoFences: true,
    offsets: 'as-local',
    // As JavaScript’s `Date` does.
    spelling: { rollsOver: true, numericOrders: ['month'] },
    exactKeys: new Set(['date', 'permalink', 'category', 'categories', 'tag', 'tags']),
    notAPost: (path) => {
      const file = fileOf(path);
      return file.kind === 'none' ? file.reason : undefined;
    },
    needsFrontMatter: (path) => /\.html?$/i.test(path),
    pathDate: (path) => {
      const { year, month, i_month: shortMonth, day, i_day: shortDay } = nameOf(path);
      return year === undefined ? undefined : `${year}-${month ?? shortMonth ?? ''}-${day ?? shortDay ?? ''}`;
    },
    pathLanguage: (path) => {
      const { lang } = nameOf(path);
      return (
        lang ??
        (languages.length > 1
          ? toSourcePath(path).folders.find((folder) => languages.includes(folder) && toLocale(folder))
          : undefined)
      );
    },
    taxonomy: ({ frontMatter }) => ({
      tags: toNames(findValue(frontMatter, 'tags', 'tag')),
      categories: hierarchies(findValue(frontMatter, 'categories', 'category')).map((levels) =>
        levels.join('/'),
      ),
    }),
    url: (source) => {
      const file = fileOf(source.path);
      return file.kind === 'page' ? urlOfPage(source, file.path) : urlOfPost(source);
    },
  };
};

/** Keys of its configuration that Jekyll's, which has the same name, does not know. */
const ownKeys = [
  'source_dir',
  'public_dir',
  'new_post_name',
  'skip_render',
  'index_generator',
  'post_asset_folder',
  'default_category',
];

export const hexo: Generator = {
  configFiles: [],
  sharedConfigFiles: ['_config.yml', '_config.yaml'],
  ownsConfig: async (root, _configFile, config) =>
    ownKeys.some((key) => key in config) || exists(join(root, 'source', '_posts')),
  recognize: (posts) => (posts.has('/source/_posts/') ? 'folders' : undefined),
  home: { folder: 'source', bare: 'source/_posts/' },
  outputFolders: ['public', 'themes', 'scaffolds'],
  needsFileTimes: true,
  // Its `_posts` is the one folder with a `_` that is read.
  plainFacts: { metaLines: true, hiddenPath: /(?:^|\/)_(?!posts(?:\/|$))/ },
  createConventions,
};
