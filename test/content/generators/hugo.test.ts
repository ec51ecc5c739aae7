import { describe, expect, it } from 'vitest';
import { openSite } from '../open-site.js';

const settings = `frontmatter:
  date: [written, ":filename", ":default"]
  publishDate: [goes_live, publishDate, date]
  expiryDate: [dies, ":default"]
permalinks:
  posts: /:year/:month/:slug/
`;

// What is expected here is what Hugo 0.111 and 0.140 print.
describe('dates of Hugo that the configuration looks for under other names', () => {
  it.each([
    ['title: a\ngoes_live: 2098-01-02\ndate: 2020-01-02', 'future'],
    ['title: a\ndies: 2020-01-02\ndate: 2019-01-02', 'expired'],
    ['title: a\nGoes_Live: 2098-01-02\npublishDate: 2020-01-02', 'future'],
    ['title: a\nwritten: 2020-01-01\npublished: false', 'unpublished'],
    ['title: a\nwritten: 2020-01-01\ndate: 2098-01-01', 'future'],
  ])('hide %j', async (frontMatter, reason) => {
    const site = await openSite({
      'hugo.yaml': settings,
      'content/posts/a.md': `---\n${frontMatter}\n---\n\nWords.\n`,
    });
    expect(site.skip('content/posts/a.md').reason).toBe(reason);
  });

  it.each([
    ['title: a\nwritten: 2019-04-02\ndate: 2020-01-02', '/2019/04/a/'],
    ['title: a\nwritten: 2098-04-02\ndate: 2020-01-02', '/2098/04/a/'],
    ['title: a\nwritten: soon\ndate: 2020-01-02', '/2020/01/a/'],
    ['title: a\ndies: 2098-01-02\ndate: 2020-01-02', '/2020/01/a/'],
    ['title: a\npublished: true\nlastmod: 2018-01-02', '/2018/01/a/'],
  ])('show and place %j', async (frontMatter, url) => {
    const { urls } = await openSite({
      'hugo.yaml': settings,
      'content/posts/a.md': `---\n${frontMatter}\n---\n\nWords.\n`,
    });
    expect(urls).toEqual({ 'content/posts/a.md': url });
  });

  it('give the name of a file its turn', async () => {
    const { urls } = await openSite({
      'hugo.yaml': settings,
      'content/posts/2021-03-04-named.md': '---\ntitle: x\ndate: 2020-01-02\n---\n\nWords.\n',
      'content/posts/2021-03-05-told.md': '---\ntitle: x\nwritten: 2020-01-02\n---\n\nWords.\n',
    });
    expect(urls).toEqual({
      'content/posts/2021-03-04-named.md': '/2021/03/named/',
      'content/posts/2021-03-05-told.md': '/2020/01/x/',
    });
  });
});

describe('pages of Hugo', () => {
  it('are all files of a site’s content, whatever their names are', async () => {
    const { urls } = await openSite({
      'hugo.yaml': 'title: x\n',
      'content/docs/CONTRIBUTING.md': 'Words.\n',
      'content/docs/LICENSE.md': 'Words.\n',
      'content/README.md': 'Words.\n',
      'README.md': 'Words.\n',
    });
    expect(urls).toEqual({
      'content/README.md': '/readme/',
      'content/docs/CONTRIBUTING.md': '/docs/contributing/',
      'content/docs/LICENSE.md': '/docs/license/',
    });
  });

  it('without a title have nothing for it in their URLs', async () => {
    const { urls } = await openSite({
      'hugo.yaml': 'permalinks: {posts: "/:year/:slug/"}\n',
      'content/posts/a.md': '---\ndate: 2024-01-02\n---\n\n# Heading\n\nWords.\n',
    });
    expect(urls).toEqual({ 'content/posts/a.md': '/2024/' });
  });

  it.each(['til~/a.md', '#x/a.md', 'a/til~/index.md'])('are not in %s, as editors leave it', async (path) => {
    const site = await openSite({ 'hugo.yaml': 'title: x\n', [`content/${path}`]: 'Words.\n' });
    expect(site.skip(`content/${path}`).reason).toBe('not-a-post');
  });
});
