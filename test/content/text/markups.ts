import {
  kramdown,
  materialMarkdown,
  pulldownCmark,
  pythonMarkdown,
  vueMarkdown,
} from '../../../src/content/text/dialects.js';
import type { Markup } from '../../../src/content/text/extract-text.js';
import {
  githubAnchors,
  hugoAnchors,
  kramdownAnchors,
  pythonMarkdownAnchors,
  vitepressAnchors,
  zolaAnchors,
} from '../../../src/content/text/heading-anchors.js';
import {
  hugoShortcodes,
  liquid,
  mkdocsSnippets,
  nunjucks,
  zolaShortcodes,
} from '../../../src/content/text/templating/template-engines.js';

/** What the generators make pages of, and some of it by itself. */
export const markups = {
  none: {},
  github: { anchors: githubAnchors },
  kramdown: { dialect: kramdown, anchors: kramdownAnchors },
  python: { dialect: pythonMarkdown },
  jekyll: { templates: liquid, dialect: kramdown, anchors: kramdownAnchors },
  eleventy: { templates: nunjucks },
  hugo: { templates: hugoShortcodes, anchors: hugoAnchors },
  zola: { templates: zolaShortcodes, dialect: pulldownCmark, anchors: zolaAnchors },
  mkdocs: { templates: mkdocsSnippets, dialect: materialMarkdown, anchors: pythonMarkdownAnchors },
  vitepress: { dialect: vueMarkdown, anchors: vitepressAnchors },
} as const satisfies Readonly<Record<string, Markup>>;
