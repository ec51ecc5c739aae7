import { execFileSync } from 'node:child_process';
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
    expect((await readSitemap(file)).map(({ path }) => path)).toEqual(['/a/', '/', '/b%C3%BC']);
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
    expect((await readSitemap(file)).map(({ path }) => path)).toEqual(['/a/', '/b/']);
  });

  test('that is nested without end is none, and is given up at once', async () => {
    const file = await write('sitemap.xml', `<urlset>${'<loc>'.repeat(10_000)}`);
    await expect(readSitemap(file)).rejects.toMatchObject({ code: 'site-unreadable', file });
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
    { path: '/blog/', aliases: ['/blog/index.html', '/blog'] },
    { path: '/blog/a/b/', aliases: ['/blog/a/b/index.html', '/blog/a/b'] },
    { path: '/blog/c.html', aliases: ['/blog/c'] },
  ]);
  expect((await readBuiltSite(folder)).map(({ path }) => path)).toContain('/a/b/');
  await expect(readBuiltSite(join(folder, 'none'))).rejects.toMatchObject({ code: 'site-unreadable' });
});

test('a file without extension is a page where it holds HTML, and a name is encoded as URLs are', async () => {
  await write('bare', '<!DOCTYPE html>\n<title>a</title>');
  await write('CNAME', 'example.org');
  await write('c#, 100%?/index.html', '');
  expect((await readBuiltSite(folder)).map(({ path }) => path).toSorted()).toEqual([
    '/bare',
    '/c%23, 100%25%3F/',
  ]);
});

test.skipIf(process.platform === 'win32')(
  'a pipe in a built site is not waited for, whatever its name',
  async () => {
    await write('index.html', '<!doctype html>');
    for (const name of ['pipe', 'pipe.html']) execFileSync('mkfifo', [join(folder, name)]);
    expect((await readBuiltSite(folder)).map(({ path }) => path)).toEqual(['/']);
  },
);

describe('where a built site is served', () => {
  const page = (canonical: string): string =>
    `<!doctype html><html><head><link href="${canonical}" rel="alternate canonical"></head></html>`;
  const paths = async (base?: string): Promise<string[]> =>
    (await readBuiltSite(folder, base)).map(({ path }) => path).toSorted();

  test.each([
    ['a page by its folder', 'https://example.org/sub/a', 'https://example.org/sub/b.html'],
    ['a page with its slash', 'https://example.org/sub/a/', 'https://example.org/sub/b'],
  ])('is told by the canonical links: %s', async (_, a, b) => {
    await write('a/index.html', page(a));
    await write('b.html', page(b));
    expect(await paths()).toEqual(['/sub/a/', '/sub/b.html']);
    expect(await paths('/other')).toEqual(['/other/a/', '/other/b.html']);
  });

  test('is the root where one foreign link, or none, says otherwise', async () => {
    await write('a/index.html', page('https://example.org/a/'));
    await write('b/index.html', page('https://example.org/elsewhere/b/'));
    await write('sub/c/index.html', page('/sub/c/'));
    expect(await paths()).toEqual(['/a/', '/b/', '/sub/c/']);
  });

  test('is told by the sitemap in it where no page has a canonical link', async () => {
    await write('a/index.html', '<title>a</title>');
    await write('sitemap.xml', '<urlset><url><loc>https://example.org/m/a/</loc></url></urlset>');
    expect(await paths()).toEqual(['/m/a/']);
  });

  // A site of VitePress has neither unless it asks for them.
  test('is told by what pages load where nothing else tells', async () => {
    await write('assets/x/style.css', '');
    await write('fr/a.html', '<link rel="stylesheet" href="/b/assets/x/style.css"><a href="/b/fr/a">A</a>');
    await write('c.html', '<script src="/elsewhere.js"></script><img src="//b/c/assets/x/style.css">');
    expect(await paths()).toEqual(['/b/c.html', '/b/fr/a.html']);
  });

  test('is the root where what pages load is there', async () => {
    await write('assets/b/style.css', '');
    await write('a.html', '<link rel="stylesheet" href="/assets/b/style.css"><img src="/../../x.png">');
    expect(await paths()).toEqual(['/a.html']);
  });
});
