/**
 * Hugo: `content/`, leaf bundles, sections, cascades, permalinks by section.
 * @module
 */

import { isObject } from '../../../domain/is-object.js';
import { findPathDate } from '../../dates/path-date.js';
import { findText, hasValue, toKey, toText, withDefaults } from '../../front-matter/front-matter.js';
import type { ConfiguredSite, Site } from '../../site/site.js';
import { hugoAnchors } from '../../text/heading-anchors.js';
import { hugoShortcodes } from '../../text/templating/template-engines.js';
import type { Conventions, DatedSource, SourceFile } from '../conventions.js';
import type { Generator } from '../generator.js';
import { foldersAbove, toSourcePath } from '../source-path.js';
import { toNames } from '../taxonomy.js';
import { pathOf } from '../url-path.js';
import { cascadeValues, sectionCascades } from './cascade.js';
import { readHugoConfig } from './config.js';
import { createHugoContent, type Placed } from './content.js';
import { isDatedByName, toHugoDatedName, withPageDates } from './date.js';
import type { HugoPage } from './permalink.js';
import { readHugoConfigFiles } from './read-config.js';
import { ownsConfig, recognize } from './recognize.js';
import { hugoTaxonomy } from './taxonomy.js';
import { createHugoUrls } from './url.js';

/** The dates of a page that may be read from its file's name. */
const dateKinds = ['date', 'publishdate', 'lastmod', 'expirydate'] as const;

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
    translationKey: (path) => {
      // Where the configuration does not know them, folders may still be languages.
      if (config.languages.length < 2) return undefined;
      const { folders, name } = place(path);
      return [...folders, name].join('/');
    },
    taxonomy: (source) => hugoTaxonomy(source, settings, site.configFile !== undefined),
    url: createHugoUrls(site, config, { place, languageOf, toPage }),
  };
};

/** The pages of sections, of which each language may have its own. */
const folderDataFiles = (_folder: string, site: ConfiguredSite): string[] => {
  const suffixes = ['', ...readHugoConfig(site).writtenLanguages.map((code) => `${code}.`)];
  return suffixes.flatMap((suffix) => sectionFiles.map((extension) => `_index.${suffix}${extension}`));
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
