import { describe, expect, test } from 'vitest';
import { detectLanguage } from '../../../src/content/index.js';
import { openSite } from '../open-site.js';

const post = '---\ntitle: A\n---\nWords of the post.\n';

describe('a site below the folder that is opened', () => {
  test('is the one that is least deep', async () => {
    const { content } = await openSite({
      'z/mkdocs.yml': 'site_name: A\n',
      'z/docs/a.md': post,
      'a/b/_config.yml': 'title: A\n',
      'a/b/_posts/2020-01-02-a.md': post,
    });
    expect(content.generator).toBe('mkdocs');
  });
});

describe('a site above the folder that is opened', () => {
  test.each([
    [5, 'content/a/b/c/d', 'jekyll'],
    [6, 'content/a/b/c/d/e', 'plain'],
  ] as const)('is looked for as far as five levels up: %i', async (_, posts, name) => {
    const { content } = await openSite({ '_config.yml': 'title: A\n', [`${posts}/x.md`]: post }, { posts });
    expect(content.generator).toBe(name);
  });
});

describe('a site beside the folder that is opened, which takes posts from it', () => {
  const files = {
    '.git/HEAD': '',
    'website/docusaurus.config.js':
      "module.exports = { presets: [['classic', { docs: { path: '../docs', routeBasePath: 'd' } }]] };\n",
    'docs/a.md': post,
  };

  test('is found', async () => {
    const { content, urls } = await openSite(files, { posts: 'docs' });
    expect(content.generator).toBe('docusaurus');
    expect(urls).toEqual({ 'a.md': '/d/a' });
  });

  test('is not looked at where another generator is asked for', async () => {
    const { urls } = await openSite(files, { posts: 'docs', generator: 'plain' });
    expect(urls).toEqual({ 'a.md': '/a' });
  });
});

describe('what a build has written', () => {
  const files = { 'a.md': post, 'build/a.md': post };

  test('is left out at the root of a repository, where its name means that', async () => {
    const { content } = await openSite({ ...files, 'package.json': '{}' });
    expect(content.files).toEqual(['a.md']);
  });

  test('and is a folder like any other elsewhere', async () => {
    const { content } = await openSite(files, { generator: 'plain' });
    expect(content.files).toEqual(['a.md', 'build/a.md']);
  });
});

test('what is wrong with one file of a folder is said of that file, whatever the next one says', async () => {
  const { skip } = await openSite({
    'hugo.toml': 'baseURL = "https://example.org/"\n',
    'content/blog/_index.md': '---\ntitle: [\n---\n',
    'content/blog/_index.html': '---\ntitle: Blog\n---\n',
    'content/blog/a.md': post,
  });
  expect(skip('content/blog/a.md')).toMatchObject({
    reason: 'front-matter',
    message: expect.stringContaining('_index.md of its folder'),
  });
});

test('one page in a folder named like a language is about a subject, if it is too short to tell', async () => {
  const { post: read } = await openSite(
    { 'om/index.md': '---\ntitle: Om\n---\nOm.\n', 'index.md': '---\ntitle: Home\n---\nHome.\n' },
    { generator: 'plain', detectLanguage },
  );
  expect(read('om/index.md').language).not.toBe('om');
});

describe('a configuration whose name several generators have', () => {
  test.each([
    ['hexo', '_config.yml', 'title: A\nnew_post_name: ":title.md"\n', '_posts/2020-01-02-a.md'],
    ['jekyll', '_config.yml', 'title: A\n', '_posts/2020-01-02-a.md'],
    ['hexo', '_config.yml', 'title: A\n', 'source/_posts/a.md'],
    ['zola', 'config.toml', 'base_url = "https://example.org"\ntheme = "x"\n', 'content/a.md'],
    ['hugo', 'config.toml', 'baseURL = "https://example.org"\ntheme = "x"\n', 'content/a.md'],
    ['hugo', 'config.yaml', 'base_url: https://example.org\ntheme: x\n', 'content/a.md'],
    ['plain', 'config.toml', 'base_url = "https://example.org"\n', 'a.md'],
    ['plain', 'config.toml', 'port = 80\n', 'content/a.md'],
  ] as const)(
    'is told by what it says and by the folders beside it: %s',
    async (name, file, config, path) => {
      const { content } = await openSite({ [file]: config, [path]: post });
      expect(content.generator).toBe(name);
    },
  );

  test('is of nobody, where another generator is asked for', async () => {
    const { urls } = await openSite(
      {
        '_config.yml': 'title: A\nnew_post_name: ":title.md"\nbaseurl: /b\n',
        '_posts/2020-01-02-a.md': post,
      },
      { generator: 'jekyll' },
    );
    expect(Object.values(urls)).toEqual(['/2020/01/02/a.html']);
  });
});
