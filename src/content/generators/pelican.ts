/**
 * Pelican: articles anywhere below `content/`, pages in `pages/`, header lines for front matter.
 * @module
 */
import { findPathDate } from '../dates/path-date.js';
import { findText, findValue, toText } from '../front-matter/front-matter.js';
import type { Site } from '../site/site.js';
import { toPelicanSlug } from '../slugs/ascii-slug.js';
import type { Conventions, DatedSource, Generator, SourceFile } from './conventions.js';
import { toSitePattern } from './site-pattern.js';
import { isBelow, toSourcePath } from './source-path.js';
import { strftime } from './strftime.js';
import { toSplitNames } from './taxonomy.js';
import { pathOf } from './url-path.js';

/** `{slug}` and `{date:%Y}` of Python's format strings. */
const format = (
  template: string,
  values: Readonly<Record<string, string>>,
  date: DatedSource['date'],
): string =>
  template.replace(/\{(\w+)(?::([^{}]*))?\}/g, (written, name: string, pattern?: string) => {
    if (name !== 'date') return values[name] ?? written;
    return date === undefined ? '' : strftime(pattern ?? '%Y-%m-%d', date);
  });

const createConventions = (site: Site): Conventions => {
  const { config } = site;
  const content = (toText(config.PATH) ?? 'content').replace(/^\.?\/|\/$/g, '');
  const defaultLanguage = toText(config.DEFAULT_LANG) ?? (site.configFile === undefined ? undefined : 'en');
  const namePattern = toSitePattern(
    `^(?:${toText(config.FILENAME_METADATA) ?? '(?P<date>\\d{4}-\\d{2}-\\d{2}).*'})`,
  );
  const nameOf = (path: string): Readonly<Record<string, string | undefined>> =>
    namePattern?.match(toSourcePath(path).name)?.named ?? {};
  const below = (path: string): string => (isBelow(path, content) ? path.slice(content.length + 1) : path);
  const isPage = (path: string): boolean => isBelow(below(path), 'pages');

  const categoryOf = ({ path, frontMatter }: SourceFile): string | undefined => {
    const own = findText(frontMatter, 'category');
    if (own !== undefined || isPage(path)) return own;
    const folder =
      config.USE_FOLDER_AS_CATEGORY === false ? undefined : toSourcePath(below(path)).folders.at(-1);
    return folder ?? toText(config.DEFAULT_CATEGORY) ?? (site.configFile === undefined ? undefined : 'misc');
  };

  return {
    templating: 'none',
    anchors: 'none',
    metaLines: true,
    offsets: 'kept',
    ...(toText(config.TIMEZONE) !== undefined && { timeZone: String(config.TIMEZONE) }),
    ...(defaultLanguage !== undefined && { language: defaultLanguage }),
    base: pathOf(toText(config.SITEURL) ?? ''),
    notAPost: (path) => (!isBelow(path, content) ? `is outside the folder ${content}` : undefined),
    needsFrontMatter: (path) => !/\.html?$/i.test(path),
    defaults: () => ({}),
    pathDate: (path) => nameOf(path).date ?? findPathDate(path),
    pathLanguage: () => undefined,
    taxonomy: (source) => {
      const category = categoryOf(source);
      const tags = findValue(source.frontMatter, 'tags');
      return {
        tags: toSplitNames(tags, typeof tags === 'string' && tags.includes(';') ? /;/ : /,/),
        categories: category === undefined ? [] : [category],
      };
    },
    url: (source) => {
      const { frontMatter, language, date, path } = source;
      const own = findText(frontMatter, 'url', 'saveas');
      if (own !== undefined)
        return { path: `/${own}`.replace(/\/index\.html$/, '/'), rule: 'url in the header' };
      const slug =
        findText(frontMatter, 'slug') ??
        nameOf(path).slug ??
        (toText(config.SLUGIFY_SOURCE) === 'basename'
          ? toPelicanSlug(toSourcePath(path).name)
          : toPelicanSlug(source.title));
      const isTranslation =
        language !== undefined && language !== defaultLanguage && findText(frontMatter, 'lang') !== undefined;
      const kind = isPage(path) ? 'PAGE' : 'ARTICLE';
      const folder = isPage(path) ? 'pages/' : '';
      const setting = isTranslation ? `${kind}_LANG_URL` : `${kind}_URL`;
      const template =
        toText(config[setting]) ?? (isTranslation ? `${folder}{slug}-{lang}.html` : `${folder}{slug}.html`);
      const values = {
        slug,
        lang: findText(frontMatter, 'lang') ?? defaultLanguage ?? '',
        category: toPelicanSlug(categoryOf(source) ?? ''),
        author: toPelicanSlug(findText(frontMatter, 'author') ?? toText(config.AUTHOR) ?? ''),
      };
      return {
        path: `/${format(template, values, date)}`,
        rule:
          config[setting] === undefined
            ? `Pelican’s default ${setting}`
            : `${setting} of ${site.configFile ?? 'the site'}`,
      };
    },
  };
};

export const pelican: Generator = {
  configFiles: ['pelicanconf.py'],
  outputFolders: ['output', 'themes'],
  folderDataFiles: () => [],
  createConventions,
};
