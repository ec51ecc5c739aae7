import { describe, expect, it } from 'vitest';
import { openSite, type SiteOptions } from '../open-site.js';

const open = (config: string, path: string, options: SiteOptions = {}) =>
  openSite({ '.vitepress/config.mts': `export default { ${config} };`, [path]: '# A\n\nWords.' }, options);

// What is expected here is what VitePress 1 builds.
describe('pages of VitePress', () => {
  it.each([
    ['CONTRIBUTING.md', '/CONTRIBUTING'],
    ['sub/LICENSE.md', '/sub/LICENSE'],
    ['om/go.md', '/om/go'],
  ])('are all files of the site: %s', async (path, url) => {
    expect((await open('cleanUrls: true', path)).urls).toEqual({ [path]: url });
  });

  it.each(['[pkg].md', 'a/[pkg]/b.md', 'dist/a.md', 'a/dist/b.md'])('are not: %s', async (path) => {
    expect((await open('cleanUrls: true', path)).skip(path).reason).toBe('not-a-post');
  });

  it.each([
    ["'packages/:pkg/src/(.*)': ':pkg/index.md'", 'packages/foo/src/bar.md', '/foo/'],
    ["'a/:slug*': 'z/:slug*'", 'a/b/c.md', '/z/b/c'],
    ["'posts/:y(\\\\d+)-:slug.md': ':y/:slug.md'", 'posts/2024-hey-you.md', '/2024/hey-you'],
    ["'posts/:y(\\\\d+)-:slug.md': ':y/:slug.md'", 'posts/abc-hey.md', '/posts/abc-hey'],
    ["'^old/(?<rest>.*)': 'new/:rest'", 'old/x/y.md', '/new/x/y'],
    ["'src/:a+': ':a+'", 'src/x/y.md', '/x/y'],
  ])('are where %s puts them', async (rewrite, path, url) => {
    const { urls } = await open(`cleanUrls: true, rewrites: { ${rewrite} }`, path);
    expect(urls).toEqual({ [path]: url });
  });

  it.each(['rewrites: make()', 'rewrites(id) { return id.slice(4) }', "rewrites: { ...more, 'a': 'b' }"])(
    'have no URL where only the program knows it: %s',
    async (setting) => {
      expect((await open(setting, 'a.md')).skip('a.md').reason).toBe('invalid-post');
      expect((await open(setting, 'a.md', { urlTemplate: '/:path' })).urls).toEqual({ 'a.md': '/a' });
    },
  );

  it.each(['srcExclude: read()', "srcExclude: ['x', ...more]"])(
    'are hidden where only the program knows whether they are built: %s',
    async (setting) => {
      expect((await open(setting, 'a.md')).skip('a.md').reason).toBe('front-matter');
      expect((await open(setting, 'a.md', { dataPrograms: 'ignore' })).urls).toEqual({ 'a.md': '/a.html' });
    },
  );
});
