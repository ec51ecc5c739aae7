import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeEach, describe, expect, test } from 'vitest';
import { readBuiltSite } from '../../src/url-check/read-built-site.js';
import { readSitemap } from '../../src/url-check/read-sitemap.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lookback-site-'));
});

const write = async (name: string, content: string | Uint8Array): Promise<string> => {
  await mkdir(dirname(join(folder, name)), { recursive: true });
  await writeFile(join(folder, name), content);
  return join(folder, name);
};

describe('a sitemap', () => {
  test('has the locations of its entries, and not those of images and alternates', async () => {
    const file = await write(
      'sitemap.xml',
      `<?xml version="1.0"?>
      <urlset xmlns:image="i"><url><loc> https://example.org/a/?x=1&amp;y=2#z </loc>
      <image:image><image:loc>https://example.org/a.png</image:loc></image:image></url>
      <url><loc><![CDATA[https://example.org]]></loc></url><url><loc>/b%C3%BC</loc></url></urlset>`,
    );
    expect(await readSitemap(file)).toEqual([{ path: '/a/' }, { path: '/' }, { path: '/b%C3%BC' }]);
  });

  test('may be an index of sitemaps beside it, packed or not', async () => {
    const part = (path: string): string =>
      `<urlset><url><loc>https://example.org${path}</loc></url></urlset>`;
    await write('sitemap-0.xml', part('/a/'));
    await write('sitemap-1.xml.gz', gzipSync(part('/b/')));
    const file = await write(
      'sitemap.xml',
      `<sitemapindex><sitemap><loc>https://example.org/sub/sitemap-0.xml</loc></sitemap>
      <sitemap><loc>https://example.org/sitemap-1.xml.gz</loc></sitemap></sitemapindex>`,
    );
    expect(await readSitemap(file)).toEqual([{ path: '/a/' }, { path: '/b/' }]);
  });

  test('that is none, or not there, is an error with its file', async () => {
    const index = await write(
      'sitemap.xml',
      '<sitemapindex><sitemap><loc>/none.xml</loc></sitemap></sitemapindex>',
    );
    await expect(readSitemap(index)).rejects.toMatchObject({
      code: 'site-unreadable',
      file: join(folder, 'none.xml'),
    });
    await expect(readSitemap(await write('a.xml', '<rss/>'))).rejects.toMatchObject({
      code: 'site-unreadable',
    });
    await expect(readSitemap(await write('a.xml.gz', 'no gzip'))).rejects.toMatchObject({
      code: 'site-unreadable',
    });
    const loop = await write(
      'loop.xml',
      '<sitemapindex><sitemap><loc>/loop.xml</loc></sitemap></sitemapindex>',
    );
    await expect(readSitemap(loop)).rejects.toMatchObject({ code: 'site-unreadable' });
  });
});

test('a built site has its HTML files, by the paths that servers give them', async () => {
  for (const name of [
    'index.html',
    'a/b/index.html',
    'c.html',
    '404.html',
    'feed.xml',
    'node_modules/x/index.html',
  ])
    await write(name, '');
  const paths = (await readBuiltSite(folder, '/blog/')).toSorted((a, b) => (a.path < b.path ? -1 : 1));
  expect(paths).toEqual([
    { path: '/blog/' },
    { path: '/blog/a/b/' },
    { path: '/blog/c.html', alias: '/blog/c' },
  ]);
  expect((await readBuiltSite(folder)).map(({ path }) => path)).toContain('/a/b/');
  await expect(readBuiltSite(join(folder, 'none'))).rejects.toMatchObject({ code: 'site-unreadable' });
});
