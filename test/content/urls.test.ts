import { describe, expect, it } from 'vitest';
import { openSite, type SiteOptions } from './open-site.js';

const post = (frontMatter = ''): string => `---\ntitle: A title\n${frontMatter}\n---\n\nbody\n`;

/** `[path, front matter, URL]` of posts of one site. */
type Row = readonly [path: string, frontMatter: string, url: string];

const urlsOf = async (
  rows: readonly Row[],
  config: Readonly<Record<string, string>>,
  options?: SiteOptions,
): Promise<Readonly<Record<string, string>>> => {
  const files = Object.fromEntries(rows.map(([path, frontMatter]) => [path, post(frontMatter)]));
  return (await openSite({ ...files, ...config }, options)).urls;
};

const expectUrls = async (
  rows: readonly Row[],
  config: Readonly<Record<string, string>>,
  options?: SiteOptions,
) => {
  expect(await urlsOf(rows, config, options)).toEqual(
    Object.fromEntries(rows.map(([path, , url]) => [path, url])),
  );
};

describe('Jekyll', () => {
  it('follows its default', () =>
    expectUrls(
      [
        ['_posts/2019-05-20-Upper-Case.md', '', '/2019/05/20/Upper-Case.html'],
        ['_posts/2019-05-21-über-žába.md', '', '/2019/05/21/%C3%BCber-%C5%BE%C3%A1ba.html'],
        ['_posts/2019-05-22-c#-and-f.md', '', '/2019/05/22/c-and-f.html'],
        ['_posts/2019-5-2-short.md', '', '/2019/05/02/short.html'],
        ['_posts/2019-05-23-a.md', 'categories: [Big Data, spark]', '/big%20data/spark/2019/05/23/a.html'],
        ['_posts/2019-05-24-b.md', 'categories: one two', '/one/two/2019/05/24/b.html'],
        ['_posts/2019-05-25-c.md', 'category: one two', '/one%20two/2019/05/25/c.html'],
        ['_posts/2019-05-26-d.md', 'slug: Own Slug', '/2019/05/26/Own-Slug.html'],
        ['_posts/2019-05-27-e.md', 'date: 2020-01-02', '/2020/01/02/e.html'],
        ['_posts/2019-05-28-f.md', 'permalink: /own/:title/', '/own/f/'],
        ['_posts/2019-05-29-g.md', 'permalink: own.html', '/own.html'],
        ['_posts/2019-05-30-h.md', 'permalink: /../../up/', '/up/'],
        ['_posts/nested/2019-05-31-i.md', '', '/2019/05/31/i.html'],
        ['travel/_posts/2019-06-01-j.md', '', '/travel/2019/06/01/j.html'],
        ['_posts/2019-06-02-dots....md', '', '/2019/06/02/dots.html'],
        ['about.md', '', '/about.html'],
        ['docs/index.md', '', '/docs/'],
      ],
      { '_config.yml': 'title: x\n' },
    ));

  it.each([
    ['pretty', '/x/2019/05/20/a-b/'],
    ['date', '/x/2019/05/20/a-b.html'],
    ['none', '/x/a-b.html'],
    ['ordinal', '/x/2019/140/a-b.html'],
    ['weekdate', '/x/2019/W21/Mon/a-b.html'],
    ['/:year/:i_month/:i_day/:slug', '/2019/5/20/a-b'],
    ['/:short_year/:short_month/:long_day/:title:output_ext', '/19/May/Monday/a-b.html'],
    ['/blog/:categories/:title/', '/blog/x/a-b/'],
    ['/:collection/:name', '/posts/2019-05-20-a-b'],
  ])('knows the permalink %s', async (permalink, url) => {
    const rows: Row[] = [['_posts/2019-05-20-a-b.md', 'category: X', url]];
    await expectUrls(rows, { '_config.yml': `permalink: ${permalink}\n` });
  });

  it('reads collections, defaults and the base', () =>
    expectUrls(
      [
        ['_recipes/soups/Onion Soup.md', '', '/base/recipes/soups/Onion%20Soup/'],
        ['_notes/n.md', '', '/base/n/n.html'],
        ['_posts/2019-01-01-a.md', '', '/base/special/a/'],
        ['_posts/2019-01-01-b.md', 'permalink: /b/', '/base/b/'],
      ],
      {
        '_config.yml': [
          'baseurl: /base',
          'permalink: pretty',
          'collections: {recipes: {output: true}, notes: {output: true, permalink: "/n/:path:output_ext"}}',
          'defaults: [{scope: {path: "", type: posts}, values: {permalink: "/general/:title/"}}, {scope: {path: _posts}, values: {permalink: "/special/:title/"}}]',
        ].join('\n'),
      },
    ));

  it('tells what it does not publish', async () => {
    const { skip } = await openSite({
      '_config.yml': 'collections: {hidden: {output: false}}\nexclude: [drafts, "*.draft.md"]\n',
      '_hidden/a.md': post(),
      '_unknown/a.md': post(),
      '_includes/a.html': post(),
      '_posts/undated.md': post(),
      'drafts/a.md': post(),
      'b.draft.md': post(),
      'README.md': 'no front matter',
      'index.html': post(),
    });
    for (const file of [
      '_hidden/a.md',
      '_unknown/a.md',
      '_includes/a.html',
      '_posts/undated.md',
      'drafts/a.md',
      'b.draft.md',
      'README.md',
      'index.html',
    ])
      expect([file, skip(file).reason]).toEqual([file, 'not-a-post']);
  });

  it('reads pages that are included, and what lies in its source folder', async () => {
    const { urls, post: read } = await openSite({
      '_config.yml':
        'source: src\ninclude: [_pages, _hidden/one.md]\ncollections_dir: parts\ncollections: {docs: {output: true}}\n',
      'src/_pages/about.md': post(),
      'src/_pages/_sub/a.md': post(),
      'src/_hidden/one.md': post('permalink: /one/:basename:output_ext'),
      'src/_hidden/two.md': post(),
      'src/parts/_posts/2019-05-20-a.md': post(),
      'src/parts/trips/_posts/2019-05-21-b.md': post(),
      'src/parts/_docs/a.md': post(),
      'src/_posts/2019-05-22-c.md': post(),
      'src/_docs/b.md': post(),
      'other/a.md': post(),
    });
    expect(urls).toEqual({
      'src/_pages/about.md': '/_pages/about.html',
      'src/_hidden/one.md': '/one/one.html',
      'src/parts/_posts/2019-05-20-a.md': '/2019/05/20/a.html',
      'src/parts/trips/_posts/2019-05-21-b.md': '/trips/2019/05/21/b.html',
      'src/parts/_docs/a.md': '/docs/a.html',
    });
    expect(read('src/parts/trips/_posts/2019-05-21-b.md').categories).toEqual(['trips']);
  });

  it.each([
    ['#x.md', undefined],
    ['~x.md', undefined],
    ['.x.md', undefined],
    ['a/#b/x.md', undefined],
    ['a/b~/x.md', undefined],
    ['_posts/#b/2019-05-20-x.md', undefined],
    ['_drafts/#x.md', undefined],
    ['a#b/x~y.md', '/a%23b/x~y.html'],
    ['_posts/a/#b/2019-05-20-x.md', '/2019/05/20/x.html'],
    ['_posts/2019-05-20_x.md', undefined],
  ])('publishes or hides %s by its name', async (file, url) => {
    expect((await openSite({ '_config.yml': 'title: x\n', [file]: post() })).urls[file]).toBe(url);
  });

  it('excludes by the beginning of a path and by patterns', async () => {
    const { urls } = await openSite({
      '_config.yml': 'exclude: [draft, /top.md, "*/old*.md", kept.md]\ninclude: [kept.md]\n',
      'drafts/a.md': post(),
      'draft-b.md': post(),
      'top.md': post(),
      'a/top.md': post(),
      'a/b/older.md': post(),
      'old.md': post(),
      'kept.md': post(),
      'a/draft.md': post(),
    });
    expect(urls).toEqual({
      'a/top.md': '/a/top.html',
      'old.md': '/old.html',
      'kept.md': '/kept.html',
      'a/draft.md': '/a/draft.html',
    });
  });

  it('moves a time with an offset to the zone of the build, and the day of the URL with it', async () => {
    const rows: Row[] = [
      ['_posts/2019-05-20-a.md', 'date: 2020-01-01 23:30:00 -0500', '/2020/01/02/a.html'],
      ['_posts/2019-05-20-b.md', 'date: "2020-01-02 00:30 +09:00"', '/2020/01/01/b.html'],
      ['_posts/2019-05-20-c.md', 'date: 2020-01-01 23:30:00', '/2020/01/01/c.html'],
    ];
    await expectUrls(rows, { '_config.yml': 'title: x\n' });
    const there = rows.map(([path, date]) => [path, date, `/2020/01/01/${path.at(-4)}.html`] as const);
    await expectUrls(there, { '_config.yml': 'timezone: America/New_York\n' });
    await expectUrls(there, { '_config.yml': 'title: x\n' }, { timeZone: 'America/New_York' });
  });

  it('puts a late hour on the day that the time zone has', () =>
    expectUrls([['_posts/2019-05-20-a.md', 'date: 2019-05-20 23:30:00 +0000', '/2019/05/21/a.html']], {
      '_config.yml': 'timezone: Europe/Prague\n',
    }));
});

describe('Hugo', () => {
  const config = { 'hugo.toml': 'baseURL = "https://example.org/sub/"\n' };

  it('follows the path, the bundle and the slug', () =>
    expectUrls(
      [
        ['content/posts/First Post.md', '', '/sub/posts/first-post/'],
        ['content/posts/Über Žába.md', '', '/sub/posts/%C3%BCber-%C5%BE%C3%A1ba/'],
        ['content/posts/C# & more.md', '', '/sub/posts/c%23--more/'],
        ['content/posts/bundle/index.md', '', '/sub/posts/bundle/'],
        ['content/posts/deep/er/2019-05-20-x.md', '', '/sub/posts/deep/er/2019-05-20-x/'],
        ['content/posts/a.md', 'slug: Own Slug', '/sub/posts/own-slug/'],
        ['content/posts/b.md', 'url: /Kept/As Is/', '/sub/Kept/As%20Is/'],
        ['content/posts/c.md', 'url: /file.html', '/sub/file.html'],
        ['content/about.md', '', '/sub/about/'],
      ],
      config,
    ));

  it('knows permalinks, case and file names', async () => {
    await expectUrls(
      [
        ['content/posts/a.md', 'date: 2019-05-20T23:30:00-05:00', '/2019/05/20/A-title/'],
        ['content/notes/deep/2019-05-20-b.md', 'date: 2019-05-20', '/notes/2019-05-20-b/'],
        ['content/other/Case.md', '', '/other/Case/'],
      ],
      {
        'config.yaml':
          'baseURL: /\ndisablePathToLower: true\npermalinks:\n  posts: /:year/:month/:day/:slug/\n  notes: "/:section/:filename/"\n',
        'content/x.txt': '',
      },
    );
    await expectUrls([['content/posts/A b.md', '', '/posts/a-b.html']], { 'hugo.yaml': 'uglyURLs: true\n' });
  });

  it('knows languages by suffix and by folder', () =>
    expectUrls(
      [
        ['content/posts/a.md', '', '/posts/a/'],
        ['content/posts/a.cs.md', '', '/cs/posts/a/'],
        ['content/posts/b.cs.md', 'url: here/', '/cs/here/'],
        ['content/german/posts/a.md', '', '/de/posts/a/'],
      ],
      {
        'hugo.toml':
          'defaultContentLanguage = "en"\n[languages.en]\n[languages.cs]\n[languages.de]\ncontentDir = "content/german"\n',
      },
    ));

  it('leaves out languages and files as the site does', async () => {
    const { urls } = await openSite({
      'hugo.yaml': 'ignoreFiles: ["\\\\.wip\\\\.md$"]\nlanguages:\n  en: {}\n  cs: {disabled: true}\n',
      'content/a.md': post(),
      'content/a.cs.md': post(),
      'content/b.wip.md': post(),
    });
    expect(urls).toEqual({ 'content/a.md': '/a/' });
  });

  it.each([
    ['date: 2020-01-02', '/2020/a-title/'],
    ['date: 2020-01-02\nslug: own', '/2020/own/'],
    ['', '/2024/named/'],
  ])('takes the slug from the title, and from the name only with the date: %s', (frontMatter, url) =>
    expectUrls([['content/posts/2024-05-06-named.md', frontMatter, url]], {
      'hugo.yaml': 'permalinks: {page: {posts: /:year/:slug/}}\nfrontmatter: {date: [date, ":filename"]}\n',
    }),
  );

  it('lets the name of the file date a post before its front matter, where the site says so', () =>
    expectUrls([['content/posts/2024-05-06-named.md', 'date: 2020-01-02', '/2024/05/named/']], {
      'hugo.yaml': 'permalinks: {posts: /:2006/:01/:slug/}\nfrontmatter: {date: [":filename", ":default"]}\n',
    }));

  it.each([
    ['/v1.2/foo', '/v1.2/foo'],
    ['/x/../y/', '/y/'],
    ['"/t/:year/:title"', '/t/2020/a-title/'],
    ['"/a:b/"', '/a:b/'],
  ])('takes the url %s as Hugo does', (written, url) =>
    expectUrls([['content/a.md', `date: 2020-01-02\nurl: ${written}`, url]], { 'hugo.yaml': 'title: x\n' }),
  );

  it('knows what a language and a section say of URLs', () =>
    expectUrls(
      [
        ['content/docs/A b.md', '', '/en/docs/a-b.html'],
        ['content/posts/Žluť.md', '', '/en/posts/zlut/'],
        ['content/posts/Žluť.cs.md', '', '/cs/p/a-title/'],
      ],
      {
        'hugo.yaml': [
          'defaultContentLanguageInSubdir: true',
          'removePathAccents: true',
          'uglyURLs: {docs: true}',
          'languages: {en: {}, cs: {permalinks: {posts: "/p/:title/"}}}',
        ].join('\n'),
      },
    ));

  it('follows a list of permalinks with targets', () =>
    expectUrls(
      [
        ['content/posts/a.md', 'date: 2020-01-02', '/2020/a-title/'],
        ['content/posts/old/b.md', '', '/old/b/'],
        ['content/notes/c.md', '', '/notes/c/'],
      ],
      {
        'hugo.yaml': [
          'permalinks:',
          '  - {target: {kind: section}, pattern: /s/:slug/}',
          '  - {target: {path: "/posts/old/**"}, pattern: "/old/:contentbasename/"}',
          '  - {target: {path: "{/posts,/posts/**}", kind: page}, pattern: /:year/:slug/}',
        ].join('\n'),
      },
    ));

  it('does not take the code of a language for that of its folder', () =>
    expectUrls(
      [
        ['content/a.md', '', '/a/'],
        ['content/a.de.md', '', '/de/a/'],
      ],
      { 'hugo.yaml': 'languageCode: de-DE\nlanguages: {en: {}, de: {}}\n' },
    ));

  it('reads a configuration in a folder, that of production over the other', async () => {
    const { urls, skip } = await openSite({
      'config/_default/config.toml': 'baseURL = "https://example.org/b/"\n',
      'config/_default/languages.yaml': 'en: {}\nde: {disabled: true}\n',
      'config/_default/permalinks.toml': 'posts = "/p/:slug/"\n',
      'config/production/hugo.yaml': 'baseURL: https://example.org/live/\ndisableLanguages: [fr]\n',
      'content/posts/a.md': post(),
      'content/posts/a.de.md': post(),
      'content/posts/a.fr.md': post(),
    });
    expect(urls).toEqual({ 'content/posts/a.md': '/live/p/a-title/' });
    expect(skip('content/posts/a.de.md').message).toContain('which the site leaves out');
  });

  it('leaves out what the mounts do, and what is not mounted', async () => {
    const { urls } = await openSite({
      'hugo.toml': [
        '[[module.mounts]]',
        'source = "content"',
        'target = "content"',
        'excludeFiles = ["drafts/**", "**/private-*"]',
        '[[module.mounts]]',
        'source = "garden"',
        'target = "content/notes"',
        'includeFiles = ["public/**"]',
      ].join('\n'),
      'content/drafts/a.md': post(),
      'content/posts/private-b.md': post(),
      'content/posts/c.md': post(),
      'garden/public/d.md': post(),
      'garden/e.md': post(),
    });
    expect(urls).toEqual({ 'content/posts/c.md': '/posts/c/', 'garden/public/d.md': '/notes/public/d/' });
  });

  it('hides what is listed in its own section alone', async () => {
    const { skip } = await openSite({ ...config, 'content/a.md': post('build: {list: local}') });
    expect(skip('content/a.md').reason).toBe('unpublished');
  });

  it('follows the targets of a cascade, and the section of each language', async () => {
    const { urls } = await openSite({
      'hugo.yaml':
        'languages: {en: {}, de: {}}\ncascade: [{_target: {path: "/secret/**", kind: page}, params: {private: true}}]\n',
      'content/secret/a.md': post(),
      'content/s/_index.md': '---\ncascade: {target: {lang: de}, draft: true}\n---\n',
      'content/s/_index.de.md': '---\ncascade: {draft: true}\n---\n',
      'content/s/b.md': post(),
      'content/s/b.de.md': post(),
    });
    expect(urls).toEqual({ 'content/s/b.md': '/s/b/' });
  });

  it('hides by cascade, and resources with their bundle', async () => {
    const { skip, urls } = await openSite({
      ...config,
      'content/_index.md': '---\ntitle: Home\n---\n',
      'content/secret/_index.md': '---\ncascade:\n  draft: true\n---\n',
      'content/secret/deep/a.md': post(),
      'content/secret/b.md': post('draft: false'),
      'content/posts/bundle/index.md': post(),
      'content/posts/bundle/notes.md': post(),
      'layouts/a.html': post(),
    });
    expect(urls).toEqual({
      'content/secret/b.md': '/sub/secret/b/',
      'content/posts/bundle/index.md': '/sub/posts/bundle/',
    });
    expect(skip('content/secret/deep/a.md').reason).toBe('draft');
    for (const file of ['content/_index.md', 'content/posts/bundle/notes.md'])
      expect(skip(file).reason).toBe('not-a-post');
  });

  it('hides what a broken section might hide', async () => {
    const { skip } = await openSite({
      ...config,
      'content/s/_index.md': '---\ncascade: [\n---\n',
      'content/s/a.md': post(),
    });
    expect(skip('content/s/a.md')).toMatchObject({
      reason: 'front-matter',
      message: expect.stringContaining('_index.md'),
    });
  });
});

describe('Eleventy', () => {
  it('follows the path and the permalink', () =>
    expectUrls(
      [
        ['src/posts/2019-05-20-dated.md', '', '/p/posts/2019-05-20-dated/'],
        ['src/posts/x/x.md', '', '/p/posts/x/'],
        ['src/posts/y/index.md', '', '/p/posts/y/'],
        ['src/posts/Ünï.md', '', '/p/posts/%C3%9Cn%C3%AF/'],
        ['src/posts/a.md', 'permalink: /own/{{ page.fileSlug }}/', '/p/own/a/'],
        ['src/posts/2019-05-21-b.md', 'permalink: "/{{ page.fileSlug }}/index.html"', '/p/b/'],
        ['src/posts/c.md', 'permalink: "{{ title | slugify }}.html"', '/p/a-title.html'],
        [
          'src/posts/d.md',
          'date: 2019-05-20\npermalink: "/{{ page.date | date: \'%Y/%m\' }}/d/"',
          '/p/2019/05/d/',
        ],
        ['src/posts/e.md', 'permalink: {build: /e/}', '/p/e/'],
      ],
      {
        'eleventy.config.js':
          "export default () => ({\n  pathPrefix: '/p/',\n  dir: { input: 'src' }, // here\n});\n",
      },
    ));

  it('does not run what it cannot read', async () => {
    const { skip } = await openSite({
      '.eleventy.js': 'throw new Error("it ran");',
      'a.md': post('permalink: "/{{ collections.all | first }}/"'),
      'b.md': post('permalink: "{% if x %}/b/{% endif %}"'),
    });
    for (const file of ['a.md', 'b.md'])
      expect(skip(file)).toMatchObject({
        reason: 'invalid-post',
        hint: expect.stringContaining('--url-template'),
      });
  });

  it('leaves out what .eleventyignore and .gitignore name, as patterns from the root that nothing takes back', async () => {
    const files = {
      '.eleventyignore': 'drafts/\n*.wip.md\n!keep.wip.md\n# c.md\n',
      '.gitignore': 'secret.md\nprivate\n',
      'drafts/a.md': post(),
      'b.wip.md': post(),
      'keep.wip.md': post(),
      'c.md': post(),
      'secret.md': post(),
      'private/d.md': post(),
      'deep/drafts/a.md': post(),
      'deep/b.wip.md': post(),
      'deep/secret.md': post(),
    };
    const deep = {
      'c.md': '/c/',
      'deep/drafts/a.md': '/deep/drafts/a/',
      'deep/b.wip.md': '/deep/b.wip/',
      'deep/secret.md': '/deep/secret/',
    };
    const { urls, skip } = await openSite({ ...files, '.eleventy.js': '' });
    expect(urls).toEqual(deep);
    expect(skip('drafts/a.md').reason).toBe('not-a-post');
    expect(
      (await openSite({ ...files, '.eleventy.js': 'module.exports = (c) => { c.setUseGitIgnore(false); };' }))
        .urls,
    ).toEqual({ ...deep, 'secret.md': '/secret/', 'private/d.md': '/private/d/' });
  });

  it.each([
    [
      'returned',
      'export default (c) => { return { dir: { input: "site", includes: "", data: "facts" } }; };',
    ],
    [
      'named',
      'export default (c) => {};\nexport const config = { dir: { input: "./site/", data: "facts" } };',
    ],
    [
      'of CommonJS',
      'module.exports = (c) => { c.addFilter("x", f); };\nmodule.exports.config = { dir: { input: "site", data: "facts" } };',
    ],
    ['called', 'export default (c) => { c.setInputDirectory("site"); c.setDataDirectory("facts"); };'],
    ['of an object', 'const dir = { input: "site", data: "facts" };\nmodule.exports = { dir };'],
  ])('reads a configuration that is %s', async (_, config) => {
    const { urls } = await openSite({
      'eleventy.config.js': config,
      'site/a.md': post(),
      'site/facts/b.md': post(),
      'site/_data/c.md': post(),
      'other/d.md': post(),
      'site/facts/permalink.json': '"/p/{{ page.fileSlug }}.html"',
    });
    expect(urls).toEqual({ 'site/a.md': '/p/a.html', 'site/_data/c.md': '/p/c.html' });
  });

  it('reads the formats that it is told to', async () => {
    const urlsOfFormats = async (config: string) =>
      Object.keys(
        (await openSite({ 'eleventy.config.js': config, 'a.md': post(), 'b.markdown': post() })).urls,
      );
    expect(await urlsOfFormats('')).toEqual(['a.md']);
    expect(await urlsOfFormats('export default (c) => { c.addTemplateFormats("markdown"); };')).toEqual([
      'a.md',
      'b.markdown',
    ]);
    expect(await urlsOfFormats('export const config = { templateFormats: "njk,markdown" };')).toEqual([
      'b.markdown',
    ]);
    expect(await urlsOfFormats('export const config = { templateFormats: formats };')).toEqual([
      'a.md',
      'b.markdown',
    ]);
  });

  it('takes data from the folders', async () => {
    const { post: read, skip } = await openSite({
      '.eleventy.js': '',
      'posts/posts.json': '{"permalink": "/blog/{{ page.fileSlug }}/", "tags": ["posts"], "lang": "cs"}',
      'posts/a.md': post('tags: [one]'),
      'hidden/hidden.11tydata.json': '{"eleventyExcludeFromCollections": true}',
      'hidden/deep/b.md': post(),
    });
    expect(read('posts/a.md')).toMatchObject({ url: '/blog/a/', tags: ['posts', 'one'], language: 'cs' });
    expect(skip('hidden/deep/b.md').reason).toBe('unpublished');
  });
});

describe('Astro', () => {
  it.each([
    ['src/content/blog/_a.md', undefined],
    ['src/content/blog/_b/a.md', undefined],
    ['src/content/_blog/b/a.md', undefined],
    ['src/content/blog/b/_c/d/a.md', undefined],
    ['src/pages/_b/a.md', undefined],
    ['src/pages/b/_a.mdx', undefined],
    ['src/content/blog/b_/a_b.md', '/b_/a_b/'],
  ])('publishes or hides %s by its names', async (file, url) => {
    const files = { 'astro.config.mjs': '', [file]: post() };
    expect((await openSite(files, { urlTemplate: '/:slug/' })).urls[file]).toBe(url);
  });

  it('takes a folder that is named itself', async () => {
    const files = { 'astro.config.mjs': '', 'src/_posts/a.md': post(), 'src/_posts/_b/c.md': post() };
    expect((await openSite(files, { posts: 'src/_posts', urlTemplate: '/:name/' })).urls).toEqual({
      'a.md': '/a/',
    });
  });
});

describe('Hexo', () => {
  it('follows its configuration', () =>
    expectUrls(
      [
        [
          'source/_posts/Hello World.md',
          'date: 2019-05-20 10:00:00',
          '/blog/uncategorized/2019/05/20/Hello%20World/',
        ],
        [
          'source/_posts/a.md',
          'date: 2019-05-20\ncategories: [Big Data, Spark]',
          '/blog/Big-Data/Spark/2019/05/20/a/',
        ],
        ['source/_posts/b.md', 'date: 2019-05-20\npermalink: own/b.html', '/blog/own/b.html'],
        ['source/_posts/deep/c.md', 'date: 2019-05-20', '/blog/uncategorized/2019/05/20/deep/c/'],
      ],
      { '_config.yml': 'root: /blog/\nsource_dir: source\npermalink: :category/:year/:month/:day/:title/\n' },
    ));

  it('takes the date from the name as new posts are named', () =>
    expectUrls([['source/_posts/2019-05-20-a-b.md', '', '/2019/05/20/a-b/']], {
      '_config.yml': 'new_post_name: :year-:month-:day-:title.md\n',
    }));

  it('reports a post without date, whose address would be another in every copy of the site', async () => {
    const { skip } = await openSite({
      '_config.yml': 'new_post_name: :title.md\ntimezone: Pacific/Kiritimati\n',
      'source/_posts/a.md': post(),
    });
    expect(skip('source/_posts/a.md')).toMatchObject({
      reason: 'invalid-post',
      message: expect.stringContaining('has no date, so Hexo makes its URL of the time'),
      hint: 'Give the post a date or a permalink.',
    });
  });

  it('asks nothing of a post without date whose address is made of none', async () => {
    const { post: read, outcomes } = await openSite({
      '_config.yml': 'new_post_name: :title.md\npermalink: posts/:title/\n',
      'source/_posts/a.md': post(),
    });
    expect(read('source/_posts/a.md').url).toBe('/posts/a/');
    expect(outcomes.get('source/_posts/a.md')).toMatchObject({ notices: [] });
  });

  it.each([
    ['_posts/_a.md', undefined],
    ['_posts/_b/a.md', undefined],
    ['_posts/b/_c/d/a.md', undefined],
    ['b/_posts/a.md', undefined],
    ['_b/a.md', undefined],
    ['b/_a.md', undefined],
    ['_posts/a_b.md', '/a_b/'],
    ['_posts/b_/a.md', '/b_/a/'],
    ['b/a.md', '/b/a.html'],
  ])('publishes or hides source/%s by its name', async (file, url) => {
    const { urls } = await openSite({
      '_config.yml': 'source_dir: source\npermalink: :title/\n',
      [`source/${file}`]: post(),
    });
    expect(urls[`source/${file}`]).toBe(url);
  });
});

describe('Docusaurus, VitePress, Zola, Pelican', () => {
  it('Docusaurus reads blog, docs, pages and translations', () =>
    expectUrls(
      [
        ['blog/2019-05-20-Upper.md', '', '/base/blog/2019/05/20/Upper'],
        ['blog/2019/05/21/nested.md', '', '/base/blog/2019/05/21/nested'],
        ['blog/2019-05-22-folder/index.mdx', '', '/base/blog/2019/05/22/folder'],
        ['blog/undated.md', '', '/base/blog/undated'],
        ['blog/2019-05-23-s.md', 'slug: own-slug', '/base/blog/own-slug'],
        ['docs/01-intro/02-start.md', '', '/base/docs/intro/start'],
        ['docs/guide/guide.md', '', '/base/docs/guide/'],
        ['docs/a.md', 'id: other', '/base/docs/other'],
        ['docs/deep/b.md', 'slug: /absolute', '/base/docs/absolute'],
        ['src/pages/about.md', '', '/base/about'],
        ['i18n/cs/docusaurus-plugin-content-blog/2019-05-20-Upper.md', '', '/base/cs/blog/2019/05/20/Upper'],
      ],
      {
        'docusaurus.config.js':
          "module.exports = {\n  baseUrl: '/base/',\n  i18n: {defaultLocale: 'en', locales: ['en', 'cs']},\n};\n",
      },
    ));

  const docusaurusConfig = `
    import {themes} from 'prism-react-renderer';
    const route = '/manual';
    export default async function config() {
      return {
        baseUrl: '/b/',
        presets: [['classic', {docs: {routeBasePath: route, exclude: ['old/**'], versions: {'1.0': {path: 'one'}}}, blog: false}]],
        plugins: [
          ['@docusaurus/plugin-content-docs', {id: 'team', path: 'team', routeBasePath: 'people'}],
          ['@docusaurus/plugin-content-blog', {id: 'second', path: 'notes', routeBasePath: '/'}],
        ],
      } satisfies Config;
    }`;

  it('Docusaurus reads versions and every instance of a plugin where the configuration puts it', async () => {
    const { urls, post: read } = await openSite({
      'docusaurus.config.ts': docusaurusConfig,
      'versions.json': '["2.0", "1.0"]',
      'docs/a.md': post(),
      'docs/old/b.md': post(),
      'docs/01-guide/guide.md': post(),
      'versioned_docs/version-2.0/a.md': post(),
      'versioned_docs/version-1.0/a.md': post(),
      'versioned_docs/version-0.1/a.md': post(),
      'team/readme.md': post(),
      'team/_part.md': post(),
      'notes/2024-01-02-n.md': post('authors: [me]'),
      'notes/authors.yml': 'me: {name: Me Myself}\n',
      'blog/2024-01-02-off.md': post(),
      'i18n/fr/docusaurus-plugin-content-docs/current/a.md': post(),
    });
    expect(urls).toEqual({
      'docs/a.md': '/b/manual/next/a',
      'docs/01-guide/guide.md': '/b/manual/next/guide/guide',
      'versioned_docs/version-2.0/a.md': '/b/manual/a',
      'versioned_docs/version-1.0/a.md': '/b/manual/one/a',
      'team/readme.md': '/b/people/',
      'notes/2024-01-02-n.md': '/b/2024/01/02/n',
    });
    expect(read('notes/2024-01-02-n.md').authors).toEqual(['Me Myself']);
  });

  it('Docusaurus reads docs beside the site, and no translation of what is not there', async () => {
    const { urls, skip } = await openSite({
      'website/docusaurus.config.js':
        "module.exports = { i18n: {defaultLocale: 'en', locales: ['en', 'fr']}, presets: [['classic', {docs: {path: '../docs'}, blog: {path: '../news/all'}}]] };",
      'website/src/pages/about.md': post(),
      'docs/a.md': post(),
      'news/all/2024-01-02-n.md': post('authors: me'),
      'news/all/authors.yml': 'me: {name: Me}\n',
      'other/b.md': post(),
      'website/i18n/fr/docusaurus-plugin-content-docs/current/a.md': post(),
      'website/i18n/fr/docusaurus-plugin-content-docs/current/gone.md': post(),
      'README.md': post(),
    });
    expect(urls).toEqual({
      'website/src/pages/about.md': '/about',
      'docs/a.md': '/docs/a',
      'news/all/2024-01-02-n.md': '/blog/2024/01/02/n',
      'website/i18n/fr/docusaurus-plugin-content-docs/current/a.md': '/fr/docs/a',
    });
    expect(skip('other/b.md').message).toContain('outside the site');
  });

  it.each([
    ['baseUrl', 'baseUrl: process.env.BASE'],
    ['routeBasePath', "presets: [['classic', {docs: {routeBasePath: name()}}]]"],
    ['exclude', "presets: [['classic', {docs: {exclude: ['a', ...more]}}]]"],
    ['versions.1.0.path', "presets: [['classic', {docs: {versions: {'1.0': {path: name()}}}}]]"],
  ])('Docusaurus asks for a %s that only its program knows', async (name, setting) => {
    const { skip } = await openSite({
      'docusaurus.config.js': `export default { ${setting} };`,
      'docs/a.md': post(),
    });
    expect(skip('docs/a.md')).toMatchObject({
      reason: 'invalid-post',
      message: expect.stringContaining(name),
      hint: expect.stringContaining('--url-template'),
    });
  });

  it('Docusaurus asks for what only its program knows where it decides something, and nowhere else', async () => {
    const { urls, skip } = await openSite({
      'docusaurus.config.js': 'export default { i18n: read(), themeConfig: make(), presets: ["classic"] };',
      'docs/a.md': post(),
      'i18n/fr/docusaurus-plugin-content-docs/current/a.md': post(),
    });
    expect(urls).toEqual({ 'docs/a.md': '/docs/a' });
    expect(skip('i18n/fr/docusaurus-plugin-content-docs/current/a.md').message).toContain('i18n');
  });

  it('VitePress reads paths, rewrites and what it leaves out', async () => {
    const { urls, skip } = await openSite({
      'docs/.vitepress/config.mts':
        "export default { base: '/b/',\n srcExclude: ['**/internal/**', 'x/*.md'], /* '**/no/**' */\n rewrites: { 'pkg/:name/:rest*': ':name/:rest*' } }\n",
      'docs/index.md': '# Home\n\nwords',
      'docs/guide/Start.md': '# Start',
      'docs/pkg/core/src/api.md': '# API',
      'docs/guide/internal/secret.md': '# Secret',
      'docs/x/y.md': '# Y',
      'docs/public/raw.md': '# Raw',
    });
    expect(urls).toEqual({
      'docs/index.md': '/b/',
      'docs/guide/Start.md': '/b/guide/Start.html',
      'docs/pkg/core/src/api.md': '/b/core/src/api.html',
    });
    for (const file of ['docs/guide/internal/secret.md', 'docs/x/y.md', 'docs/public/raw.md'])
      expect(skip(file).reason).toBe('not-a-post');
    const clean = { '.vitepress/config.js': 'export default {\n  cleanUrls: true,\n}\n', 'a.md': '# A' };
    expect((await openSite(clean)).urls).toEqual({ 'a.md': '/a' });
  });

  it('Zola reads paths, slugs and languages', () => {
    const zola = (frontMatter = ''): string => `+++\ntitle = "A title"\n${frontMatter}\n+++\nbody\n`;
    return openSite({
      'config.toml': 'base_url = "https://example.org/z"\ndefault_language = "en"\n[languages.cs]\n',
      'content/blog/_index.md': '+++\n+++\n',
      'content/blog/2019-05-20_Über Žába.md': zola(),
      'content/blog/2019-05-20-dated.md': zola(),
      'content/blog/b.md': zola('slug = "Own Slug"'),
      'content/blog/c.md': zola('path = "2019/05/20/C"'),
      'content/blog/d/index.md': zola(),
      'content/blog/a.cs.md': zola(),
      'content/drafts/_index.md': '+++\ndraft = true\n+++\n',
      'content/drafts/x.md': zola(),
    }).then(({ urls, post: read, skip }) => {
      expect(urls).toEqual({
        'content/blog/2019-05-20_Über Žába.md': '/z/blog/uber-zaba/',
        'content/blog/2019-05-20-dated.md': '/z/blog/dated/',
        'content/blog/b.md': '/z/blog/own-slug/',
        'content/blog/c.md': '/z/2019/05/20/C/',
        'content/blog/d/index.md': '/z/blog/d/',
        'content/blog/a.cs.md': '/z/cs/blog/a/',
      });
      expect(read('content/blog/c.md').date?.day).toBe('2019-05-20');
      expect(read('content/blog/a.cs.md').language).toBe('cs');
      expect(skip('content/drafts/x.md').reason).toBe('draft');
    });
  });

  it('Pelican reads header lines and formats', async () => {
    const { urls, post: read } = await openSite({
      'pelicanconf.py':
        "PATH = 'content'\nTIMEZONE = 'Europe/Prague'\nDEFAULT_LANG = 'en'\nARTICLE_URL = 'posts/{date:%Y}/{date:%b}/{slug}/'\n",
      'content/python/a.md':
        'Title: Větší & menší\nDate: 2019-05-20 10:00\nTags: one, two words\nAuthors: A B; C D\n\nbody\n',
      'content/b.md': 'Title: B\nDate: 2019-05-20\nSlug: own\nLang: cs\n\nbody\n',
      'content/pages/about.md': 'Title: About us\n\nbody\n',
    });
    expect(urls).toEqual({
      'content/python/a.md': '/posts/2019/May/vetsi-mensi/',
      'content/b.md': '/own-cs.html',
      'content/pages/about.md': '/pages/about-us.html',
    });
    expect(read('content/python/a.md')).toMatchObject({
      tags: ['one', 'two words'],
      categories: ['python'],
      authors: ['A B', 'C D'],
      date: { day: '2019-05-20', timestamp: Date.parse('2019-05-20T08:00:00Z') / 1000 },
    });
  });
});

describe('MkDocs', () => {
  it('follows the path, with or without folders', async () => {
    const rows = ['docs/a b/c.md', 'docs/README.md', 'docs/v1.2.md', 'docs/contributing.md'];
    const files = Object.fromEntries(rows.map((path) => [path, '# A title\n\nbody\n']));
    const config = 'site_name: x\nsite_url: !ENV [SITE, "https://example.org/m/"]\n';
    expect((await openSite({ 'mkdocs.yml': config, ...files })).urls).toEqual({
      'docs/a b/c.md': '/m/a%20b/c/',
      'docs/README.md': '/m/',
      'docs/v1.2.md': '/m/v1.2/',
      'docs/contributing.md': '/m/contributing/',
    });
    const flat = await openSite({ 'mkdocs.yml': `${config}use_directory_urls: false\n`, ...files });
    expect(flat.urls).toMatchObject({
      'docs/a b/c.md': '/m/a%20b/c.html',
      'docs/README.md': '/m/index.html',
    });
  });

  it.each([
    ['', '/blog/2024/01/15/a-title/'],
    ['post_url_format: "{slug}"', '/blog/a-title/'],
    ['post_url_date_format: yy-M-d', '/blog/24-1-15/a-title/'],
    ['post_url_format: "{categories}/{file}"', '/blog/big-data/x/'],
    ['post_slugify_separator: _', '/blog/2024/01/15/a_title/'],
    ['blog_dir: .\n      post_dir: blog/posts', '/2024/01/15/a-title/'],
    ['enabled: false', '/blog/posts/x/'],
  ])('gives the posts of a blog with %s their URL', async (option, url) => {
    const { urls } = await openSite({
      'mkdocs.yml': `plugins:\n  - material/blog:\n      ${option}\n`,
      'docs/blog/posts/x.md': post('date: {created: 2024-01-15}\ncategories: [Big Data, two]'),
    });
    expect(urls).toEqual({ 'docs/blog/posts/x.md': url });
  });

  it('asks where a program makes the slug', async () => {
    const { skip, urls } = await openSite({
      'mkdocs.yml': 'plugins:\n  blog:\n    post_slugify: !!python/name:my.slugs.make\n',
      'docs/blog/posts/x.md': post('date: 2024-01-15'),
      'docs/blog/posts/y.md': post('date: 2024-01-15\nslug: own'),
      'docs/blog/posts/z.md': post(),
    });
    expect(urls).toEqual({ 'docs/blog/posts/y.md': '/blog/2024/01/15/own/' });
    expect(skip('docs/blog/posts/x.md')).toMatchObject({
      reason: 'invalid-post',
      hint: expect.stringContaining('--url-template'),
    });
    expect(skip('docs/blog/posts/z.md').reason).toBe('invalid-post');
  });

  it('hides what the configuration and the folders hide', async () => {
    const { urls } = await openSite({
      'base.yml': 'draft_docs: soon/\nexclude_docs: "*.wip.md"\n',
      'mkdocs.yml': [
        'INHERIT: base.yml',
        'docs_dir: manual',
        'plugins:',
        '  - meta',
        '  - exclude: {glob: ["old/*"]}',
        '  - exclude-search: {exclude: [quiet/*]}',
      ].join('\n'),
      'manual/a.md': post(),
      'manual/soon/b.md': post(),
      'manual/x/c.wip.md': post(),
      'manual/old/deep/d.md': post(),
      'manual/quiet/e.md': post(),
      'manual/templates/f.md': post(),
      'manual/folder/.meta.yml': 'search: {exclude: true}\n',
      'manual/folder/deep/g.md': post(),
      'manual/broken/.meta.yml': 'draft: [\n',
      'manual/broken/h.md': post(),
      'README.md': post(),
    });
    expect(urls).toEqual({ 'manual/a.md': '/a/' });
  });

  it('knows the languages of mkdocs-static-i18n in folders', async () => {
    const { urls, post: read } = await openSite({
      'mkdocs.yml':
        'plugins:\n  - i18n:\n      docs_structure: folder\n      languages: [{locale: en, default: true}, {locale: fr}, {locale: de, build: false}]\n',
      'docs/en/a.md': post(),
      'docs/fr/a.md': post(),
      'docs/de/a.md': post(),
    });
    expect(urls).toEqual({ 'docs/en/a.md': '/a/', 'docs/fr/a.md': '/fr/a/' });
    expect(read('docs/fr/a.md').language).toBe('fr');
  });

  it('is told by its admonitions, and leaves alone the posts beside its documents', async () => {
    const bare = await openSite({ 'a.md': '# A\n\n!!! note "Title"\n\n    words\n' });
    expect(bare.content.generator).toBe('mkdocs');
    expect(bare.urls).toEqual({ 'a.md': '/a/' });
    const beside = { 'mkdocs.yml': 'site_name: x\n', 'docs/a.md': post(), 'posts/b.md': post() };
    expect((await openSite(beside, { posts: 'posts' })).content.generator).toBe('plain');
    expect((await openSite(beside, { posts: 'docs' })).urls).toEqual({ 'a.md': '/a/' });
  });
});

describe('Pelican', () => {
  const article = (head = ''): string => `Title: A title\nDate: 2019-05-20\n${head}\n\nbody\n`;
  const outcomeOf = async (
    config: string,
    head = '',
    options: SiteOptions & { readonly more?: Record<string, string>; readonly file?: string } = {},
  ): Promise<string> => {
    const { more, file = 'content/a.md', ...rest } = options;
    const site = await openSite({ 'pelicanconf.py': config, [file]: article(head), ...more }, rest);
    return site.urls[file] ?? site.skip(file).reason;
  };

  it.each([
    ["DEFAULT_METADATA = {'status': 'draft'}", 'draft'],
    ["DEFAULT_METADATA = {\n    # until it is ready\n    'Status': ('draft'),\n}", 'draft'],
    ["DEFAULT_METADATA = (('status', 'draft'),)", 'draft'],
    ["DEFAULT_METADATA = [['status', 'hidden']]", 'unpublished'],
    ["DEFAULT_METADATA = dict(status='draft')", 'draft'],
    ["DEFAULT_METADATA = {}\nDEFAULT_METADATA['status'] = 'draft'", 'draft'],
    ["DEFAULT_METADATA = {}\nDEFAULT_METADATA.update({'status': 'draft'})", 'draft'],
    ["EXTRA_PATH_METADATA = {'a.md': {'status': 'skip'}}", 'unpublished'],
    ["DEFAULT_METADATA = {'status': 'ready'}", 'unpublished'],
    ["DEFAULT_METADATA = {'status': os.environ.get('STATUS', 'draft')}", 'front-matter'],
    [
      "DEFAULT_METADATA = {'tags': 'x'}\nif PUBLISH:\n    DEFAULT_METADATA = {'status': 'draft'}",
      'front-matter',
    ],
    ['DEFAULT_METADATA = load()', 'front-matter'],
    ["EXTRA_PATH_METADATA = {'a.md': META}", 'front-matter'],
    ['DEFAULT_METADATA = {}', '/a-title.html'],
    ["DEFAULT_METADATA = {'tags': tags()}", '/a-title.html'],
    ["EXTRA_PATH_METADATA = {'b.md': META, 'extra/robots.txt': {'path': 'robots.txt'}}", '/a-title.html'],
  ])('gives every article what its configuration says: %s', async (config, outcome) => {
    expect(await outcomeOf(config)).toBe(outcome);
    expect(await outcomeOf(config, 'Status:')).toBe(outcome);
    if (!config.includes('a.md') && !config.includes('load'))
      expect(await outcomeOf(config, 'Status: published')).toBe('/a-title.html');
    if (outcome === 'front-matter')
      expect(await outcomeOf(config, '', { dataPrograms: 'ignore' })).toBe('/a-title.html');
  });

  it('goes on in publishconf.py, which publishes the site', async () => {
    const more = (text: string) => ({ more: { 'publishconf.py': `from pelicanconf import *\n${text}` } });
    expect(await outcomeOf("SITEURL = ''", '', more("SITEURL = 'https://example.org/blog'"))).toBe(
      '/blog/a-title.html',
    );
    const drafts = "DEFAULT_METADATA = {'status': 'draft'}";
    expect(await outcomeOf('', '', more(drafts))).toBe('draft');
    expect(await outcomeOf(drafts, '', more("DEFAULT_METADATA['status'] = 'published'"))).toBe(
      '/a-title.html',
    );
  });

  it('publishes no article without a title or a date, and no page without a title', async () => {
    const { skip, urls } = await openSite({
      'pelicanconf.py': '',
      'content/a.md': 'Title: A\n\nbody\n',
      'content/b.md': 'Date: 2019-05-20\n\n# B\n',
      'content/pages/c.md': 'Slug: c\n\n# C\n',
      'content/pages/d.md': 'Title: D\n\nbody\n',
      'content/2019-05-20.md': 'Title: E\n\nbody\n',
    });
    expect(urls).toEqual({ 'content/pages/d.md': '/pages/d.html', 'content/2019-05-20.md': '/e.html' });
    for (const file of ['content/a.md', 'content/b.md', 'content/pages/c.md'])
      expect([file, skip(file).reason]).toEqual([file, 'unpublished']);
    expect(await outcomeOf("DEFAULT_DATE = 'fs'", 'Date:')).toBe('/a-title.html');
  });

  it('reads the folder of the site itself', async () =>
    expect(await outcomeOf("PATH = '.'", '', { file: 'a.md' })).toBe('/a-title.html'));
});

describe('URL templates', () => {
  it('are asked for where routes are programs', async () => {
    const files = { 'astro.config.mjs': '', 'src/content/blog/a.md': post() };
    await expect(openSite(files)).rejects.toMatchObject({
      code: 'config-invalid',
      parameter: 'urlTemplate',
      hint: expect.stringContaining('--url-template "/blog/:slug/"'),
    });
    expect((await openSite(files, { urlTemplate: '/blog/:slug/' })).urls).toEqual({
      'src/content/blog/a.md': '/blog/a/',
    });
  });

  it('fill their placeholders for any generator', async () => {
    const rows: Row[] = [
      ['2019-05-20-a.md', 'lang: cs\ncategory: Big', '/2019/05/20/cs/big/a'],
      ['deep/index.md', 'date: 2019-05-21\nlang: en\ncategory: x', '/2019/05/21/en/x/deep'],
    ];
    await expectUrls(
      rows,
      {},
      { generator: 'plain', urlTemplate: '/:year/:month/:day/:lang/:category/:slug' },
    );
  });

  it('say what is missing or unknown', async () => {
    const { skip } = await openSite({ 'a.md': '# A' }, { generator: 'plain', urlTemplate: '/:year/:slug/' });
    expect(skip('a.md')).toMatchObject({ reason: 'invalid-post', message: /:year/ });
    await expect(openSite({ 'a.md': '# A' }, { urlTemplate: '/:titel/' })).rejects.toMatchObject({
      code: 'config-invalid',
    });
  });
});

describe('any URL', () => {
  it('starts with one slash or with the site, whatever front matter says', () =>
    expectUrls(
      [
        ['a.md', 'permalink: //evil.example/x', '/evil.example/x'],
        ['b.md', 'slug: "javascript:alert(1)"', '/javascript:alert(1)'],
        ['c.md', 'slug: ../../up', '/up'],
        ['d.md', 'slug: "a?b#c"', '/a%3Fb%23c'],
        ['e.md', 'permalink: "/a b/%20ž"', '/a%20b/%20%C5%BE'],
        ['f.md', 'slug: "\\uD800x"', '/%EF%BF%BDx'],
      ],
      {},
      { generator: 'plain' },
    ));

  it.each([
    ['/blog', '/blog/a'],
    ['/blog/', '/blog/a'],
    ['https://example.org', 'https://example.org/a'],
    ['https://example.org/blog/', 'https://example.org/blog/a'],
  ])('starts with the base %s', async (baseUrl, url) => {
    expect((await openSite({ 'a.md': '# A' }, { generator: 'plain', baseUrl })).urls).toEqual({
      'a.md': url,
    });
  });
});
