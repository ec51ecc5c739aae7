import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { openContent } from '../../src/content/index.js';
import { now, openSite, type SiteOptions, writeSite } from './open-site.js';

const post = (frontMatter = ''): string => `---\ntitle: A title\n${frontMatter}\n---\n\nbody\n`;

/** What becomes of `posts/a.md` in a site with these files: its URL, or why it is skipped. */
const outcomeOf = async (
  files: Readonly<Record<string, string>>,
  frontMatter = '',
  options: SiteOptions = {},
): Promise<string> => {
  const site = await openSite(
    { 'eleventy.config.js': '', 'posts/a.md': post(frontMatter), ...files },
    options,
  );
  return site.urls['posts/a.md'] ?? site.skip('posts/a.md').reason;
};

describe('a data file hides posts, whatever it is', () => {
  test.each([
    ['posts/a.json', '{"draft": true}'],
    ['posts/a.11tydata.json', '{"draft": true}'],
    ['posts/a.11tydata.js', 'module.exports = { draft: true };'],
    ['posts/a.11tydata.cjs', 'module.exports = { draft: true };'],
    ['posts/a.11tydata.mjs', 'export const draft = true;'],
    ['posts/posts.json', '{"draft": true}'],
    ['posts/posts.11tydata.json', '{"draft": true}'],
    ['posts/posts.11tydata.js', 'export default function () { return { draft: true }; }'],
    ['posts/posts.11tydata.cjs', 'exports.draft = true;'],
    ['posts/posts.11tydata.mjs', 'const draft = true;\nexport default { draft };'],
    ['_data/draft.json', 'true'],
    ['_data/draft.js', 'module.exports = true;'],
    ['_data/draft.cjs', 'module.exports = () => true;'],
    ['_data/eleventyComputed.js', 'export default { draft: true };'],
    ['_data/eleventyComputed/draft.mjs', 'export default true;'],
    ['posts/posts.json', '{"eleventyComputed": {"draft": true}}'],
  ])('%s: %s', async (file, source) => {
    expect(await outcomeOf({})).toBe('/posts/a/');
    expect(await outcomeOf({ [file]: source })).toBe('draft');
    expect(await outcomeOf({ [file]: source }, 'draft: false')).toBe(
      /omputed/.test(file + source) ? 'draft' : '/posts/a/',
    );
  });

  it('is read where Eleventy looks for it only', async () => {
    const files = {
      'posts/b.11tydata.json': '{"draft": true}',
      'posts/other.json': '{"draft": true}',
      'posts/a.js': 'module.exports = { draft: true };',
      'posts/a.md.json': '{"draft": true}',
      'other/other.json': '{"draft": true}',
      'posts.json': '{"draft": true}',
      '_data/posts.json': '{"draft": true}',
      '_data/site.js': 'module.exports = fetch("x");',
      '_data/search.js': 'module.exports = fetch("x");',
    };
    expect(await outcomeOf(files)).toBe('/posts/a/');
  });

  it('is named as the configuration says', async () => {
    const config = (call: string) => ({ 'eleventy.config.js': `export default (c) => { c.${call}; };` });
    expect(
      await outcomeOf({
        ...config('addDataExtension("yml,yaml", parse)'),
        'posts/posts.yaml': 'draft: true',
      }),
    ).toBe('draft');
    expect(await outcomeOf({ 'posts/posts.yaml': 'draft: true' })).toBe('/posts/a/');
    expect(
      await outcomeOf({
        ...config('setDataFileSuffixes([".data"])'),
        'posts/posts.data.json': '{"draft": true}',
      }),
    ).toBe('draft');
    const index = config('setDataFileBaseName("index")');
    expect(await outcomeOf({ ...index, 'posts/index.11tydata.json': '{"draft": true}' })).toBe('draft');
    expect(await outcomeOf({ ...index, 'posts/posts.11tydata.json': '{"draft": true}' })).toBe('/posts/a/');
  });

  it('cannot be judged by one that is malformed', async () => {
    for (const [file, source] of [
      ['posts/posts.json', '{"draft": '],
      ['posts/a.11tydata.json', '{'],
      ['posts/posts.11tydata.js', 'export default {'],
      ['_data/draft.json', '{'],
    ] as const)
      expect([file, await outcomeOf({ [file]: source })]).toEqual([file, 'front-matter']);
    const both = { 'posts/posts.json': '{', 'posts/posts.11tydata.json': '{}' };
    expect(await outcomeOf(both)).toBe('front-matter');
  });
});

it('does not wait for a pipe, which may hide the posts as well', async () => {
  for (const [config, posts, file] of [
    ['eleventy.config.js', 'posts', 'posts.11tydata.js'],
    ['hugo.toml', 'content/posts', '_index.md'],
  ] as const) {
    const root = await writeSite({ [config]: '', [`${posts}/a.md`]: post() });
    execFileSync('mkfifo', [join(root, posts, file)]);
    const content = await openContent({ folder: join(root, posts), now });
    expect(await content.read('a.md')).toMatchObject({ kind: 'skip', skip: { reason: 'front-matter' } });
  }
});

describe('the front matter of layouts', () => {
  const hiding = '---\npermalink: false\ntitle: A layout\n---\n{{ content }}';
  test.each([
    ['layout: hidden.njk', { '_includes/hidden.njk': hiding }, 'unpublished'],
    ['layout: hidden', { '_includes/hidden.liquid': hiding }, 'unpublished'],
    ['layout: deep/hidden', { '_includes/deep/hidden.html': hiding }, 'unpublished'],
    [
      'layout: post',
      { '_includes/post.njk': '---\nlayout: base\n---\n', '_includes/base.njk': hiding },
      'unpublished',
    ],
    ['', { 'posts/posts.json': '{"layout": "hidden"}', '_includes/hidden.njk': hiding }, 'unpublished'],
    ['', { '_data/layout.js': 'module.exports = "hidden";', '_includes/hidden.njk': hiding }, 'unpublished'],
    [
      'layout: alias',
      {
        'eleventy.config.js':
          'export default (c) => { c.setLayoutsDirectory("frames"); c.addLayoutAlias("alias", "hidden.njk"); };',
        'frames/hidden.njk': hiding,
      },
      'unpublished',
    ],
    ['layout: post', { '_includes/post.njk': '---\npermalink: /p/{{ page.fileSlug }}/\n---\n' }, '/p/a/'],
    ['layout: hidden\npermalink: /own/', { '_includes/hidden.njk': hiding }, '/own/'],
    ['layout: other', { '_includes/hidden.njk': hiding }, '/posts/a/'],
    ['layout: round', { '_includes/round.njk': '---\nlayout: round\n---\n' }, '/posts/a/'],
    ['layout: broken', { '_includes/broken.njk': '---\na: [\n---\n' }, 'front-matter'],
  ])('%s with %j', async (frontMatter, files, outcome) =>
    expect(await outcomeOf(files, frontMatter)).toBe(outcome),
  );
});

describe('a program that cannot be read', () => {
  const hiding = [
    ['posts/posts.11tydata.js', 'export default async () => ({ ...(await load()) });'],
    ['posts/posts.11tydata.js', 'export default { ...other };'],
    ['posts/posts.11tydata.js', 'export default { [key]: true };'],
    ['posts/posts.11tydata.js', 'export default { draft: process.env.DRAFTS };'],
    ['posts/posts.11tydata.js', 'import data from "./data.js";\nexport default data;'],
    ['posts/posts.11tydata.js', 'const data = {};\ndata.draft = true;\nexport default data;'],
    ['posts/posts.11tydata.js', 'export default { eleventyComputed: { draft: (data) => data.x } };'],
    ['posts/posts.11tydata.js', 'export default { eleventyComputed: computed };'],
    ['posts/posts.11tydata.js', 'export default { eleventyComputed: { ...computed } };'],
    ['posts/posts.11tydata.cjs', 'module.exports = { eleventyExcludeFromCollections: isProduction() };'],
    ['posts/a.11tydata.js', 'export default { date: new Date() };'],
    ['_data/eleventyComputed.js', 'module.exports = require("./computed");'],
    ['_data/eleventyComputed.cjs', 'module.exports = { permalink: (data) => data.x };'],
    ['_data/draft.js', 'module.exports = () => process.env.DRAFTS;'],
  ] as const;

  test.each(hiding)('%s hides what it may hide: %s', async (file, source) => {
    const site = await openSite({ 'eleventy.config.js': '', 'posts/a.md': post(), [file]: source });
    const { reason, message, hint } = site.skip('posts/a.md');
    expect(reason).toBe('front-matter');
    expect(message).toContain('program, which is never run');
    expect(hint).toContain('dataPrograms');
  });

  test.each(hiding.filter(([, source]) => !source.includes('permalink')))(
    '%s is gone on without where the author says so: %s',
    async (file, source) =>
      expect(await outcomeOf({ [file]: source }, '', { dataPrograms: 'ignore' })).toBe('/posts/a/'),
  );

  it('hides nothing by what cannot hide', async () => {
    const source = `import nav from './nav.js';
      export default {
        layout: nav.layout,
        tags: ['posts', nav.tag],
        permalink: '/blog/{{ page.fileSlug }}/',
        eleventyNavigation: { key: (data) => data.title },
        eleventyComputed: { title: (data) => data.title, description(data) { return data.x; } },
        cards: async function () { return fetch('x'); },
      };`;
    expect(await outcomeOf({ 'posts/posts.11tydata.js': source })).toBe('/blog/a/');
  });

  it('hides nothing of a post that decides for itself', async () => {
    const data = {
      'posts/posts.11tydata.js': 'export default { draft: isDraft(), permalink: () => "/x/" };',
    };
    expect(await outcomeOf(data, 'draft: false\npermalink: /own/')).toBe('/own/');
    expect(await outcomeOf(data, 'draft: false')).toBe('front-matter');
  });

  it('leaves no address to be guessed', async () => {
    const data = { 'posts/posts.11tydata.js': 'export default { permalink: (data) => f(data) };' };
    expect(await outcomeOf(data)).toBe('front-matter');
    expect(await outcomeOf(data, '', { dataPrograms: 'ignore' })).toBe('invalid-post');
    expect(await outcomeOf(data, '', { dataPrograms: 'ignore', urlTemplate: '/blog/:slug/' })).toBe(
      '/blog/a/',
    );
  });
});

it('indexes all of a blog of eleventy-base-blog’s kind', async () => {
  const {
    urls,
    post: read,
    skip,
  } = await openSite({
    'eleventy.config.js': `import { feedPlugin } from '@11ty/eleventy-plugin-rss';
      export default async function (eleventyConfig) {
        eleventyConfig.addPreprocessor('drafts', '*', (data, content) => {
          if (data.draft) data.title = \`\${data.title} (draft)\`;
          if (data.draft && process.env.ELEVENTY_RUN_MODE === 'build') return false;
        });
        eleventyConfig.addPlugin(feedPlugin, { collection: { name: 'posts' }, metadata: { language: 'en', base: 'https://example.com/' } });
      };
      export const config = {
        templateFormats: ['md', 'njk', 'html', 'liquid', '11ty.js'],
        markdownTemplateEngine: 'njk',
        dir: { input: 'content', includes: '../_includes', data: '../_data', output: '_site' },
      };`,
    '_data/metadata.js': 'export default { title: "Eleventy Base Blog v9", language: "en" };',
    '_data/eleventyDataSchema.js':
      'import { z } from "zod";\nexport default function (data) { z.parse(data); }',
    'content/content.11tydata.js': 'export default { layout: "layouts/home.njk" };',
    'content/blog/blog.11tydata.js': 'export default { tags: ["posts"], "layout": "layouts/post.njk" };',
    'content/blog/firstpost.md': post('date: 2023-10-01\ntags: another tag'),
    'content/blog/fourthpost/fourthpost.md': post('date: 2018-09-30\ntags: second tag'),
    'content/blog/draft.md': post('draft: true'),
    'content/about.md': post(),
    'README.md': '# The starter',
  });
  expect(urls).toEqual({
    'content/blog/firstpost.md': '/blog/firstpost/',
    'content/blog/fourthpost/fourthpost.md': '/blog/fourthpost/',
    'content/about.md': '/about/',
  });
  expect(read('content/blog/firstpost.md').tags).toEqual(['posts', 'another tag']);
  expect(skip('content/blog/draft.md').reason).toBe('draft');
});
