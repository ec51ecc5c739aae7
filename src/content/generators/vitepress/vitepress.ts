/**
 * VitePress: every Markdown file is a page at its path.
 * @module
 */
import { isObject } from '../../../domain/is-object.js';
import { toText } from '../../front-matter/front-matter.js';
import { unknownValue } from '../../programs/script-expressions.js';
import type { Site } from '../../site/site.js';
import { vueMarkdown } from '../../text/dialects.js';
import { vitepressAnchors } from '../../text/heading-anchors.js';
import type { Conventions } from '../conventions.js';
import type { Evidence, Sign } from '../evidence.js';
import type { Generator } from '../generator.js';
import { isBelow, joinPath, toSourcePath } from '../source-path.js';
import { toNames } from '../taxonomy.js';
import { applyRewrites, isExcluded, toRewrite } from './config.js';

const createConventions = (site: Site): Conventions => {
  const { config } = site;
  const sourceDir = (toText(config.srcDir) ?? '').replace(/^\.?\/|\/$/g, '');
  const isClean = config.cleanUrls === true;
  const excluded = config.srcExclude === unknownValue ? [] : toNames(config.srcExclude);
  const rewrites = isObject(config.rewrites)
    ? Object.entries(config.rewrites).map(([from, to]) => toRewrite(from, String(to)))
    : [];
  const below = (path: string): string => (sourceDir === '' ? path : path.slice(sourceDir.length + 1));
  return {
    markup: { dialect: vueMarkdown, anchors: vitepressAnchors },
    ...(toText(config.lang) !== undefined && { language: String(config.lang) }),
    base: toText(config.base) ?? '',
    allArePages: site.configFile !== undefined,
    notAPost: (path) => {
      if (!path.toLowerCase().endsWith('.md')) return 'is no Markdown file, and VitePress copies it';
      if (sourceDir !== '' && !isBelow(path, sourceDir)) return `is outside the folder ${sourceDir}`;
      if (isExcluded(below(path), excluded)) return 'is left out by srcExclude';
      if (below(path).split('/').slice(0, -1).includes('dist'))
        return 'is in dist, which VitePress passes over';
      if (/\[\w+\]/.test(below(path))) return 'is a route whose pages a program makes';
      return path.split('/').includes('public') ? 'is in public, which VitePress copies' : undefined;
    },
    cascade: (_path, own) =>
      config.srcExclude !== unknownValue || site.dataPrograms === 'ignore'
        ? { frontMatter: own }
        : {
            frontMatter: own,
            refusal: {
              reason: 'front-matter',
              message: `cannot be judged: srcExclude of ${site.configFile ?? 'the site'} is what only the program knows`,
              hint: 'Write it out as a list of texts, or set dataPrograms to ignore if it leaves out none of the posts.',
            },
          },
    url: ({ path }) => {
      if (config.rewrites === unknownValue)
        return {
          problem: `cannot be placed: rewrites of ${site.configFile ?? 'the site'} is what only the program knows`,
          hint: 'Write the paths out there, or name the URLs with `--url-template`.',
        };
      const { folders, name } = toSourcePath(applyRewrites(below(path), rewrites));
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

const headingId = /^#{1,6} .* \{#[\w-]+\}$/m;
const container = /^::: ?(?:tip|warning|danger|details|info|code-group)/m;
const homeLayout = /^layout: home$/m;
const hero = /^hero:/m;

const recognize = (posts: Evidence): Sign | undefined => {
  const hasHome = posts.samples.some(({ head }) => homeLayout.test(head) && hero.test(head));
  return hasHome || (posts.share(headingId) > 0.2 && posts.share(container) > 0.05) ? 'markup' : undefined;
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
  recognize,
  wrappers: ['docs', 'src'],
  createConventions,
};
