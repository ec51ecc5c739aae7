import { describe, expect, it } from 'vitest';
import { openSite, type SiteOptions } from '../open-site.js';

const post = (title = 'A post', more = ''): string =>
  `---\ntitle: ${title}\ndate: 2020-01-02\n${more}---\n\nIts words are here.\n`;
const document = '# A document\n\nHow to build and to try it.\n';

const repository = (
  files: Readonly<Record<string, string>>,
  root: Readonly<Record<string, string>> = {},
) => ({
  'package.json': '{ "private": true }',
  ...root,
  ...files,
});

const urlsOf = async (files: Readonly<Record<string, string>>, options?: SiteOptions) =>
  (await openSite(files, options)).urls;

const keysOf = async (files: Readonly<Record<string, string>>, options?: SiteOptions) =>
  Object.keys(await urlsOf(files, options));

const notPosts = [
  'README.md',
  'readme.md',
  'README.zh-CN.md',
  'CHANGELOG.md',
  'CHANGELOG-2.0.md',
  'CLAUDE.md',
  'AGENTS.md',
  'CONTRIBUTING.md',
  'LICENSE.md',
  'CODE_OF_CONDUCT.md',
  'SECURITY.md',
  'ROADMAP.md',
  'docs/README.md',
  'posts/README.md',
  'public/README.md',
  'public/index.html',
  'docs/ISSUE_TEMPLATE/bug.md',
  'themes/simple/layouts/post.html',
  'themes/simple/README.md',
  'themes/simple/exampleSite/content/posts/hello.md',
  'layouts/post.html',
  'templates/post.md',
  'src/templates/post.html',
  '_includes/head.html',
  'deep/_layouts/post.html',
  'src/app.html',
  'vendor/library/README.md',
  'vendor/library/posts/hello.md',
  'packages/ui/README.md',
  'packages/ui/docs/button.md',
  'packages/ui/CHANGELOG.md',
  'tests/fixtures/a.md',
  'target/doc/index.html',
  'bower_components/x/README.md',
  'build/index.html',
  'out/posts/hello.html',
  'coverage/index.html',
  'dist/a.md',
  'node_modules/x/README.md',
  '.next/a.md',
];

describe('the root of a repository that no generator claims', () => {
  const files = Object.fromEntries(
    notPosts.map((path) => [
      path,
      /hello\.md$/.test(path) ? post() : /\.html$/.test(path) ? '<p>words</p>' : document,
    ]),
  );

  it('shows posts, and not what repositories hold beside them', async () => {
    expect(await urlsOf(repository({ ...files, 'posts/real.md': post() }))).toEqual({
      'posts/real.md': '/posts/real',
    });
  });

  it('accounts for each: it is skipped with a reason, or it is what a build wrote', async () => {
    const { content, outcomes } = await openSite(repository({ ...files, 'posts/real.md': post() }));
    for (const [file, outcome] of outcomes)
      if (file !== 'posts/real.md')
        expect([file, outcome]).toMatchObject([file, { kind: 'skip', skip: { reason: 'not-a-post' } }]);
    for (const file of ['README.md', 'packages/ui/README.md', 'vendor/library/posts/hello.md'])
      expect(content.files).toContain(file);
  });

  it('is also where only .git is', async () => {
    const git = { '.git/HEAD': 'ref: refs/heads/main\n' };
    expect(await keysOf({ ...git, ...files, 'posts/real.md': post() })).toEqual(['posts/real.md']);
  });

  it.each([
    'packages/a-post.md',
    'packages/blog/a-post.md',
    'test/a-post.md',
    'templates/a-post.md',
    'build/a-post.md',
    'themes/a-post.md',
    'public/posts/a-post.md',
    'README.md',
  ])('takes what is clearly a post: %s', async (path) => {
    expect(await keysOf(repository({ [path]: post() }))).toEqual([path]);
  });

  it.each([
    'public/posts/a.md',
    'public/content/deep/a.md',
    'packages/blog/content/a.md',
    'apps/web/src/posts/a.md',
    'content/build/a.md',
    'content/vendor/deep/a.md',
    'posts/packages/a.md',
    'blog/templates/a.md',
    'data/blog/a.md',
    'src/posts/a.md',
    'app/blog/a/page.mdx',
    'pages/blog/a.mdx',
    'content/blog/a/index.md',
    'posts/a/README.md',
    'history.md',
    'security-of-our-clusters.md',
    'changelog-of-my-life.md',
  ])('takes a post without a date where posts are kept: %s', async (path) => {
    expect(await keysOf(repository({ [path]: '---\ntitle: A\n---\nwords\n' }))).toEqual([path]);
  });

  it('does not fail for a template or a fixture that is broken on purpose', async () => {
    const broken = '---\ntitle: [broken\n---\n';
    const { skip } = await openSite(
      repository({
        'templates/a.md': broken,
        'test/b.md': broken,
        'posts/c.md': broken,
        'posts/_templates/d.md': broken,
      }),
    );
    expect(skip('templates/a.md').reason).toBe('not-a-post');
    expect(skip('test/b.md').reason).toBe('not-a-post');
    expect(skip('posts/_templates/d.md').reason).toBe('not-a-post');
    expect(skip('posts/c.md').reason).toBe('front-matter');
  });

  it('does not take the copies of a build for posts of their own', async () => {
    expect(
      await keysOf(
        repository({ 'public/posts/a.md': post(), 'out/posts/a.md': post(), 'build/posts/a.md': post() }),
      ),
    ).toEqual(['public/posts/a.md']);
    expect(
      await keysOf(
        repository({
          'content/a.md': post(),
          'posts/b.md': post(),
          'public/a.md': post(),
          'public/posts/b.md': post(),
        }),
      ),
    ).toEqual(['content/a.md', 'posts/b.md']);
  });

  it('is not any folder: there the same names are subjects', async () => {
    const subjects = {
      'build/a.md': '# A\n\nwords',
      'vendor/deep/b.md': '# B\n\nwords',
      'packages/c.md': '# C\n\nwords',
      'templates/d.html': '<h1>D</h1>',
    };
    expect(await keysOf(subjects)).toEqual(Object.keys(subjects).sort());
    const inSite = Object.fromEntries(
      Object.entries(subjects).map(([path, text]) => [`posts/${path}`, text]),
    );
    expect(await keysOf(repository(inSite), { posts: 'posts' })).toEqual(Object.keys(subjects).sort());
    expect((await openSite({ 'README.md': document, 'a.md': '# A' })).skip('README.md').reason).toBe(
      'not-a-post',
    );
  });
});

describe('URLs of sites without known conventions', () => {
  it('are guessed from the path, without the folders that only hold content', async () => {
    const at = (path: string): Record<string, string> => ({ [path]: '---\ntitle: A\n---\nwords\n' });
    expect(
      await urlsOf(
        repository({
          ...at('_posts/a.md'),
          ...at('content/blog/b/index.md'),
          ...at('src/content/c.md'),
          ...at('public/posts/d.md'),
          ...at('src/posts/e.md'),
          ...at('app/(site)/blog/f/page.mdx'),
          ...at('pages/blog/g.mdx'),
          ...at('pages/index.mdx'),
          ...at('data/blog/h.mdx'),
          ...at('src/routes/blog/i/+page.md'),
          ...at('app/[slug]/page.mdx'),
          ...at('app/_parts/page.mdx'),
          ...at('pages/_app.mdx'),
        }),
      ),
    ).toEqual({
      '_posts/a.md': '/posts/a',
      'content/blog/b/index.md': '/blog/b/',
      'src/content/c.md': '/c',
      'public/posts/d.md': '/posts/d',
      'src/posts/e.md': '/posts/e',
      'app/(site)/blog/f/page.mdx': '/blog/f',
      'pages/blog/g.mdx': '/blog/g',
      'pages/index.mdx': '/',
      'data/blog/h.mdx': '/blog/h',
      'src/routes/blog/i/+page.md': '/blog/i',
    });
  });

  it('are said to be guessed, once for the site, and by whom', async () => {
    const { content } = await openSite({ '_posts/a.md': post(), '_posts/b.md': post() });
    expect(content.generator).toBe('plain');
    expect(content.notices).toEqual([
      {
        file: expect.stringContaining('lookback-content-'),
        message: 'no generator is recognized: URLs are guessed from the paths of the files',
        hint: expect.stringContaining('--url-template "/blog/:slug/"'),
      },
    ]);
    const next = await openSite(repository({ 'next.config.mjs': '', 'posts/2020-01-02-a.md': post() }));
    expect(next.content.notices).toMatchObject([{ message: expect.stringContaining('Next.js') }]);
    expect(next.urls).toEqual({ 'posts/2020-01-02-a.md': '/posts/2020-01-02-a' });
  });

  it('are not where a template or a generator makes them', async () => {
    const told = await openSite({ '_posts/a.md': post() }, { urlTemplate: '/blog/:slug/' });
    expect(told.content.notices).toEqual([]);
    expect(told.urls).toEqual({ '_posts/a.md': '/blog/a/' });
    expect((await openSite({ '_config.yml': '', '_posts/2020-01-02-a.md': post() })).content.notices).toEqual(
      [],
    );
  });

  it.each([
    ['Next.js', 'next', 'posts/2020-01-02-a.md'],
    ['Gatsby', 'gatsby', '_posts/2020-01-02-a.md'],
    ['Nuxt', 'nuxt', 'content/2020-01-02-a.md'],
    ['SvelteKit', '@sveltejs/kit', 'src/posts/2020-01-02-a.md'],
  ])('of %s are its own, whatever the files are named', async (name, dependency, path) => {
    const manifest = JSON.stringify({ dependencies: { [dependency]: '1' } });
    const { content } = await openSite({ 'package.json': manifest, [path]: post() });
    expect(content.generator).toBe('plain');
    expect(content.notices).toMatchObject([{ message: expect.stringContaining(name) }]);
  });
});

describe('the root of an Astro site', () => {
  const options = { urlTemplate: '/blog/:slug/' };

  it('shows its collections and pages, and not its README', async () => {
    const files = {
      'package.json': '{}',
      'astro.config.mjs': '',
      'README.md': '# My site\n\n## Project structure',
      'CLAUDE.md': document,
      'docs/notes.md': '---\ntitle: Notes\n---\nwords',
      'templates/post.md': '---\ntitle: Template\n---\nwords',
      'src/content/blog/a.md': '---\ntitle: A\n---\nwords',
      'src/content/blog/README.md': document,
      'src/pages/about.md': '---\ntitle: About\n---\nwords',
      'src/pages/index.md': '---\ntitle: Home\n---\nwords',
      'posts/imported.md': post(),
    };
    expect(await urlsOf(files, options)).toEqual({
      'src/content/blog/a.md': '/blog/a/',
      'src/pages/about.md': '/about/',
      'src/pages/index.md': '/',
      'posts/imported.md': '/blog/posts/imported/',
    });
  });

  it.each([
    ['', '/about/', '/blog/Post%20One/'],
    ["trailingSlash: 'always'", '/about/', '/blog/Post%20One/'],
    ["trailingSlash: 'never'", '/about', '/blog/Post%20One'],
    ["build: { format: 'file' }", '/about', '/blog/Post%20One'],
  ])('links pages as Astro 5 does: %s', async (settings, about, nested) => {
    expect(
      await urlsOf(
        {
          'astro.config.mjs': `export default { ${settings} };\n`,
          'src/pages/about.md': '# About',
          'src/pages/blog/Post One.md': '# One',
          'src/pages/blog/index.md': '# Blog',
        },
        options,
      ),
    ).toEqual({
      'src/pages/about.md': about,
      'src/pages/blog/Post One.md': nested,
      'src/pages/blog/index.md': about.replace('about', 'blog'),
    });
  });

  it('finds the folders that its content configuration names', async () => {
    const files = {
      'astro.config.mjs': '',
      'src/content.config.ts':
        "const blog = defineCollection({ loader: glob({ pattern: '**/*.md', base: './src/data/blog' }) });\n// base: './docs'\nconst notes = defineCollection({ loader: glob({ base: \"notes/\", pattern: '*.md' }) });\n",
      'src/data/blog/a.md': '---\ntitle: A\n---\nwords',
      'notes/b.md': '# B\n\nwords',
      'docs/c.md': '# C\n\nwords',
    };
    expect(await urlsOf(files, options)).toEqual({
      'notes/b.md': '/blog/b/',
      'src/data/blog/a.md': '/blog/a/',
    });
  });
});
