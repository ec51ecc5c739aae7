/**
 * Eleventy 3: any template is a page; its data comes from front matter and from the data files of its folders.
 * @module
 */
import ignore from 'ignore';
import { findPathDate } from '../dates/path-date.js';
import { findEntry, findValue, isRecord, toText } from '../front-matter/front-matter.js';
import type { Site } from '../site/site.js';
import type { Conventions, DatedSource, Generator, PostUrl, UrlProblem } from './conventions.js';
import { renderPermalink, stripDate } from './eleventy-permalink.js';
import { foldersAbove, isBelow, joinPath, toSourcePath } from './source-path.js';
import { toSplitNames, unique } from './taxonomy.js';

const withoutIndex = (path: string): string => path.replace(/\/index(?:\.html|\/)?$/, '/');

const createConventions = (site: Site): Conventions => {
  const { config } = site;
  const input = (toText(config.input) ?? '').replace(/^\.?\/|\/$/g, '');
  const ignored = ignore({ allowRelativePaths: true }).add([...site.ignored]);
  const below = (path: string): string =>
    input !== '' && isBelow(path, input) ? path.slice(input.length + 1) : path;

  const url = (source: DatedSource): PostUrl | UrlProblem => {
    const { folders, name } = toSourcePath(below(source.path));
    const stem = joinPath(...folders, stripDate(name));
    const entry = findEntry(source.frontMatter, 'permalink');
    const permalink = isRecord(entry?.value) ? entry.value.build : entry?.value;
    const written = toText(permalink);
    if (written !== undefined) {
      const rendered = renderPermalink(written, source, stem);
      if (rendered !== undefined)
        return {
          path: withoutIndex(joinPath(rendered)),
          rule:
            entry?.line === undefined ? 'permalink of the folder’s data file' : 'permalink in front matter',
        };
      return {
        problem: 'has a permalink that is a program for Eleventy',
        hint: 'Say what it amounts to with `--url-template "/blog/:slug/"`.',
      };
    }
    // `x/x` and `x/index` are `/x/`; the date in a file name stays.
    const isFolderItself = name === 'index' || folders.at(-1) === name;
    return {
      path: joinPath(...folders, ...(isFolderItself ? [] : [name]), '/'),
      rule: 'path below the input folder',
    };
  };

  return {
    templating: 'nunjucks',
    anchors: 'none',
    timeZone: 'UTC',
    ...(toText(config.lang) !== undefined && { language: String(config.lang) }),
    base: toText(config.pathPrefix) ?? '',
    notAPost: (path) => {
      const { folders, extension, name } = toSourcePath(path);
      const part = folders.find((folder) => /^_(?:includes|data|layouts)$/.test(folder));
      if (part !== undefined) return `is in ${part}, which holds parts of pages`;
      if (ignored.ignores(path)) return 'is left out by .eleventyignore';
      if (input !== '' && !isBelow(path, input)) return 'is outside the input folder';
      if (/^\.html?$/i.test(extension) && /^(?:index|404)$/.test(name)) return 'is an HTML page, not a post';
      return undefined;
    },
    needsFrontMatter: (path) => /\.html?$/i.test(path),
    defaults: (path) => {
      const merged: Record<string, unknown> = {};
      for (const folder of foldersAbove(path)) {
        const values = site.folderData.get(folder)?.values ?? {};
        // Lists are joined along the cascade; the post's own come last.
        const tags = [...toSplitNames(merged.tags, /,/), ...toSplitNames(values.tags, /,/)];
        Object.assign(merged, values, tags.length > 0 && { tags });
      }
      return merged.tags === undefined ? merged : { ...merged, inheritedtags: merged.tags };
    },
    pathDate: findPathDate,
    pathLanguage: () => undefined,
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

export const eleventy: Generator = {
  configFiles: [
    '.eleventy.js',
    'eleventy.config.js',
    'eleventy.config.cjs',
    'eleventy.config.mjs',
    'eleventy.config.ts',
  ],
  outputFolders: ['_site'],
  ignoreFiles: ['.eleventyignore'],
  folderDataFiles: (folder) => {
    const name = folder.split('/').at(-1) ?? '';
    return name === '' ? [] : [`${name}.json`, `${name}.11tydata.json`];
  },
  createConventions,
};
