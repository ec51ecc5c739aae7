import { describe, expect, it } from 'vitest';
import { openSite, type SiteOptions } from '../open-site.js';

const config = (docs: string, blog = '{}'): string =>
  `export default { baseUrl: '/', presets: [['classic', { docs: ${docs}, blog: ${blog} }]] };`;

describe('Docusaurus whose posts lie beside it', () => {
  const files = {
    '.git/HEAD': '',
    'website/docusaurus.config.js': config(
      "{path: '../docs', exclude: ['**/x/**']}",
      "{path: '../text/blog'}",
    ),
    'other/README.md': 'Words.',
    'docs/go/a.md': '---\nslug: b\n---\n\nWords.',
    'docs/x/a.md': 'Words.',
    'docs/README.md': 'Words.',
    'text/blog/2024-01-02-a.md': '---\nauthors: jo\n---\n\nWords.',
    'text/blog/authors.yml': 'jo: {name: Jo Doe}',
  };

  it.each([
    ['docs', { 'README.md': '/docs/', 'go/a.md': '/docs/go/b' }],
    ['docs/go', { 'a.md': '/docs/go/b' }],
    ['text/blog', { '2024-01-02-a.md': '/blog/2024/01/02/a' }],
  ])('is found when %s alone is opened', async (posts, urls) => {
    const site = await openSite(files, { posts });
    expect([site.content.generator, site.urls]).toEqual(['docusaurus', urls]);
    if (posts === 'text/blog') expect(site.post('2024-01-02-a.md').authors).toEqual(['Jo Doe']);
  });

  it('is not taken for the site of others', async () => {
    const site = await openSite(files, { posts: 'other' });
    expect(site.content.generator).toBe('plain');
  });
});

describe('what Docusaurus leaves out by a program', () => {
  const read = (docs: string, options: SiteOptions) =>
    openSite({ 'docusaurus.config.js': config(docs), 'docs/a.md': 'Words.' }, options);

  it.each([
    '{exclude: read()}',
    "{exclude: ['x', read()]}",
    '{include: read()}',
    '{onlyIncludeVersions: read()}',
  ])('is not shown at the URL of a template: %s', async (docs) => {
    const { skip } = await read(docs, { urlTemplate: '/d/:path' });
    expect(skip('docs/a.md')).toMatchObject({
      reason: 'front-matter',
      message: expect.stringContaining('only the program knows'),
    });
  });

  it('is shown to who knows that it leaves out nothing', async () => {
    const { urls } = await read('{exclude: read()}', { dataPrograms: 'ignore' });
    expect(urls).toEqual({ 'docs/a.md': '/docs/a' });
  });
});

describe('addresses of a Docusaurus blog', () => {
  it.each([
    ['2024-01-22-dir/Index.md', '', '/blog/2024/01/22/dir/Index'],
    ['2024-01-22-dir/index.md', '', '/blog/2024/01/22/dir'],
    ['index.md', 'date: 2024-01-01', '/blog/index'],
    ['dir/index.md', 'date: 2024-01-01', '/blog/dir'],
    ['a.md', 'slug: ../up', '/up'],
    ['b.md', 'slug: ../../up/', '/up/'],
  ])('%s, %j', async (path, frontMatter, url) => {
    const { urls } = await openSite({
      'docusaurus.config.js': config('{}'),
      [`blog/${path}`]: `---\n${frontMatter}\n---\n\nWords.`,
    });
    expect(urls).toEqual({ [`blog/${path}`]: url });
  });
});
