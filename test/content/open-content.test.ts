import { mkdir, mkdtemp, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openContent } from '../../src/content/index.js';
import { now, openSite, writeSite } from './open-site.js';

describe('discovery', () => {
  it('finds every source file, sorted by code unit, whatever the order on disk', async () => {
    const { content } = await openSite(
      {
        'b.md': 'b',
        'B.md': 'B',
        'a/z.MDX': 'z',
        'a-b.markdown': 'x',
        'ä.html': '<p>ä</p>',
        'image.png': '',
        'notes.txt': '',
      },
      { generator: 'plain' },
    );
    expect(content.files).toEqual(['B.md', 'a-b.markdown', 'a/z.MDX', 'b.md', 'ä.html']);
  });

  it('does not enter hidden folders, packages and output', async () => {
    const { content } = await openSite({
      '_config.yml': '',
      '_posts/2019-05-20-a.md': 'a',
      '.git/a.md': 'a',
      '.obsidian/a.md': 'a',
      'node_modules/p/README.md': 'a',
      '_site/2019/05/20/a.html': 'a',
      'sub/_site/a.html': 'a',
      'vendor/bundle/gem/a.md': 'a',
    });
    expect(content.files).toEqual(['_posts/2019-05-20-a.md']);
    expect(
      (await openSite({ 'hugo.toml': '', 'public/a.html': 'a', 'content/public/a.md': '# A' })).content.files,
    ).toEqual(['content/public/a.md']);
  });

  it('follows links to files inside the folder, and no others', async () => {
    const outside = await mkdtemp(join(tmpdir(), 'lookback-outside-'));
    await writeFile(join(outside, 'secret.md'), 'secret');
    const root = await writeSite({ 'real/a.md': '# A' });
    await symlink(join(root, 'real/a.md'), join(root, 'inside.md'));
    await symlink(join(outside, 'secret.md'), join(root, 'outside.md'));
    await symlink(outside, join(root, 'folder'));
    await symlink(root, join(root, 'real', 'cycle'));
    await symlink(join(root, 'nowhere'), join(root, 'dangling.md'));
    const content = await openContent({ folder: root, now, generator: 'plain' });
    expect(content.files).toEqual(['inside.md', 'real/a.md']);
  });

  it('does not read a file that has become a link out of the folder', async () => {
    const outside = await mkdtemp(join(tmpdir(), 'lookback-outside-'));
    await writeFile(join(outside, 'secret.md'), 'secret');
    const root = await writeSite({ 'a.md': '# A' });
    const content = await openContent({ folder: root, now, generator: 'plain' });
    await symlink(join(outside, 'secret.md'), join(root, 'b.md'));
    expect(await content.read('b.md')).toMatchObject({ kind: 'skip', skip: { reason: 'unreadable' } });
    expect(await content.read('gone.md')).toMatchObject({
      skip: { reason: 'unreadable', message: /ENOENT/ },
    });
  });

  it('opens a folder that is itself a link', async () => {
    const root = await writeSite({ 'a.md': '# A' });
    const link = join(await mkdtemp(join(tmpdir(), 'lookback-link-')), 'posts');
    await symlink(root, link);
    expect((await openContent({ folder: link, now })).files).toEqual(['a.md']);
  });

  it('refuses what is no folder', async () => {
    const root = await writeSite({ 'a.md': '# A' });
    for (const folder of [join(root, 'missing'), join(root, 'a.md')])
      await expect(openContent({ folder, now })).rejects.toMatchObject({ code: 'posts-folder-missing' });
  });
});

describe('the site around the posts', () => {
  it('is found above them', async () => {
    const files = {
      '_config.yml': 'permalink: /p/:title/\n',
      '_posts/2019-05-20-a.md': 'a',
      'blog/_posts/2019-05-20-b.md': 'b',
    };
    expect((await openSite(files)).urls).toEqual({
      '_posts/2019-05-20-a.md': '/p/a/',
      'blog/_posts/2019-05-20-b.md': '/p/b/',
    });
    expect((await openSite(files, { posts: '_posts' })).urls).toEqual({ '2019-05-20-a.md': '/p/a/' });
    expect((await openSite(files, { posts: 'blog/_posts' })).urls).toEqual({ '2019-05-20-b.md': '/p/b/' });
  });

  it('is found below them', async () => {
    const { content, urls, skip } = await openSite({
      'README.md': '# The repository',
      'website/hugo.toml': 'baseURL = "/w/"\n',
      'website/content/posts/a.md': '# A',
    });
    expect(content.generator).toBe('hugo');
    expect(urls).toEqual({ 'website/content/posts/a.md': '/w/posts/a/' });
    expect(skip('README.md').reason).toBe('not-a-post');
  });

  it('ends at the repository', async () => {
    const { content } = await openSite(
      { 'hugo.toml': '', 'repository/.git/HEAD': '', 'repository/notes/a.md': '# A' },
      { posts: 'repository/notes' },
    );
    expect(content.generator).toBe('plain');
  });

  it('is told apart where two generators use one name', async () => {
    const generatorOf = async (files: Record<string, string>) => (await openSite(files)).content.generator;
    expect(await generatorOf({ '_config.yml': 'theme: x', 'source/_posts/a.md': 'a' })).toBe('hexo');
    expect(await generatorOf({ '_config.yml': 'theme: x', '_posts/2019-01-01-a.md': 'a' })).toBe('jekyll');
    expect(await generatorOf({ 'config.toml': 'base_url = "/"', 'content/a.md': 'a' })).toBe('zola');
    expect(await generatorOf({ 'config.toml': 'baseURL = "/"', 'content/a.md': 'a' })).toBe('hugo');
  });

  it('is asked for correction where its configuration is malformed', async () => {
    await expect(
      openSite({ '_config.yml': 'a: 1\nb: [\n', '_posts/2019-01-01-a.md': 'a' }),
    ).rejects.toMatchObject({
      code: 'config-unreadable',
      file: expect.stringMatching(/_config\.yml$/),
      line: 3,
    });
  });
});

describe('without a configuration, the posts tell whose they are', () => {
  const many = (name: (index: number) => string, content: string): Record<string, string> =>
    Object.fromEntries(Array.from({ length: 12 }, (_, index) => [name(index + 1), content]));
  const dated = (folder: string) => (index: number) =>
    `${folder}2019-05-${String(index).padStart(2, '0')}-post.md`;
  const numbered = (folder: string) => (index: number) => `${folder}post-${index}.md`;

  it.each([
    ['jekyll', many(dated('_posts/'), '---\ntitle: A\n---\n')],
    ['jekyll', many(dated('docs/_posts/'), '---\ntitle: A\n---\n')],
    ['jekyll', many(dated(''), '---\ntitle: A\n---\n')],
    ['eleventy', many(dated('content/posts/'), '---\ntitle: A\n---\n{% image "a.png" %}\n')],
    ['hexo', many(numbered('source/_posts/'), '---\ntitle: A\ndate: 2019-01-01\n---\n')],
    ['hugo', many(numbered('content/'), '---\ntitle: A\n---\n{{< figure src="a.png" >}}\n')],
    ['hugo', many(numbered('content/'), '+++\ntitle = "A"\n+++\n')],
    ['zola', many(numbered('content/'), '+++\ntitle = "A"\n[taxonomies]\ntags = []\n+++\n')],
    ['pelican', many(numbered(''), 'Title: A\nDate: 2019-01-01\n\nbody\n')],
    [
      'vitepress',
      {
        ...many(numbered('docs/'), '# A\n'),
        'docs/index.md': '---\nlayout: home\n\nhero:\n  name: A\n---\n',
      },
    ],
    ['docusaurus', many(numbered('i18n/cs/docusaurus-plugin-content-blog/'), '# A\n')],
    ['plain', many(numbered('notes/'), '# A\n\nwords\n')],
    // Next.js's blog-starter, and page bundles: Jekyll reads no file of `_posts` without a date in its name.
    ['plain', many(numbered('_posts/'), '---\ntitle: A\ndate: 2019-01-01\n---\n')],
    ['plain', many((index) => `_posts/post-${index}/index.md`, '---\ntitle: A\ndate: 2019-01-01\n---\n')],
    ['plain', many((index) => `_posts/2019-05-${10 + index}-post/index.md`, '---\ntitle: A\n---\n')],
    ['hugo', many((index) => `_posts/post-${index}/index.md`, '+++\ntitle = "A"\n+++\n')],
    ['hexo', many((index) => `source/_posts/post-${index}/index.md`, '---\ntitle: A\n---\n')],
    ['jekyll', { '_drafts/a.md': '---\ntitle: A\n---\n' }],
    ['plain', {}],
  ])('%s', async (generator, files) => {
    expect((await openSite(files)).content.generator).toBe(generator);
  });

  it('takes a bare folder of posts for the one that the generator reads', async () => {
    const urlOf = async (files: Record<string, string>, posts = '.') =>
      Object.values((await openSite(files, { posts })).urls);
    expect(await urlOf({ '2019-05-20-a.md': '---\ntitle: A\ncategory: x\n---\n' })).toEqual([
      '/x/2019/05/20/a.html',
    ]);
    expect(await urlOf({ 'content/posts/a.md': '+++\ntitle = "A"\n+++\n' }, 'content/posts')).toEqual([
      '/posts/a/',
    ]);
    expect(await urlOf({ 'docs/_posts/2019-05-20-a.md': '# A' })).toEqual(['/2019/05/20/a.html']);
  });

  it('reads MDX that is named .md', async () => {
    const source = '---\ntitle: A\n---\nimport X from "./x"\n\n## Heading {/*heading*/}\n\n<X>words</X>\n';
    const { post } = await openSite(many(numbered(''), source), { generator: 'plain' });
    expect(post('post-1.md').text).not.toMatch(/import|\/\*/);
  });
});

describe('accounting', () => {
  it('gives every file one outcome, and the same one each time', async () => {
    const files = {
      'a.md': '# A',
      'b.md': '---\ndraft: true\n---\n',
      'c.md': '---\nbroken: [\n---\n',
      'd.md': Buffer.from([0xff, 0x00]),
      'e.md': '',
      'f.rst': 'F',
      'g.html': '<h1>G</h1>',
    };
    const { content, outcomes } = await openSite(files, { generator: 'plain' });
    expect(content.files).toHaveLength(7);
    expect(
      [...outcomes.values()].map((outcome) => (outcome.kind === 'post' ? 'post' : outcome.skip.reason)),
    ).toEqual(['post', 'draft', 'front-matter', 'encoding', 'empty', 'not-a-post', 'post']);
    for (const file of content.files) expect(await content.read(file)).toEqual(outcomes.get(file));
  });

  it('names files as the user would', async () => {
    const root = await writeSite({ 'posts/a.md': '' });
    await mkdir(join(root, 'empty'));
    const content = await openContent({ folder: join(root, 'posts'), now });
    expect(await content.read('a.md')).toMatchObject({ skip: { file: join(root, 'posts/a.md') } });
    expect((await openContent({ folder: join(root, 'empty'), now })).files).toEqual([]);
  });
});
