/**
 * VitePress: every Markdown file is a page at its path.
 * @module
 */
import { toText } from '../front-matter/front-matter.js';
import type { Site } from '../site/site.js';
import type { Conventions, Generator } from './conventions.js';
import { isBelow, joinPath, toSourcePath } from './source-path.js';
import { toListTaxonomy } from './taxonomy.js';

const createConventions = (site: Site): Conventions => {
  const { config } = site;
  const sourceDir = (toText(config.srcDir) ?? '').replace(/^\.?\/|\/$/g, '');
  const isClean = config.cleanUrls === true;
  return {
    templating: 'vue',
    anchors: 'vitepress',
    ...(toText(config.lang) !== undefined && { language: String(config.lang) }),
    base: toText(config.base) ?? '',
    notAPost: (path) => {
      if (!path.toLowerCase().endsWith('.md')) return 'is no Markdown file, and VitePress copies it';
      if (sourceDir !== '' && !isBelow(path, sourceDir)) return `is outside the folder ${sourceDir}`;
      return path.split('/').includes('public') ? 'is in public, which VitePress copies' : undefined;
    },
    needsFrontMatter: () => false,
    defaults: () => ({}),
    pathDate: () => undefined,
    pathLanguage: () => undefined,
    taxonomy: ({ frontMatter }) => toListTaxonomy(frontMatter),
    url: ({ path }) => {
      const { folders, name } = toSourcePath(sourceDir === '' ? path : path.slice(sourceDir.length + 1));
      return {
        path:
          name === 'index'
            ? joinPath(...folders, '/')
            : `${joinPath(...folders, name)}${isClean ? '' : '.html'}`,
        rule: 'path of the page',
      };
    },
  };
};

export const vitepress: Generator = {
  configFiles: [
    '.vitepress/config.js',
    '.vitepress/config.ts',
    '.vitepress/config.mjs',
    '.vitepress/config.mts',
    '.vitepress/config/index.ts',
    '.vitepress/config/index.mts',
  ],
  outputFolders: [],
  folderDataFiles: () => [],
  createConventions,
};
