/**
 * Hugo: `content/`, leaf bundles, sections, cascades, permalinks by section.
 * @module
 */

import { join, posix } from 'node:path';
import { isObject } from '../../../domain/is-object.js';
import { exists } from '../../../files/exists.js';
import { findPathDate } from '../../dates/path-date.js';
import {
  findEntry,
  findText,
  hasValue,
  toKey,
  toText,
  withDefaults,
} from '../../front-matter/front-matter.js';
import { toLocale } from '../../site/language-tag.js';
import type { ConfiguredSite, Site } from '../../site/site.js';
import { hugoAnchors } from '../../text/heading-anchors.js';
import { hugoShortcodes } from '../../text/templating/template-engines.js';
import type { Conventions, DatedSource, PostUrl, SourceFile } from '../conventions.js';
import type { Evidence, Sign } from '../evidence.js';
import type { Generator } from '../generator.js';
import { foldersAbove, joinPath, toSourcePath } from '../source-path.js';
import { toNames } from '../taxonomy.js';
import { pathOf } from '../url-path.js';
import { cascadeValues, isTarget, sectionCascades } from './cascade.js';
import { isTrue, readHugoConfig } from './config.js';
import { createHugoContent, type Placed } from './content.js';
import { isDatedByName, toHugoDatedName, withPageDates } from './date.js';
import {
  expandPattern,
  findPermalinkPattern,
  findTargetedPattern,
  type HugoPage,
  sanitizePath,
  withoutAccents,
} from './permalink.js';
import { readHugoConfigFiles } from './read-config.js';
import { hugoTaxonomy } from './taxonomy.js';

/** The dates of a page that may be read from its file's name. */
const dateKinds = ['date', 'publishdate', 'lastmod', 'expirydate'] as const;

/** Since 0.123 each space of a name is a hyphen, whatever stands beside it. */
const toPathName = (name: string): string => name.replaceAll(' ', '-');

const sectionFiles = ['md', 'html', 'markdown'];

const createConventions = (site: Site): Conventions => {
  const config = readHugoConfig(site);
  const { settings, settingsOf, defaultLanguage } = config;
  const content = createHugoContent(config);
  const bundles = new Set(site.bundles);

  const place = (path: string): Placed =>
    content.place(path) ?? { ...toSourcePath(path), language: undefined, folderLanguage: undefined };
  const languageOf = (placed: Placed): string => placed.language ?? defaultLanguage;

  const dateSettings = isObject(settings.frontmatter) ? settings.frontmatter : {};
  const dateSources = new Map(
    dateKinds.flatMap((kind) => {
      const sources = toNames(dateSettings[kind]).map((source) => source.toLowerCase());
      return sources.length === 0 ? [] : [[kind, sources] as const];
    }),
  );
  /** The kinds of dates for which the configuration looks at the file's name, with all that it looks at. */
  const namedDates = [...dateSources].flatMap(([kind, sources]) =>
    sources.includes(':filename') ? [{ kind, sources }] : [],
  );
  const datedName = (placed: Placed) =>
    toHugoDatedName(placed.name === 'index' ? (placed.folders.at(-1) ?? '') : placed.name);
  const isDatedBy = ({ frontMatter }: SourceFile, kinds: readonly string[]): boolean => {
    const has = (name: string): boolean =>
      frontMatter.some(({ key, value }) => key === toKey(name) && hasValue(value));
    return namedDates.some(({ kind, sources }) => kinds.includes(kind) && isDatedByName(kind, sources, has));
  };

  /** A folder is a section if it is the outermost or has an `_index` file; others only stand in the path. */
  const countSections = (path: string, folders: readonly string[]): number => {
    const all = toSourcePath(path).folders;
    const root = all.length - folders.length;
    const isSection = (count: number): boolean =>
      count <= 1 || site.folderData.has(all.slice(0, root + count).join('/'));
    return folders.findLastIndex((_, index) => isSection(index + 1)) + 1;
  };

  const toPage = (source: DatedSource): HugoPage => {
    const placed = place(source.path);
    const isBundle = placed.name === 'index';
    const folders = isBundle ? placed.folders.slice(0, -1) : placed.folders;
    const sections = folders.slice(0, countSections(source.path, placed.folders.slice(0, folders.length)));
    const dated = isDatedBy(source, dateKinds) ? datedName(placed)?.slug : undefined;
    const all = toSourcePath(source.path).folders;
    const root = all.length - placed.folders.length;
    return {
      ...source,
      // A page without a title has no name to put there.
      title: findText(source.frontMatter, 'title') ?? (site.configFile === undefined ? source.title : ''),
      folders,
      sections,
      sectionSlugs: sections.map((_, index) => {
        const values = site.folderData.get(all.slice(0, root + index + 1).join('/'))?.values;
        return toText(values?.slug) ?? toText(values?.title);
      }),
      baseName: isBundle ? (placed.folders.at(-1) ?? '') : placed.name,
      slug: findText(source.frontMatter, 'slug') ?? (dated || undefined),
    };
  };

  const defaultsFor = (path: string): Readonly<Record<string, unknown>> => {
    const placed = place(path);
    const language = languageOf(placed);
    const folderLanguage = placed.folderLanguage ?? defaultLanguage;
    const nearestFirst = foldersAbove(path)
      .reverse()
      .flatMap((folder) => sectionCascades(site.folderData.get(folder), language, folderLanguage))
      .map((cascade) => cascadeValues(cascade, placed, language));
    const general = cascadeValues(settingsOf(language).cascade, placed, language);
    return Object.assign({}, general, ...nearestFirst.reverse());
  };

  const languagePrefix = (language: string | undefined): string => {
    const code = language?.toLowerCase() ?? defaultLanguage.toLowerCase();
    if (config.isMultihost || !config.languages.includes(code)) return '';
    const isDefault = code === defaultLanguage.toLowerCase();
    return isDefault && !isTrue(settings.defaultcontentlanguageinsubdir) ? '' : code;
  };

  const finish = (path: string, language: string | undefined): string => {
    const own = settingsOf(language);
    const sanitized = sanitizePath(isTrue(own.removepathaccents) ? withoutAccents(path) : path);
    return isTrue(own.disablepathtolower) ? sanitized : sanitized.toLowerCase();
  };

  /** What front matter says is taken as it is. Without a slash at the start it is within the language. */
  const ownUrl = (
    written: string,
    source: DatedSource,
    prefix: string,
    language: string | undefined,
  ): PostUrl => {
    const { path: filled, unknown } = expandPattern(written, toPage(source), (path) =>
      finish(path, language),
    );
    // A colon may be one: before 0.131 none of them meant anything.
    const text = unknown.length > 0 ? written : filled;
    const whole = joinPath(
      text.startsWith('/') ? '' : prefix,
      text.includes('..') ? posix.normalize(`/${text}`) : text,
    );
    return { path: /\.|\/$/.test(whole) ? whole : `${whole}/`, rule: 'url in front matter' };
  };

  return {
    markup: { templates: hugoShortcodes, anchors: hugoAnchors },
    ...(toText(settings.timezone) !== undefined && { timeZone: String(settings.timezone) }),
    offsets: 'kept',
    ...(config.language !== undefined && { language: config.language }),
    base: pathOf(toText(settings.baseurl) ?? ''),
    // Of a site that is one: a folder of posts alone may be a whole repository.
    allArePages: site.configFile !== undefined,
    notAPost: (path) => {
      const leftOut = content.leftOut(path);
      if (leftOut !== undefined) return leftOut;
      const { name } = place(path);
      if (name === '_index') return 'is the page of a section, which lists posts';
      const { folders } = toSourcePath(path);
      const bundle = folders
        .map((_, index) => folders.slice(0, index + 1).join('/'))
        .find((folder) => bundles.has(folder));
      const isIndexItself = name === 'index' && bundle === folders.join('/');
      return bundle !== undefined && !isIndexItself
        ? `belongs to the post ${bundle}/index, as a resource`
        : undefined;
    },
    commentedFrontMatter: true,
    needsFrontMatter: (path) => /\.html?$/i.test(path),
    defaults: defaultsFor,
    cascade: (path, own) => {
      const frontMatter = withDefaults(own, defaultsFor(path));
      if (site.configFile === undefined) return { frontMatter };
      return { frontMatter: withPageDates(frontMatter, dateSources, datedName(place(path)) !== undefined) };
    },
    pathDate: (path) => {
      if (site.configFile === undefined) return findPathDate(path);
      return namedDates.length > 0 ? datedName(place(path))?.date : undefined;
    },
    isDatedByPath: (source) => site.configFile !== undefined && isDatedBy(source, ['date']),
    pathLanguage: (path) => place(path).language,
    taxonomy: (source) => hugoTaxonomy(source, settings, site.configFile !== undefined),
    url: (source) => {
      const placed = place(source.path);
      // Hugo goes by the file; without a configuration a post's own word is what there is.
      const isTold = site.configFile === undefined && toLocale(source.language ?? '') !== undefined;
      const language = placed.language ?? (isTold ? source.language : undefined);
      const prefix = languagePrefix(language);
      const own = settingsOf(language);
      const host = config.isMultihost ? (toText(own.baseurl)?.replace(/\/$/, '') ?? '') : '';
      const written = toText(findEntry(source.frontMatter, 'url')?.value);
      if (written !== undefined) {
        const found = ownUrl(written, source, prefix, language);
        return { ...found, path: `${host}${found.path}` };
      }
      const page = toPage(source);
      const section = page.folders[0] ?? '';
      const pattern = Array.isArray(own.permalinks)
        ? findTargetedPattern(own.permalinks, (target) => isTarget(target, placed, languageOf(placed)))
        : findPermalinkPattern(own, section);
      const filled =
        pattern === undefined ? undefined : expandPattern(pattern, page, (path) => finish(path, language));
      if (filled !== undefined && filled.unknown.length > 0)
        return {
          problem: `has nothing to put for ${filled.unknown.join(', ')} of the permalinks of ${site.configFile ?? 'the site'}`,
          hint: 'Give the sections a title or a slug, or the post an url in its front matter.',
        };
      const path = finish(
        joinPath(
          prefix,
          filled?.path ?? [...page.folders.map(toPathName), page.slug ?? toPathName(page.baseName)].join('/'),
        ),
        language,
      ).replace(/\/$/, '');
      const isUgly = isObject(own.uglyurls)
        ? isTrue(own.uglyurls[section.toLowerCase()])
        : isTrue(own.uglyurls);
      return {
        path: `${host}${path}${isUgly ? '.html' : '/'}`,
        rule:
          pattern !== undefined
            ? `permalinks of ${site.configFile ?? 'the site'}`
            : page.slug === undefined
              ? 'path below content/'
              : 'path and slug',
      };
    },
  };
};

/** The pages of sections, of which each language may have its own. */
const folderDataFiles = (_folder: string, site: ConfiguredSite): string[] => {
  const suffixes = ['', ...readHugoConfig(site).writtenLanguages.map((code) => `${code}.`)];
  return suffixes.flatMap((suffix) => sectionFiles.map((extension) => `_index.${suffix}${extension}`));
};

/** Of which one at least is in every configuration. */
const ownKeys = [
  'baseurl',
  'languagecode',
  'contentdir',
  'permalinks',
  'params',
  'menu',
  'markup',
  'paginate',
  'theme',
  'taxonomies',
];

/** The names are those of many a program, and `config.toml` is Zola's too, which writes `base_url`. */
const ownsConfig: Generator['ownsConfig'] = async (root, configFile, config) =>
  Object.keys(config).some((key) => ownKeys.includes(key.toLowerCase())) &&
  !(configFile === 'config.toml' && 'base_url' in config) &&
  exists(join(root, 'content'));

const shortcode = /\{\{[<%] /;

const recognize = (posts: Evidence): Sign | undefined => {
  if (posts.isToml) return 'notation';
  const hasSections = posts.paths.some((path) => path.endsWith('/_index.md'));
  return hasSections || posts.share(shortcode) > 0.02 ? 'markup' : undefined;
};

export const hugo: Generator = {
  configFiles: [
    'hugo.toml',
    'hugo.yaml',
    'hugo.yml',
    'hugo.json',
    ...['hugo', 'config'].flatMap((name) =>
      ['toml', 'yaml', 'yml', 'json'].map((extension) => `config/_default/${name}.${extension}`),
    ),
  ],
  sharedConfigFiles: ['config.toml', 'config.yaml', 'config.yml', 'config.json'],
  ownsConfig,
  recognize,
  home: { folder: 'content', bare: 'content/' },
  outputFolders: ['public', 'resources', 'themes', 'layouts', 'archetypes'],
  readConfig: readHugoConfigFiles,
  folderDataFiles,
  createConventions,
};
