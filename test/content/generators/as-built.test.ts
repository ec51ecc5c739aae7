/** What sites that were built by the generators themselves showed, where it was read otherwise before. */
import { describe, expect, it } from 'vitest';
import { openSite } from '../open-site.js';

const matter = (lines: string): string => `---\ntitle: A\n${lines}\n---\nWords of the post.\n`;

describe('Jekyll 4.3', () => {
  const config = (defaults: string): string => `permalink: /:categories/:title/\n${defaults}`;

  it('compares the path of a scope as text', async () => {
    const { skip, urls } = await openSite({
      '_config.yml': config(
        'defaults:\n- {scope: {path: blog/dra}, values: {published: false}}\n- {scope: {path: /news}, values: {permalink: /no/}}\n',
      ),
      'blog/drafts/_posts/2020-01-02-a.md': matter(''),
      'news/_posts/2020-01-02-b.md': matter(''),
    });
    expect(skip('blog/drafts/_posts/2020-01-02-a.md').reason).toBe('unpublished');
    expect(urls).toEqual({ 'news/_posts/2020-01-02-b.md': '/news/b/' });
  });

  it('takes the longer scope before the shorter, and of two as long the one with a type, in any order', async () => {
    const typed = '- {scope: {path: "", type: posts}, values: {permalink: "/typed/:title/"}}\n';
    const untyped = '- {scope: {path: ""}, values: {permalink: "/untyped/:title/"}}\n';
    const longer = '- {scope: {path: up}, values: {permalink: "/longer/:title/"}}\n';
    for (const sets of [typed + untyped + longer, longer + untyped + typed]) {
      const { urls } = await openSite({
        '_config.yml': config(`defaults:\n${sets}`),
        '_posts/2020-01-02-a.md': matter(''),
        'up/_posts/2020-01-02-b.md': matter(''),
      });
      expect(Object.values(urls), sets).toEqual(['/typed/a/', '/longer/b/']);
    }
  });

  it('compares it without the folder of the collections', async () => {
    const { urls } = await openSite({
      '_config.yml': config(
        'collections_dir: all\ndefaults:\n- {scope: {path: _posts}, values: {permalink: "/p/:title/"}}\n',
      ),
      'all/_posts/2020-01-02-a.md': matter(''),
    });
    expect(urls).toEqual({ 'all/_posts/2020-01-02-a.md': '/p/a/' });
  });

  it('joins the categories of defaults, folders and posts, and passes over names without a value', async () => {
    const { post, urls } = await openSite({
      '_config.yml': config(
        'defaults:\n- {scope: {path: ""}, values: {categories: x y, permalink: "/:categories/d/:title/"}}\n',
      ),
      'up/_posts/2020-01-02-a.md': matter('categories: own x'),
      'up/_posts/2020-01-02-b.md': matter('permalink:\ncategories:'),
    });
    expect(post('up/_posts/2020-01-02-a.md').categories).toEqual(['up', 'x', 'y', 'own']);
    expect(Object.values(urls)).toEqual(['/up/x/y/own/d/a/', '/up/x/y/d/b/']);
  });

  it('reads names as they are written, while others hide too', async () => {
    const { skip, urls } = await openSite({
      '_config.yml': 'permalink: date\n',
      '_posts/2020-01-02-a.md': matter('Date: 2019-05-06\nPermalink: /x/\nCategories: no'),
      '_posts/2099-01-02-b.md': matter('Date: 2019-05-06'),
      '_posts/2020-01-02-c.md': matter('Date: 2099-05-06'),
      '_posts/2020-01-02-d.md': matter('Published: false'),
    });
    expect(urls).toEqual({ '_posts/2020-01-02-a.md': '/2020/01/02/a.html' });
    for (const name of ['2099-01-02-b', '2020-01-02-c'])
      expect(skip(`_posts/${name}.md`).reason).toBe('future');
    expect(skip('_posts/2020-01-02-d.md').reason).toBe('unpublished');
  });

  it.each([
    ['2021-09-31', '2021/10/01'],
    ['2021-02-30 10:00:00 +0100', '2021/03/02'],
    ['"2019-04-31 12:00"', '2019/05/01'],
    ['06/05/2019', '2019/05/06'],
    ['31.12.2019', '2019/12/31'],
    ['06-05-2019', '2019/05/06'],
  ])('reads the date %s as Ruby does', async (date, path) => {
    const { urls } = await openSite({
      '_config.yml': 'permalink: date\n',
      '_posts/2020-01-02-a.md': matter(`date: ${date}`),
    });
    expect(urls).toEqual({ '_posts/2020-01-02-a.md': `/${path}/a.html` });
  });

  it('goes on into the next month in file names too, and no further', async () => {
    const { skip, urls } = await openSite({
      '_config.yml': 'permalink: date\n',
      '_posts/2020-02-30-a.md': matter(''),
      '_posts/2020-02-32-b.md': matter(''),
    });
    expect(urls).toEqual({ '_posts/2020-02-30-a.md': '/2020/03/01/a.html' });
    expect(skip('_posts/2020-02-32-b.md').reason).toBe('invalid-post');
  });
});

describe('Hexo 8', () => {
  const config = { '_config.yml': 'new_post_name: :title.md\n' };

  it.each([
    ['longer fences', '----\ntitle: A\ndate: 2020-01-02\npublished: false\n----\nWords.\n'],
    ['a comment first', '# note\ndate: 2020-01-02\npublished: false\n---\nWords.\n'],
    ['keys in any script', '标题: A\ndate: 2020-01-02\npublished: false\n---\nWords.\n'],
    ['text in several lines', 'title: >\n  a\n\n  b\ndate: 2020-01-02\npublished: false\n---\nWords.\n'],
    ['a list', 'tags:\n- a\ndate: 2020-01-02\npublished: false\n-----\nWords.\n'],
    ['words behind the fence', 'date: 2020-01-02\npublished: false\n--- Words.\n'],
    ['JSON', '"date": "2020-01-02",\n"published": false\n;;;\nWords.\n'],
  ])('reads front matter with %s', async (_, source) => {
    const { skip, urls } = await openSite({
      ...config,
      'source/_posts/a.md': source,
      'source/_posts/b.md': source.replace('false', 'true'),
    });
    expect(skip('source/_posts/a.md').reason).toBe('unpublished');
    expect(urls).toEqual({ 'source/_posts/b.md': '/2020/01/02/b/' });
  });

  it('cannot make an address of a percent sign', async () => {
    const { skip } = await openSite({
      ...config,
      'source/_posts/100%.md': matter('date: 2020-01-02'),
      'source/_posts/b.md': matter('date: 2020-01-02'),
    });
    expect(skip('source/_posts/100%.md').reason).toBe('not-a-post');
  });

  it('renders extensions in lower case', async () => {
    const { skip } = await openSite({
      ...config,
      'source/_posts/a.MD': matter('date: 2020-01-02'),
      'source/_posts/b.md': matter('date: 2020-01-02'),
    });
    expect(skip('source/_posts/a.MD').reason).toBe('not-a-post');
  });

  it.each([
    ['2021-09-31', '2021/10/01'],
    ['"2021-09-31 10:00"', '2021/10/01'],
    ['06/05/2019', '2019/06/05'],
    ['06.05.2019', '2019/06/05'],
    // A text that is a day alone is midnight in UTC.
    ['"2019-05-06"', '2019/05/05'],
    ['2019-05', '2019/04/30'],
    ['2019-05-06', '2019/05/06'],
  ])('reads the date %s as JavaScript does', async (date, path) => {
    const { urls } = await openSite({
      '_config.yml': 'new_post_name: :title.md\ntimezone: America/New_York\n',
      'source/_posts/a.md': matter(`date: ${date}`),
    });
    expect(urls).toEqual({ 'source/_posts/a.md': `/${path}/a/` });
  });

  it('takes no day for a month', async () => {
    const { skip } = await openSite({ ...config, 'source/_posts/a.md': matter('date: 31/12/2019') });
    expect(skip('source/_posts/a.md').reason).toBe('invalid-post');
  });

  it('passes over a permalink with a capital', async () => {
    const { urls } = await openSite({
      ...config,
      'source/_posts/a.md': matter('date: 2020-01-02\nPermalink: /x/'),
    });
    expect(urls).toEqual({ 'source/_posts/a.md': '/2020/01/02/a/' });
  });
});

describe('Eleventy 3', () => {
  it('passes over a permalink with a capital, in favour of that of the folder', async () => {
    const { urls, skip } = await openSite({
      'eleventy.config.js': 'export default {}\n',
      'posts/posts.json': '{"permalink": "/p/{{ page.fileSlug }}/"}',
      'posts/a.md': matter('Permalink: /x/'),
      'posts/b.md': matter('PERMALINK: false'),
      'posts/c.md': matter('date: 2021-09-31'),
    });
    expect(urls).toEqual({ 'posts/a.md': '/p/a/', 'posts/c.md': '/p/c/' });
    expect(skip('posts/b.md').reason).toBe('unpublished');
  });

  it('writes capitals, and takes no comment of a template for a part of the address', async () => {
    const { urls, skip } = await openSite({
      'eleventy.config.js': 'export default {}\n',
      'posts/a.md': matter('permalink: "own/{{ title | upper }}/"'),
      'posts/b.md': matter('permalink: "own/{# note #}b/"'),
    });
    expect(urls).toEqual({ 'posts/a.md': '/own/A/' });
    expect(skip('posts/b.md').reason).toBe('invalid-post');
  });
});

describe('Pelican 4.12', () => {
  const config = {
    'pelicanconf.py': "PATH = 'content'\nARTICLE_URL = '{date:%Y}/{slug}/'\n",
    'content/public.md': 'Title: Public\nDate: 2020-01-02\n\nWords.\n',
  };
  const page = (head: string): string =>
    `<!DOCTYPE html>\n<html><head>\n<title>My Title</title>\n<meta name="date" content="2020-01-02">\n${head}\n</head><body><p>Words.</p></body></html>\n`;

  it.each([
    '<meta name="status" content="draft">',
    '<META NAME=Status CONTENT=Draft />',
    "<meta content='hidden'\n name='status'\n>",
    '<meta name="status" contents="skip">',
    '<meta name="status" content="&#100;raft">',
    '<meta name="status" content="published"><meta name="status" content="draft">',
    '<meta name="date" content="2099-01-01">',
  ])('hides a page of HTML with %s in its head', async (head) => {
    const { skip } = await openSite({ ...config, 'content/a.html': page(head) });
    expect(['draft', 'unpublished', 'future', 'invalid-post']).toContain(skip('content/a.html').reason);
  });

  it('says in which line the head hides', async () => {
    const { skip } = await openSite({
      ...config,
      'content/a.html': page('<meta name="status" content="draft">'),
    });
    expect(skip('content/a.html')).toMatchObject({ reason: 'draft', line: 5 });
  });

  it('takes title, date, slug, tags and address of a page from its head', async () => {
    const { post, urls } = await openSite({
      ...config,
      'content/a.html': page('<meta name="keywords" content="x, y">'),
      'content/b.html': page('<meta name="slug" content="own"><!-- <meta name="status" content="draft"> -->'),
      'content/c.html': page('<meta name="save_as" content="c/index.html">'),
    });
    expect(post('content/a.html')).toMatchObject({
      title: 'My Title',
      tags: ['x', 'y'],
      date: { day: '2020-01-02' },
      url: '/2020/my-title/',
    });
    expect(urls).toMatchObject({ 'content/b.html': '/2020/own/', 'content/c.html': '/c/' });
  });

  it('skips a page whose head has no title or no date', async () => {
    const { skip } = await openSite({
      ...config,
      'content/a.html':
        '<html><head><meta name="date" content="2020-01-02"></head><body>Words.</body></html>',
      'content/b.html': '<html><head><title>A</title></head><body>Words.</body></html>',
      'content/c.html': '<p>Words.</p>',
    });
    expect(skip('content/a.html').message).toContain('no title');
    expect(skip('content/b.html').message).toContain('no date');
    expect(skip('content/c.html').message).toContain('no title');
  });

  it.each([
    '  Status: draft',
    '   status:draft',
    'status:draft',
    '2x: y\nstatus: draft',
    '_x: y\nstatus: draft',
  ])('reads the header line %j', async (line) => {
    const { skip } = await openSite({
      ...config,
      'content/a.md': `Title: A\nDate: 2020-01-02\n${line}\n\nWords.\n`,
    });
    expect(skip('content/a.md').reason).toBe('draft');
  });

  it.each([
    ['06/05/2019', '2019-06-05'],
    ['31/12/2019', '2019-12-31'],
    ['06.05.2019', '2019-06-05'],
  ])('reads the date %s as dateutil does', async (date, day) => {
    const { post } = await openSite({ ...config, 'content/a.md': `Title: A\nDate: ${date}\n\nWords.\n` });
    expect(post('content/a.md').date?.day).toBe(day);
  });

  it('reads extensions in lower case', async () => {
    const { skip } = await openSite({ ...config, 'content/a.MD': 'Title: A\nDate: 2020-01-02\n\nWords.\n' });
    expect(skip('content/a.MD').reason).toBe('not-a-post');
  });
});

describe('Nikola', () => {
  it.each([
    ['status: draft', 'draft'],
    ['status: private', 'unpublished'],
    ['tags: x, Draft', 'draft'],
    ['tags: private', 'unpublished'],
    ['date: 2099-01-02 03:04:05 UTC', 'future'],
    ['password: abc', 'unpublished'],
  ])('hides a post with the metadata %s', async (line, reason) => {
    const lines = `.. title: A\n.. slug: a\n.. ${line}\n`;
    const { skip } = await openSite({
      'posts/a.md': `<!--\n${lines}-->\n\nWords.\n`,
      'posts/b.md': `${lines}\nWords.\n`,
      'posts/c.md': `<!-- \n ${lines}\n-->\n\nWords.\n`,
    });
    for (const name of ['a', 'b', 'c']) expect(skip(`posts/${name}.md`).reason).toBe(reason);
    expect(skip('posts/b.md').line).toBe(3);
  });

  it('takes title, date, slug and tags of the others', async () => {
    const { post } = await openSite({
      'posts/a.md':
        '<!--\n.. title: My title\n.. date: 2020-01-02 03:04:05 UTC\n.. slug: own\n.. tags: x, y\n-->\n\nWords.\n',
    });
    expect(post('posts/a.md')).toMatchObject({
      title: 'My title',
      date: { day: '2020-01-02' },
      url: '/posts/own',
      tags: ['x', 'y'],
      text: 'Words.',
    });
  });
});

describe('WordPress', () => {
  it('writes a date of zeros for none', async () => {
    const { urls } = await openSite({
      '_config.yml': 'permalink: /:title/\n',
      '_posts/2012-01-02-a.md': matter("status: publish\npublished: true\ndate_gmt: '0000-00-00 00:00:00'"),
    });
    expect(urls).toEqual({ '_posts/2012-01-02-a.md': '/a/' });
  });
});

describe('any generator', () => {
  it('hides a post whose doubled date and doubled publish date do so together', async () => {
    const { skip } = await openSite({
      '_posts/2020-01-02-a.md': matter(
        'date: 2099-01-01\npublishDate: 2020-01-01\ndate: 2020-01-01\npublishDate:',
      ),
    });
    expect(skip('_posts/2020-01-02-a.md').reason).toBe('future');
  });

  it.each([
    '*secretword*{: style="display:none"}',
    '**secretword**{: .note hidden="hidden"}',
    '[secretword](/x/){: .note}{: style="display: none"}',
    '`secretword`{: style="display:none"}',
    '![secretword](/x.png){: style="display:none"}',
    '> - a *b **secretword***{: style="display:none"} c',
    '## A *secretword*{: style="display:none"} heading',
    '| a | *secretword*{: style="display:none"} |\n|---|---|\n| c | *secretword*{: style="display:none"} |',
  ])('shows no words of the span %s', async (source) => {
    const { post } = await openSite({
      '_config.yml': 'permalink: /:title/\n',
      '_posts/2020-01-02-a.md': matter('').replace(
        'Words of the post.',
        `Before ${source} after.\n\n${source}`,
      ),
    });
    expect(JSON.stringify(post('_posts/2020-01-02-a.md'))).not.toContain('secretword');
  });

  it('shows the words of a span with another list of attributes', async () => {
    const { post } = await openSite({
      '_config.yml': 'permalink: /:title/\n',
      '_posts/2020-01-02-a.md': matter('').replace(
        'Words',
        '*Words*{: style="color: red"} and *more*{: .hidden}',
      ),
    });
    expect(post('_posts/2020-01-02-a.md').text).toBe('Words and more of the post.');
  });
});
