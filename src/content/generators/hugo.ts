/**
 * Hugo: `content/`, leaf bundles, sections, cascades, permalinks by section.
 * @module
 */
import { findPathDate, toDatedName } from '../dates/path-date.js';
import { findEntry, findText, findValue, isRecord, toKey, toText } from '../front-matter/front-matter.js';
import { toLocale } from '../site/language-tag.js';
import type { Site } from '../site/site.js';
import type { Conventions, DatedSource, Generator, SourceFile, Taxonomy } from './conventions.js';
import {
  expandPattern,
  findPermalinkPattern,
  type HugoPage,
  isFileDated,
  sanitizePath,
} from './hugo-permalink.js';
import { toSitePattern } from './site-pattern.js';
import { foldersAbove, isBelow, joinPath, toSourcePath } from './source-path.js';
import { toNames, toSplitNames, unique } from './taxonomy.js';
import { pathOf } from './url-path.js';

interface Placed {
  /** Below the content folder. */
  readonly folders: readonly string[];
  readonly name: string;
  /** As the suffix or the language's own folder says. */
  readonly language: string | undefined;
}

/** The values of a cascade that apply to a path: it may name its target. */
const cascadeValues = (cascade: unknown, path: string): Record<string, unknown> => {
  const blocks = Array.isArray(cascade) ? cascade : [cascade];
  const merged: Record<string, unknown> = {};
  for (const block of blocks.filter(isRecord)) {
    const target = isRecord(block.target)
      ? block.target
      : isRecord(block._target)
        ? block._target
        : undefined;
    const kind = toText(target?.kind);
    // Targets by path are globs: whatever is in one hides and shows alike, so it is taken to apply.
    if (kind !== undefined && !/page/i.test(kind)) continue;
    if (target?.path !== undefined && !mayMatch(String(target.path), path)) continue;
    for (const [name, value] of Object.entries(block))
      if (name !== 'target' && name !== '_target') merged[name] ??= value;
  }
  return merged;
};

/** True unless the fixed start of the glob already excludes the path. */
const mayMatch = (glob: string, path: string): boolean => {
  const fixed = glob.replace(/[*?[{].*$/s, '').toLowerCase();
  const whole = `/${path.toLowerCase()}`;
  return whole.startsWith(fixed.startsWith('/') ? fixed : `/${fixed}`);
};

const createConventions = (site: Site): Conventions => {
  const config: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(site.config)) config[toKey(name)] = value;
  const languages = isRecord(config.languages) ? config.languages : {};
  const statedLanguage = toText(config.defaultcontentlanguage) ?? toText(config.languagecode)?.split('-')[0];
  const defaultLanguage = statedLanguage ?? 'en';
  const codes = new Set([
    ...Object.keys(languages).map((code) => code.toLowerCase()),
    ...site.locales.map((code) => code.toLowerCase()),
  ]);
  const contentFolders = [
    ...Object.entries(languages).flatMap(([code, settings]) => {
      const folder = isRecord(settings)
        ? (toText(settings.contentDir) ?? toText(settings.contentdir))
        : undefined;
      return folder === undefined ? [] : [{ folder: folder.replace(/^\.?\/|\/$/g, ''), language: code }];
    }),
    { folder: toText(config.contentdir) ?? 'content', language: undefined },
  ].sort((a, b) => b.folder.length - a.folder.length);
  const lower = config.disablepathtolower !== true;
  const taxonomies = isRecord(config.taxonomies)
    ? Object.values(config.taxonomies).flatMap((plural) => toText(plural) ?? [])
    : undefined;
  const bundles = new Set(site.bundles);
  const disabled = new Set([
    ...toNames(config.disablelanguages),
    ...Object.entries(languages).flatMap(([code, settings]) =>
      isRecord(settings) && settings.disabled === true ? [code] : [],
    ),
  ]);
  const ignored = toNames(config.ignorefiles).flatMap((source) => toSitePattern(source) ?? []);

  const dateSources = isRecord(config.frontmatter) ? toNames(config.frontmatter.date) : [];
  /** Only where `:filename` is named does a file's name give the date, and the slug with it. */
  const datesByName = (section: string): boolean =>
    dateSources.includes(':filename') || isFileDated(findPermalinkPattern(config, section));

  const place = (path: string): Placed => {
    const home = contentFolders.find(({ folder }) => isBelow(path, folder));
    const { folders, name } = toSourcePath(home === undefined ? path : path.slice(home.folder.length + 1));
    const suffix = /^(.+)\.([^.]+)$/.exec(name);
    if (suffix?.[1] !== undefined && suffix[2] !== undefined && codes.has(suffix[2].toLowerCase()))
      return { folders, name: suffix[1], language: suffix[2] };
    return { folders, name, language: home?.language };
  };

  /** A folder is a section if it is the outermost or has an `_index` file; others only stand in the path. */
  const sectionsOf = (path: string, folders: readonly string[]): readonly string[] => {
    const root = path.split('/').length - 1 - folders.length;
    const all = toSourcePath(path).folders;
    const isSection = (count: number): boolean =>
      count <= 1 || site.folderData.has(all.slice(0, root + count).join('/'));
    return folders.slice(0, folders.findLastIndex((_, index) => isSection(index + 1)) + 1);
  };

  const toPage = (source: DatedSource): HugoPage => {
    const { folders, name } = place(source.path);
    const isBundle = name === 'index';
    const above = isBundle ? folders.slice(0, -1) : folders;
    return {
      ...source,
      folders: above,
      sections: sectionsOf(source.path, above),
      baseName: isBundle ? (folders.at(-1) ?? '') : name,
      slug:
        findText(source.frontMatter, 'slug') ??
        (datesByName(above[0] ?? '') ? toDatedName(name)?.rest : undefined),
    };
  };

  const languagePrefix = (language: string | undefined): string => {
    const code = language?.toLowerCase();
    if (code === undefined || !codes.has(code)) return '';
    const isDefault = code === defaultLanguage.toLowerCase();
    return isDefault && config.defaultcontentlanguageinsubdir !== true ? '' : code;
  };

  const taxonomy = ({ frontMatter }: SourceFile): Taxonomy => {
    const named = (
      taxonomies ?? ['tags', 'categories', ...(site.configFile === undefined ? ['topics'] : [])]
    ).map((name) => ({ name, values: toSplitNames(findValue(frontMatter, toKey(name)), /,/) }));
    const isCategory = (name: string): boolean => /^categor/i.test(name);
    const isOther = (name: string): boolean => /^(?:series|authors?)$/i.test(name);
    return {
      tags: unique(
        named.filter(({ name }) => !isCategory(name) && !isOther(name)).flatMap(({ values }) => values),
      ),
      categories: unique([
        ...named.filter(({ name }) => isCategory(name)).flatMap(({ values }) => values),
        ...(site.configFile === undefined ? toNames(findValue(frontMatter, 'category')) : []),
      ]),
    };
  };

  return {
    templating: 'hugo',
    anchors: 'hugo',
    ...(toText(config.timezone) !== undefined && { timeZone: String(config.timezone) }),
    offsets: 'kept',
    ...(statedLanguage !== undefined && { language: statedLanguage }),
    base: pathOf(toText(config.baseurl) ?? ''),
    notAPost: (path) => {
      const { name, language } = place(path);
      if (language !== undefined && disabled.has(language))
        return `is in ${language}, which the site leaves out`;
      if (ignored.some((pattern) => pattern.test(path))) return 'is left out by ignoreFiles';
      if (name === '_index') return 'is the page of a section, which lists posts';
      if (!contentFolders.some(({ folder }) => isBelow(path, folder))) return 'is outside the content folder';
      const { folders } = toSourcePath(path);
      const bundle = folders
        .map((_, index) => folders.slice(0, index + 1).join('/'))
        .find((folder) => bundles.has(folder));
      const isIndexItself = name === 'index' && bundle === folders.join('/');
      return bundle !== undefined && !isIndexItself
        ? `belongs to the post ${bundle}/index, as a resource`
        : undefined;
    },
    needsFrontMatter: (path) => /\.html?$/i.test(path),
    defaults: (path) => {
      const { folders } = place(path);
      const below = [...folders, ''].join('/');
      const nearestFirst = foldersAbove(path).reverse();
      const cascades = nearestFirst.flatMap((folder) => {
        const data = site.folderData.get(folder);
        return data?.values.cascade === undefined ? [] : [cascadeValues(data.values.cascade, below)];
      });
      return Object.assign({}, ...[cascadeValues(config.cascade, below), ...cascades.reverse()]);
    },
    pathDate: (path) => {
      if (site.configFile === undefined) return findPathDate(path);
      const { folders, name } = place(path);
      return datesByName(folders[0] ?? '') ? toDatedName(name)?.date : undefined;
    },
    pathLanguage: (path) => place(path).language,
    taxonomy,
    url: (source) => {
      const { language } = place(source.path);
      const prefix = languagePrefix(
        language ?? (toLocale(source.language ?? '') === undefined ? undefined : source.language),
      );
      const own = findEntry(source.frontMatter, 'url');
      const ownUrl = toText(own?.value);
      if (ownUrl !== undefined) {
        const path = ownUrl.startsWith('/') ? ownUrl : joinPath(prefix, ownUrl);
        const isFile = /\.[a-z0-9]+$/i.test(path) || path.endsWith('/');
        return { path: isFile ? path : `${path}/`, rule: 'url in front matter' };
      }
      const page = toPage(source);
      const pattern = findPermalinkPattern(config, page.folders[0] ?? '');
      const { slug } = page;
      const written =
        pattern !== undefined
          ? expandPattern(pattern, page)
          : [...page.folders, slug ?? page.baseName].join('/');
      const sanitized = sanitizePath(joinPath(prefix, written));
      const path = lower ? sanitized.toLowerCase() : sanitized;
      const ugly = config.uglyurls === true;
      return {
        path: ugly ? `${path.replace(/\/$/, '')}.html` : `${path.replace(/\/$/, '')}/`,
        rule:
          pattern !== undefined
            ? `permalinks of ${site.configFile ?? 'the site'}`
            : slug === undefined
              ? 'path below content/'
              : 'path and slug',
      };
    },
  };
};

export const hugo: Generator = {
  configFiles: [
    'hugo.toml',
    'hugo.yaml',
    'hugo.yml',
    'hugo.json',
    'config/_default/hugo.toml',
    'config/_default/hugo.yaml',
    'config/_default/config.toml',
    'config/_default/config.yaml',
  ],
  outputFolders: ['public', 'resources', 'themes', 'layouts', 'archetypes'],
  folderDataFiles: () => ['_index.md', '_index.html', '_index.markdown'],
  createConventions,
};
