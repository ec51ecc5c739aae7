/**
 * Zola: `content/`, TOML front matter, sections, pages with assets. `components/content/src/page.rs` in its source.
 * @module
 */
import { join } from 'node:path';
import { isObject } from '../../domain/is-object.js';
import { exists } from '../../files/exists.js';
import { findPathDate } from '../dates/path-date.js';
import { findText, findValue, toText } from '../front-matter/front-matter.js';
import type { Site } from '../site/site.js';
import { toAsciiSlug } from '../slugs.js';
import { pulldownCmark } from '../text/dialects.js';
import { zolaAnchors } from '../text/heading-anchors.js';
import { zolaShortcodes } from '../text/templating/template-engines.js';
import type { Conventions } from './conventions.js';
import type { Generator } from './generator.js';
import { toGlob } from './glob.js';
import { foldersAbove, isBelow, joinPath, toSourcePath } from './source-path.js';
import { toNames, unique } from './taxonomy.js';
import { pathOf } from './url-path.js';

const datedName =
  /^(\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))(?:T[\d:.]+(?:Z|[+-]\d\d:\d\d))?(?:\s?[_-](.+))?$/;

const slugifiers: Readonly<Record<string, (text: string) => string>> = {
  on: toAsciiSlug,
  safe: (text) =>
    text
      .replace(/[<>:"/\\|?*#()[\]{}\n\t\r\s]+/g, '_')
      .replace(/^_+/, '')
      .replace(/(?<![_.])[_.]+$/, ''),
  off: (text) => text,
};

const createConventions = (site: Site): Conventions => {
  const { config } = site;
  const defaultLanguage = toText(config.default_language);
  const codes = new Set([
    ...(isObject(config.languages) ? Object.keys(config.languages) : []),
    ...site.locales.suffixes,
  ]);
  const slugifyMode = isObject(config.slugify) ? toText(config.slugify.paths) : undefined;
  const slugify = slugifiers[slugifyMode ?? 'on'] ?? toAsciiSlug;
  const keepsDates = isObject(config.slugify) && config.slugify.paths_keep_dates === true;

  const ignored = toNames(config.ignored_content).map((pattern) => toGlob(pattern));
  /** Patterns are held against the whole path, folders too, and their `*` takes slashes: they match from any folder on. */
  const isIgnored = (path: string): boolean => {
    const names = path.split('/');
    return names.some((_, start) =>
      names.slice(start).some((_name, length) => {
        const part = names.slice(start, start + length + 1).join('/');
        return ignored.some((glob) => glob.test(part));
      }),
    );
  };

  const place = (path: string) => {
    const inContent = isBelow(path, 'content') ? path.slice('content/'.length) : path;
    const { folders, name } = toSourcePath(inContent);
    const suffix = /^(.+)\.([^.]+)$/.exec(name);
    const isSuffixed = suffix?.[2] !== undefined && codes.has(suffix[2]);
    const base = isSuffixed ? (suffix[1] ?? name) : name;
    return {
      sections: base === 'index' ? folders.slice(0, -1) : folders,
      name: base === 'index' ? (folders.at(-1) ?? '') : base,
      language: isSuffixed ? suffix[2] : undefined,
      isSection: base === '_index',
    };
  };

  return {
    markup: { templates: zolaShortcodes, dialect: pulldownCmark, anchors: zolaAnchors },
    ...(defaultLanguage !== undefined && { language: defaultLanguage }),
    base: pathOf(toText(config.base_url) ?? ''),
    notAPost: (path) => {
      if (!isBelow(path, 'content')) return 'is outside the content folder';
      if (isIgnored(path.slice('content/'.length))) return 'is left out by ignored_content';
      if (/\.html?$/i.test(path)) return 'is an HTML file, which Zola copies';
      return place(path).isSection ? 'is the page of a section, which lists posts' : undefined;
    },
    needsFrontMatter: () => true,
    defaults: (path) => {
      // A draft section hides all that is below it.
      const isDraft = foldersAbove(path).some((folder) => site.folderData.get(folder)?.values.draft === true);
      return isDraft ? { draft: true } : {};
    },
    pathDate: (path) => datedName.exec(place(path).name)?.[1] ?? findPathDate(path),
    pathLanguage: (path) => place(path).language,
    taxonomy: ({ frontMatter }) => {
      const taxonomies = findValue(frontMatter, 'taxonomies');
      const lists = isObject(taxonomies) ? taxonomies : {};
      const others = Object.entries(lists).filter(([name]) => !/^(?:categor|authors?$|series$)/i.test(name));
      const categories = Object.entries(lists).filter(([name]) => /^categor/i.test(name));
      return {
        tags: unique([
          ...others.flatMap(([, names]) => toNames(names)),
          ...toNames(findValue(frontMatter, 'tags')),
        ]),
        categories: unique([
          ...categories.flatMap(([, names]) => toNames(names)),
          ...toNames(findValue(frontMatter, 'categories')),
        ]),
      };
    },
    url: ({ path, frontMatter }) => {
      const own = findText(frontMatter, 'path');
      if (own !== undefined) return { path: joinPath(own, '/'), rule: 'path in front matter' };
      const { sections, name, language } = place(path);
      const dated = keepsDates ? undefined : datedName.exec(name)?.[2];
      const slug = findText(frontMatter, 'slug');
      const prefix = language === undefined || language === defaultLanguage ? '' : language;
      return {
        path: joinPath(prefix, ...sections, slugify(slug ?? dated ?? name), '/'),
        rule: slug === undefined ? 'path below content/' : 'slug in front matter',
      };
    },
  };
};

/** Keys and tables of its front matter, in the file's first level. */
const ownKeys = /^(?:path[ \t]*=|\[(?:extra|taxonomies)\])/m;

export const zola: Generator = {
  configFiles: ['zola.toml'],
  sharedConfigFiles: ['config.toml'],
  ownsConfig: async (root, _configFile, config) => 'base_url' in config && exists(join(root, 'content')),
  recognize: (posts) => (posts.isToml && posts.share(ownKeys) >= 0.3 ? 'keys' : undefined),
  home: { folder: 'content', bare: 'content/' },
  outputFolders: ['public', 'themes', 'templates', 'static', 'sass'],
  folderDataFiles: () => ['_index.md'],
  createConventions,
};
