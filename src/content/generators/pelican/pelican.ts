/**
 * Pelican: articles anywhere below `content/`, pages in `pages/`, header lines for front matter.
 * @module
 */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { findPathDate } from '../../dates/path-date.js';
import {
  type FrontMatter,
  findEntry,
  findText,
  findValue,
  hasValue,
  toEntries,
  toText,
  withDefaults,
} from '../../front-matter/front-matter.js';
import { toMapping } from '../../programs/python-literals.js';
import { readConfig } from '../../site/read-config.js';
import type { Site } from '../../site/site.js';
import { toPelicanSlug } from '../../slugs.js';
import { pythonMarkdown } from '../../text/dialects.js';
import type { Cascade, Conventions, DatedSource, SourceFile } from '../conventions.js';
import type { Generator } from '../generator.js';
import { toSitePattern } from '../site-pattern.js';
import { isBelow, toSourcePath } from '../source-path.js';
import { strftime } from '../strftime.js';
import { toSplitNames } from '../taxonomy.js';
import { pathOf } from '../url-path.js';
import { createPelicanFiles } from './files.js';

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

const statuses = new Set(['published', 'draft', 'hidden', 'skip']);

/** `(2020, 1, 2, 10, 30)`, as Python gives a date its parts; a text is one already. */
const toDate = (value: unknown): string | undefined => {
  if (!Array.isArray(value)) return toText(value);
  const [year = '', month = '1', day = '1', ...time] = value.map((part) => String(part).padStart(2, '0'));
  const [hour = '00', minute = '00', second = '00'] = time;
  return `${year.padStart(4, '0')}-${month}-${day} ${hour}:${minute}:${second}`;
};

const createConventions = (site: Site): Conventions => {
  const { config } = site;
  const content = (toText(config.PATH) ?? 'content').replace(/^\.?(?:\/|$)|\/$/g, '');
  const isKnownSite = site.configFile !== undefined;
  const defaultLanguage = toText(config.DEFAULT_LANG) ?? (isKnownSite ? 'en' : undefined);
  const namePattern = toSitePattern(
    `^(?:${toText(config.FILENAME_METADATA) ?? '(?P<date>\\d{4}-\\d{2}-\\d{2}).*'})`,
  );
  const pathPattern = toSitePattern(`^(?:${toText(config.PATH_METADATA) ?? ''})`);
  const below = (path: string): string =>
    content !== '' && isBelow(path, content) ? path.slice(content.length + 1) : path;
  const nameOf = (path: string): Readonly<Record<string, string | undefined>> => ({
    ...pathPattern?.match(below(path))?.named,
    ...namePattern?.match(toSourcePath(path).name)?.named,
  });
  const fileOf = createPelicanFiles(site);
  const isPage = (path: string): boolean => fileOf(below(path)).kind === 'page';

  const pathMetadata = 'EXTRA_PATH_METADATA' in config ? toMapping(config.EXTRA_PATH_METADATA) : {};
  const sharedMetadata = 'DEFAULT_METADATA' in config ? toMapping(config.DEFAULT_METADATA) : {};
  const metadataOf = (path: string): Readonly<Record<string, unknown>> => {
    const file = below(path);
    const date = toDate(config.DEFAULT_DATE);
    const folder = config.USE_FOLDER_AS_CATEGORY === false ? undefined : toSourcePath(file).folders.at(-1);
    const category = toText(config.DEFAULT_CATEGORY) ?? (isKnownSite ? 'misc' : undefined);
    const { slug: _, ...named } = nameOf(path);
    return Object.assign(
      {},
      sharedMetadata,
      category !== undefined && { category },
      date !== undefined && date !== 'fs' && { date },
      ...Object.keys(pathMetadata)
        .sort()
        .filter((place) => place === '**' || file === place || isBelow(file, place.replace(/\/$/, '')))
        .map((place) => (place === '**' ? { '**': undefined } : toMapping(pathMetadata[place]))),
      folder !== undefined && { category: folder },
      Object.fromEntries(Object.entries(named).filter(([, value]) => hasValue(value))),
    );
  };

  /** What Pelican refuses to publish, whatever its author meant. */
  const refusalOf = (path: string, frontMatter: FrontMatter): Cascade['refusal'] => {
    // What is not known may be a status; of other names none hides.
    const unknown = toEntries(metadataOf(path)).find(
      ({ key, value }) => value === undefined && /^(?:\*\*|status|date)$/.test(key),
    );
    const may = unknown?.key === '**' ? ['status', 'date'] : [unknown?.key];
    const isOwn = may.every((name) => findEntry(frontMatter, name ?? '') !== undefined);
    if (unknown !== undefined && !isOwn && site.dataPrograms === 'hide')
      return {
        reason: 'front-matter',
        message:
          'cannot be judged: the metadata that the configuration gives it is up to a program, which is never run',
        hint: 'Write DEFAULT_METADATA and EXTRA_PATH_METADATA out, or set dataPrograms to ignore if they hide nothing.',
      };
    const status = findText(frontMatter, 'status');
    if (status !== undefined && !statuses.has(status.toLowerCase()))
      return {
        reason: 'unpublished',
        message: 'is hidden: Pelican skips a file whose status it does not know',
        hint: 'Write published, draft or hidden for the status.',
      };
    if (!isKnownSite) return undefined;
    const isDated =
      isPage(path) ||
      config.DEFAULT_DATE === 'fs' ||
      nameOf(path).date !== undefined ||
      findText(frontMatter, 'date') !== undefined;
    const missing = findText(frontMatter, 'title') === undefined ? 'title' : isDated ? undefined : 'date';
    return missing === undefined
      ? undefined
      : {
          reason: 'unpublished',
          message: `is hidden: it has no ${missing}, without which Pelican skips it`,
          hint: `Give it a ${missing} to publish it.`,
        };
  };

  const categoryOf = ({ path, frontMatter }: SourceFile): string | undefined =>
    findText(frontMatter, 'category') ?? (isPage(path) ? undefined : toText(metadataOf(path).category));

  return {
    markup: { dialect: pythonMarkdown },
    metaLines: true,
    htmlHeads: true,
    offsets: 'kept',
    // As `dateutil` does: the month first where it can be one.
    spelling: { numericOrders: ['month', 'day'] },
    ...(toText(config.TIMEZONE) !== undefined && { timeZone: String(config.TIMEZONE) }),
    ...(defaultLanguage !== undefined && { language: defaultLanguage }),
    base: pathOf(toText(config.SITEURL) ?? ''),
    notAPost: (path) => {
      if (!isBelow(path, content)) return `is outside the folder ${content}`;
      const file = fileOf(below(path));
      return file.kind === 'none' ? file.reason : undefined;
    },
    needsFrontMatter: () => true,
    cascade: (path, own) => {
      const { category: _, ...metadata } = metadataOf(path);
      // A name without a value is no name to Pelican.
      const frontMatter = withDefaults(
        own.filter(({ value }) => hasValue(value)),
        metadata,
      );
      const refusal = refusalOf(path, frontMatter);
      return refusal === undefined ? { frontMatter } : { frontMatter, refusal };
    },
    pathDate: (path) => nameOf(path).date ?? (isKnownSite ? undefined : findPathDate(path)),
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

const publishing = 'publishconf.py';

/** Lines of metadata at the top of a file. */
const metaLines = /^(?:Title|Date|Slug): .+\n(?:[A-Z]\w*: ?.*\n)+/;

export const pelican: Generator = {
  configFiles: ['pelicanconf.py'],
  // The settings that publish the site go on where those of the author's own machine end.
  readConfig: async (root, configFile) => {
    const there = (await readdir(root).catch((): string[] => [])).includes(publishing);
    return readConfig([join(root, configFile), ...(there ? [join(root, publishing)] : [])]);
  },
  recognize: (posts) => (posts.share(metaLines) >= 0.5 ? 'keys' : undefined),
  home: { folder: 'content', bare: 'content/' },
  outputFolders: ['output', 'themes'],
  plainFacts: { metaLines: true },
  createConventions,
};
