import { beforeEach, expect, test } from 'vitest';
import { type CommandLine, createCommandLine } from './command-line.js';

let line: CommandLine;
beforeEach(async () => {
  line = await createCommandLine();
  for (const [name, url] of [
    ['one', '/2020/one/'],
    ['two', '/2020/two/'],
    ['three', '/2020/three/'],
  ])
    await line.write(`posts/${name}.md`, `---\ntitle: ${name}\npermalink: ${url}\n---\nwords\n`);
});

const sitemap = (...urls: readonly string[]): string =>
  `<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${urls.map((url) => `<url><loc>https://example.org${url}</loc></url>`).join('')}</urlset>`;

test('0 when the site has every URL; extra pages are counted by folder', async () => {
  await line.run(['build', 'posts']);
  await line.write(
    'sitemap.xml',
    sitemap('/2020/one/', '/2020/two/', '/2020/three/', '/tags/a/', '/tags/b/', '/about/'),
  );
  const { code, out } = await line.run(['check-urls', '--against', 'sitemap.xml']);
  expect(code).toBe(0);
  expect(out).toMatch(/^3 URLs of posts, 6 of sitemap\.xml\n/);
  expect(out).toMatch(/missing +0\n/);
  expect(out).toMatch(/extra +3\n {2}\/tags\/ {2}2\n {2}\/about\/ {2}1\n/);
});

test('2 when one is missing or differs, each named with its post', async () => {
  await line.write('sitemap.xml', sitemap('/2020/one', '/blog/two/'));
  const { code, out } = await line.run(['check-urls', 'posts', '--against', 'sitemap.xml']);
  expect(code).toBe(2);
  expect(out).toMatch(/missing +1\n {2}\/2020\/three\/ {2}three\.md\n/);
  expect(out).toMatch(/\/2020\/one\/ {2}one\.md\n +there \/2020\/one {2}trailing slash\n/);
  expect(out).toMatch(/\/2020\/two\/ {2}two\.md\n +there \/blog\/two\/ {2}same slug elsewhere\n/);
});

test('--json holds the whole comparison; a folder of the built site is read under --base', async () => {
  await line.write('_site/2020/one/index.html', '');
  await line.write('_site/2020/two/index.html', '');
  await line.write('_site/404.html', '');
  const { code, out } = await line.run(['check-urls', 'posts', '--against', '_site', '--json']);
  expect(code).toBe(2);
  expect(JSON.parse(out)).toEqual({
    ours: 3,
    theirs: 2,
    missing: [{ url: '/2020/three/', id: 'three.md' }],
    differing: [],
    extra: [],
  });
  await line.write('lookback.config.json', '{"baseUrl": "/blog"}');
  const based = await line.run(['check-urls', 'posts', '--against', '_site', '--base', '/blog', '--json']);
  expect(JSON.parse(based.out)).toMatchObject({ missing: [{ url: '/blog/2020/three/' }], differing: [] });
});

test('a build of Docusaurus with its defaults has the URL of every page, under its own base', async () => {
  const page = (path: string): string => `<link rel="canonical" href="https://example.org/manual${path}">`;
  await line.write(
    'site/docusaurus.config.js',
    "export default { baseUrl: '/manual/', presets: ['classic'] };",
  );
  await line.write('site/docs/intro.md', '# Intro\n\nwords\n');
  await line.write('site/docs/guide/index.md', '# Guide\n\nwords\n');
  await line.write('site/blog/2024-01-02-hello.md', '# Hello\n\nwords\n');
  await line.write('site/build/docs/intro/index.html', page('/docs/intro'));
  await line.write('site/build/docs/guide/index.html', page('/docs/guide/'));
  await line.write('site/build/blog/2024/01/03/hello/index.html', page('/blog/2024/01/03/hello'));
  const { code, out } = await line.run(['check-urls', 'site', '--against', 'site/build']);
  expect(out).toMatch(/missing +0\n/);
  expect(out).toMatch(/differing +1\n {2}\/manual\/blog\/2024\/01\/02\/hello /);
  expect(code).toBe(2);
});

test('wrong use and what cannot be read: 1', async () => {
  expect((await line.run(['check-urls'])).code).toBe(1);
  await line.write('page.xml', '<html></html>');
  for (const against of ['none.xml', 'page.xml'])
    expect(await line.run(['check-urls', 'posts', '--against', against])).toMatchObject({
      code: 1,
      err: expect.stringContaining('site-unreadable'),
    });
});
