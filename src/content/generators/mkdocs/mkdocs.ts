/**
 * MkDocs: every Markdown file of the documents is a page at its path; posts of Material's blog plugin have a date in it.
 * @module
 */

import { posix } from 'node:path';
import ignore from 'ignore';
import { isObject } from '../../../domain/is-object.js';
import { findValue, toKey, toText } from '../../front-matter/front-matter.js';
import type { ConfiguredSite, Site } from '../../site/site.js';
import { materialMarkdown } from '../../text/dialects.js';
import {
  type AnchorRule,
  noAnchors,
  pymdownxAnchors,
  pythonMarkdownAnchors,
} from '../../text/heading-anchors.js';
import { mkdocsSnippets } from '../../text/templating/template-engines.js';
import type { Conventions, SourceFile } from '../conventions.js';
import type { Generator } from '../generator.js';
import { toGlob } from '../glob.js';
import { foldersAbove, isBelow, joinPath, toSourcePath } from '../source-path.js';
import { toNames, unique } from '../taxonomy.js';
import { pathOf } from '../url-path.js';
import { createMkdocsBlog, type MkdocsBlog } from './blog.js';
import { createMkdocsLanguages } from './languages.js';
import { isOn, readMkdocsPlugins } from './plugins.js';
import { readMkdocsConfig } from './read-config.js';

const page = /\.(?:md|markdown|mdown|mkdn|mkd)$/;

/** Patterns of `.gitignore`'s kind, a line each. */
const toIgnored = (...patterns: readonly unknown[]) =>
  ignore().add(patterns.flatMap((lines) => (typeof lines === 'string' ? lines.split('\n') : [])));

/** Python's `fnmatch`, whose `*` does not stop at a `/`. */
const toFileMatch = (pattern: string) => toGlob(pattern.replace(/\*+/g, '**'), 'gobwas');

const docsFolderOf = (config: Site['config']): string => {
  const folder = posix.normalize(toText(config.docs_dir) ?? 'docs').replace(/\/$/, '');
  return folder === '.' ? '' : folder;
};

/** What the table of contents makes ids with, as far as it is known. */
const anchorsOf = ({ markdown_extensions: extensions }: Site['config']): AnchorRule => {
  const list: readonly unknown[] = Array.isArray(extensions) ? extensions : [extensions];
  const toc = list.filter(isObject).find((entry) => 'toc' in entry)?.toc;
  const slugify = isObject(toc) ? toc.slugify : undefined;
  if (slugify === undefined || slugify === null) return pythonMarkdownAnchors;
  const options = isObject(slugify) && isObject(slugify.arguments) ? slugify.arguments.kwds : undefined;
  const isLower = isObject(options) && options.case === 'lower' && options.percent_encode !== true;
  return isObject(slugify) && slugify.python === 'pymdownx.slugs.slugify' && isLower
    ? pymdownxAnchors
    : noAnchors;
};

/** A list grows by what is further in; a value is replaced. */
const addValues = (
  under: Readonly<Record<string, unknown>>,
  over: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> => {
  const merged: Record<string, unknown> = { ...under };
  for (const [name, value] of Object.entries(over)) {
    const below = merged[name];
    if (Array.isArray(below) && Array.isArray(value)) merged[name] = [...below, ...value];
    else merged[name] = isObject(below) && isObject(value) ? addValues(below, value) : value;
  }
  return merged;
};

const readPlugins = (site: ConfiguredSite) => {
  const plugins = readMkdocsPlugins(site.config);
  const theme = isObject(site.config.theme) ? site.config.theme : {};
  const locale = toText(theme.language) ?? 'en';
  // Without a configuration the blog is taken to be where the plugin has it.
  const blogs = site.configFile === undefined ? [{ name: 'blog', options: {} }] : plugins;
  const meta = plugins.find(({ name, options }) => name === 'meta' && isOn(options.enabled));
  return {
    plugins,
    blogs: blogs
      .filter(({ name }) => name === 'blog')
      .map((plugin) => createMkdocsBlog(plugin, locale.replace('_', '-')))
      .filter((blog) => blog !== undefined),
    metaFile: meta === undefined ? undefined : (toText(meta.options.meta_file) ?? '.meta.yml'),
    // `theme: {language}` says in which language the pages are.
    language: toText(theme.language),
  };
};

const createConventions = (site: Site): Conventions => {
  const { config } = site;
  const docs = docsFolderOf(site.config);
  const { plugins, blogs, metaFile, language } = readPlugins(site);
  const languages = createMkdocsLanguages(plugins);
  const excluded = toIgnored('/templates/', config.exclude_docs);
  const drafts = toIgnored(config.draft_docs);
  const optionsOf = (plugin: string, option: string): string[] =>
    plugins.filter(({ name }) => name === plugin).flatMap(({ options }) => toNames(options[option]));
  const dropped = optionsOf('exclude', 'glob').map(toFileMatch);
  const unsearched = optionsOf('exclude-search', 'exclude').map(toFileMatch);
  const below = (path: string): string => (docs === '' ? path : path.slice(docs.length + 1));
  const blogOf = (path: string): MkdocsBlog | undefined => blogs.find((blog) => blog.isPost(below(path)));
  const hasFolders = isOn(config.use_directory_urls);

  const toUrlPath = (pagePath: string): string => {
    const { folders, name } = toSourcePath(`${pagePath}.md`);
    const stem = name === 'README' ? 'index' : name;
    if (!hasFolders) return joinPath(...folders, `${stem}.html`);
    return stem === 'index' ? joinPath(...folders, '/') : joinPath(...folders, stem, '/');
  };

  /** What the files of the meta plugin say for the folder, the outermost first. */
  const defaults = (path: string): Readonly<Record<string, unknown>> =>
    foldersAbove(path)
      .flatMap((folder) => site.folderData.get(folder)?.parts ?? [])
      .filter(({ file }) => file === metaFile)
      .reduce<Readonly<Record<string, unknown>>>((values, part) => addValues(values, part.values), {});
  const namesOf = ({ path, frontMatter }: SourceFile, property: string): string[] =>
    unique([...toNames(defaults(path)[property]), ...toNames(findValue(frontMatter, toKey(property)))]);
  const tagsProperty = optionsOf('tags', 'tags_name_property')[0] ?? 'tags';

  return {
    markup: { templates: mkdocsSnippets, dialect: materialMarkdown, anchors: anchorsOf(config) },
    timeZone: 'UTC',
    offsets: 'kept',
    ...(language !== undefined && { language }),
    base: pathOf(toText(config.site_url) ?? ''),
    allArePages: true,
    metaLines: true,
    notAPost: (path) => {
      if (!isBelow(path, docs)) return `is outside the folder ${docs} of the documents`;
      if (!page.test(path)) return 'is no Markdown file, and MkDocs copies it';
      const inner = below(path);
      if (excluded.ignores(inner) || dropped.some((glob) => glob.test(inner)))
        return 'is left out by the configuration';
      if (drafts.ignores(inner)) return 'is a draft, says draft_docs';
      if (unsearched.some((glob) => glob.test(inner)))
        return 'is kept out of the search by the configuration';
      const { folders, name } = toSourcePath(path);
      if (name === 'README' && site.bundles.includes(folders.join('/')))
        return 'gives way to index.md beside it';
      return languages?.leftOut(inner);
    },
    defaults,
    pathLanguage: (path) => languages?.place(below(path)).language,
    taxonomy: (source) => ({
      tags: namesOf(source, tagsProperty),
      categories: namesOf(source, 'categories'),
    }),
    authors: (path) => {
      const file = blogOf(path)?.authorsFile;
      if (file === undefined) return {};
      const folder = site.folderData.get(posix.join(docs, posix.dirname(file)).replace(/^\.$/, ''));
      const known = folder?.parts.find((part) => part.file === posix.basename(file))?.values.authors;
      return isObject(known) ? known : {};
    },
    url: (source) => {
      const found = blogOf(source.path)?.toPage(source);
      if (found !== undefined)
        return 'page' in found ? { path: toUrlPath(found.page), rule: 'post_url_format of the blog' } : found;
      const inner = below(source.path).replace(page, '');
      const placed = languages?.place(inner);
      if (placed === undefined) return { path: toUrlPath(inner), rule: 'path of the page' };
      return {
        path: joinPath(placed.prefix, toUrlPath(placed.path)),
        rule: 'path of the page in its language',
      };
    },
  };
};

/** Admonitions and tabs of Python-Markdown's extensions. */
const blockMark = /^(?:!!!|\?\?\?\+?) [\w-]|^===[!+]? "/m;

export const mkdocs: Generator = {
  configFiles: ['mkdocs.yml', 'mkdocs.yaml'],
  // It often documents a program, and the posts beside its documents are those of another generator.
  mayHold: (folder, config) => {
    const docs = docsFolderOf(config);
    return folder === '' || isBelow(folder, docs) || docs.startsWith(`${folder}/`);
  },
  recognize: (posts) => (posts.share(blockMark) > 0.1 ? 'markup' : undefined),
  home: { folder: 'docs', bare: 'docs/' },
  outputFolders: ['site'],
  plainFacts: { metaLines: true },
  readConfig: readMkdocsConfig,
  folderDataFiles: (folder, site) => {
    const docs = docsFolderOf(site.config);
    if (!isBelow(folder, docs)) return [];
    const { blogs, metaFile } = readPlugins(site);
    const authors = blogs
      .map(({ authorsFile }) => posix.join(docs, authorsFile))
      .filter((file) => toSourcePath(file).folders.join('/') === folder);
    return [...(metaFile === undefined ? [] : [metaFile]), ...authors.map((file) => posix.basename(file))];
  },
  createConventions,
};
