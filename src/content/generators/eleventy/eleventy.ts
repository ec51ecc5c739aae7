/**
 * Eleventy 3: any template is a page; its data comes from front matter and from the data files of its folders.
 * @module
 */

import { join } from 'node:path';
import { isObject } from '../../../domain/is-object.js';
import { findPathDate } from '../../dates/path-date.js';
import { findEntry, findValue, toText } from '../../front-matter/front-matter.js';
import { readParsed } from '../../site/read-config.js';
import type { Site } from '../../site/site.js';
import { nunjucks } from '../../text/templating/template-engines.js';
import type { Conventions, DatedSource, PostUrl, UrlProblem } from '../conventions.js';
import type { Evidence, Sign } from '../evidence.js';
import type { Generator } from '../generator.js';
import { toGlob } from '../glob.js';
import { isBelow, joinPath, toSourcePath } from '../source-path.js';
import { toSplitNames, unique } from '../taxonomy.js';
import { parseEleventyConfig, toEleventySettings } from './config.js';
import { createCascade } from './data.js';
import { dataFilesOf } from './data-files.js';
import { renderPermalink, stripDate } from './permalink.js';

const withoutIndex = (path: string): string => path.replace(/\/index(?:\.html|\/)?$/, '/');

/** A pattern of files, or the name of a folder; neither is looked for at other depths. */
const toIgnored = (pattern: string): ((path: string) => boolean) => {
  const glob = toGlob(pattern);
  const folder = pattern
    .split('/')
    .filter((segment) => segment !== '' && segment !== '.')
    .join('/');
  return (path) => glob.test(path) || (folder !== '' && isBelow(path, folder));
};

const createConventions = (site: Site): Conventions => {
  const { config } = site;
  const settings = toEleventySettings(site);
  const { input } = settings;
  const ignored = [...site.ignored, ...settings.ignores].map(toIgnored);
  const below = (path: string): string =>
    input !== '' && isBelow(path, input) ? path.slice(input.length + 1) : path;

  const url = (source: DatedSource): PostUrl | UrlProblem => {
    const { folders, name } = toSourcePath(below(source.path));
    const stem = joinPath(...folders, stripDate(name));
    const entry = findEntry(source.frontMatter, 'permalink');
    const permalink = isObject(entry?.value) ? entry.value.build : entry?.value;
    const written = toText(permalink);
    const rendered = written === undefined ? undefined : renderPermalink(written, source, stem);
    if (rendered !== undefined)
      return {
        path: withoutIndex(joinPath(rendered)),
        rule: entry?.line === undefined ? 'permalink of a data file' : 'permalink in front matter',
      };
    if (entry !== undefined)
      return {
        problem: 'has a permalink that is a program for Eleventy',
        hint: 'Say what it amounts to with `--url-template "/blog/:slug/"`.',
      };
    // `x/x` and `x/index` are `/x/`; the date in a file name stays.
    const isFolderItself = name === 'index' || folders.at(-1) === name;
    return {
      path: joinPath(...folders, ...(isFolderItself ? [] : [name]), '/'),
      rule: 'path below the input folder',
    };
  };

  return {
    markup: { templates: nunjucks },
    timeZone: 'UTC',
    spelling: { rollsOver: true },
    exactKeys: new Set(['date', 'permalink', 'tags']),
    ...(toText(config.lang) !== undefined && { language: String(config.lang) }),
    base: toText(config.pathPrefix) ?? '',
    notAPost: (path) => {
      const { extension, name } = toSourcePath(path);
      const part = settings.parts.find((folder) => isBelow(path, folder));
      if (part !== undefined) return `is in ${part}, which holds parts of pages`;
      if (ignored.some((isIgnored) => isIgnored(path))) return 'is left out by what Eleventy ignores';
      if (input !== '' && !isBelow(path, input)) return 'is outside the input folder';
      if (settings.formats?.has(extension.slice(1)) === false)
        return `is no page for Eleventy, which is not told to read ${extension} files`;
      if (/^\.html?$/i.test(extension) && /^(?:index|404)$/.test(name)) return 'is an HTML page, not a post';
      return undefined;
    },
    needsFrontMatter: (path) => /\.html?$/i.test(path),
    cascade: createCascade(site, settings),
    pathDate: findPathDate,
    taxonomy: ({ frontMatter }) => ({
      tags: unique([
        ...toSplitNames(findValue(frontMatter, 'inheritedtags'), /,/),
        ...toSplitNames(findValue(frontMatter, 'tags'), /,/),
      ]),
      categories: toSplitNames(findValue(frontMatter, 'categories', 'category'), /,/),
    }),
    url,
  };
};

const tag = /\{%-? ?\w/;

/** Dated names are those of a site that has moved on from Jekyll; any name may be of Eleventy where templates are in posts. */
const recognize = (posts: Evidence): Sign | undefined => {
  const isOwn = posts.isDated() ? posts.has('/content/') || posts.has('/src/') : posts.share(tag) > 0.2;
  return isOwn ? 'names' : undefined;
};

export const eleventy: Generator = {
  configFiles: [
    '.eleventy.js',
    'eleventy.config.js',
    'eleventy.config.cjs',
    'eleventy.config.mjs',
    'eleventy.config.ts',
  ],
  recognize,
  wrappers: ['content', 'src'],
  outputFolders: ['_site'],
  readConfig: (root, configFile) => readParsed([join(root, configFile)], parseEleventyConfig),
  ignoreFiles: (site) => {
    const { input, useGitIgnore } = toEleventySettings(site);
    const own = ['.eleventyignore', ...(input === '' ? [] : [`${input}/.eleventyignore`])];
    return useGitIgnore ? ['.gitignore', ...own] : own;
  },
  dataFolder: (site) => toEleventySettings(site).layouts,
  dataFiles: (path, site) => dataFilesOf(path, toEleventySettings(site)),
  createConventions,
};
