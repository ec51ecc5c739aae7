import { createAnalyzer } from '../../src/analysis/index.js';
import { createPostParser } from '../../src/content/post/parse-post.js';
import type { Site } from '../../src/content/site/site.js';
import { cutPassages } from '../../src/documents/cut-passages.js';
import type { GeneratorName } from '../../src/domain/generator-names.js';

const siteOf = (generator: GeneratorName): Site => ({
  generator,
  folder: 'posts',
  prefix: '',
  inset: '',
  config: {},
  configFile: undefined,
  folderData: new Map(),
  ignored: [],
  bundles: [],
  paths: new Set(),
  locales: { suffixes: [], folders: [] },
  dataFiles: new Map(),
  fileTimes: new Map(),
  isRepository: false,
  contentFolders: [],
  collections: [],
  mdxInMarkdown: false,
  now: 1_800_000_000,
  maxPostBytes: 16 * 1024 * 1024,
  maxPostSeconds: 3_600,
  draftHides: true,
  show: [],
  noindex: 'skip',
  dataPrograms: 'hide',
  ...(generator === 'astro' && { urlTemplate: '/:slug/' }),
});

const files: Readonly<Record<GeneratorName, string>> = {
  jekyll: '_posts/2020-01-01-a.md',
  hugo: 'content/posts/a.md',
  mkdocs: 'docs/a.md',
  astro: 'src/content/blog/a.mdx',
  eleventy: 'posts/a.md',
  hexo: 'source/_posts/a.md',
  docusaurus: 'blog/2020-01-01-a.md',
  vitepress: 'posts/a.md',
  pelican: 'content/a.md',
  zola: 'content/a.md',
  plain: 'a.html',
};

const encoder = new TextEncoder();

/** Does with a source what a build does with a post: reads it, cuts it and finds its terms. */
export const createReader = (generator: GeneratorName): ((source: string) => void) => {
  const parse = createPostParser(siteOf(generator));
  const analyzer = createAnalyzer('en');
  return (source) => {
    const outcome = parse(encoder.encode(source), files[generator]);
    if (outcome.kind === 'skip') return;
    cutPassages(outcome.post);
    analyzer.terms(outcome.post.text);
    analyzer.terms(outcome.post.title);
  };
};
