import { describe, expect, it } from 'vitest';
import { toLanguageTag, toLocale } from '../../src/content/language/language-tag.js';
import { toPlainInline } from '../../src/content/post/inline-markup.js';
import { openSite, readPlain } from './open-site.js';

const read = async (frontMatter: string, body = 'body\n') =>
  (await readPlain(`---\n${frontMatter}\n---\n${body}`)).post('post.md');

describe('the title', () => {
  it('is that of front matter, else the first heading, else the name', async () => {
    expect((await read('title: Own', '# Heading\n')).title).toBe('Own');
    expect((await read('layout: post', 'words\n\n## Second\n\n# First **bold**\n')).title).toBe('First bold');
    expect((await read('title: ""', 'words\n\n## Second\n')).title).toBe('Second');
    const { post } = await openSite(
      { '2019-05-20-looking-back_on 2019.md': 'words', 'guide/index.md': 'words', '---.md': 'words' },
      { generator: 'plain' },
    );
    expect(post('2019-05-20-looking-back_on 2019.md').title).toBe('Looking Back On 2019');
    expect(post('guide/index.md').title).toBe('Guide');
    expect(post('---.md').title).toBe('---');
  });

  it.each([
    ['A *title* with **Markdown** and `code`', 'A title with Markdown and code'],
    ['A <em class="x">title</em> with <code>HTML</code><br>here', 'A title with HTML here'],
    ['Special&nbsp;&#8212;&nbsp;Characters &amp; more &#x1F389;', 'Special — Characters & more 🎉'],
    ['A [link](https://example.org) inside', 'A link inside'],
    ['*args and **kwargs in snake_case_names', '*args and **kwargs in snake_case_names'],
    ['Vec<T> and <style>', 'Vec<T> and <style>'],
    ['&unknown; & AT&T', '&unknown; & AT&T'],
    ['two\n  lines\tand\u0007 a bell', 'two lines and a bell'],
    ['#1: a < b > c', '#1: a < b > c'],
    [`${'*'.repeat(5000)}`, '*'.repeat(2000)],
  ])('%s', (markup, plain) => {
    expect(toPlainInline(markup)).toBe(plain);
  });

  it('keeps a number as it is written', async () => {
    expect((await read('title: "1.10"')).title).toBe('1.10');
    expect((await read('title: 2019')).title).toBe('2019');
  });
});

describe('people, series, pictures, excerpts', () => {
  it.each([
    ['author: Ada L.', ['Ada L.']],
    ['authors: [Ada, Grace, Ada]', ['Ada', 'Grace']],
    ['author: {name: Ada, url: x}', ['Ada']],
    ['authors:\n  - name: Ada\n  - Grace', ['Ada', 'Grace']],
    ['author: Ada; Grace', ['Ada', 'Grace']],
    ['extra: {author: Ada}', ['Ada']],
    ['author:', []],
  ])('%s', async (line, authors) => {
    expect((await read(`title: A\n${line}`)).authors).toEqual(authors);
  });

  it('names the authors that Docusaurus lists', async () => {
    const { post } = await openSite({
      'docusaurus.config.js': '',
      'blog/authors.yml': 'ada:\n  name: Ada Lovelace\n',
      'blog/2019-05-20-a.md': '---\nauthors: [ada, other]\n---\nbody\n',
    });
    expect(post('blog/2019-05-20-a.md').authors).toEqual(['Ada Lovelace', 'other']);
  });

  it.each([
    ['image: /a.png', '/a.png'],
    ['cover: {image: a.png}', 'a.png'],
    ['images: [https://example.org/a.png, b]', 'https://example.org/a.png'],
    ['image: "javascript:alert(1)//.png"', undefined],
    ['image: "data:image/png;base64,AAAA/"', undefined],
    ['image: true', undefined],
  ])('%s', async (line, image) => {
    expect((await read(`title: A\n${line}`)).image).toBe(image);
  });

  it('takes what front matter says before what the words mark', async () => {
    const body = 'Beginning\n\n<!--more-->\n\nrest\n';
    const marked = await readPlain(`---\ntitle: A\n---\n${body}`);
    expect(marked.post('post.md').excerpt).toBe('Beginning');
    const told = await readPlain(`---\ntitle: A\nexcerpt: Own\n---\n${body}`);
    expect(told.post('post.md').excerpt).toBe('Own');
  });

  it('expires with the earliest of two dates under one key', async () => {
    const { post } = await readPlain('---\ntitle: A\nexpires: 2998-01-01\nexpires: 2999-01-01\n---\nwords\n');
    expect(post('post.md').expires).toBe(Date.parse('2998-01-01T00:00:00Z') / 1000);
  });

  it('takes the excerpt of the author, and no template', async () => {
    expect((await read('title: A\nexcerpt: "*Short* &amp; good"')).excerpt).toBe('Short & good');
    expect((await read('title: A\nexcerpt: "{{ x }}"\ndescription: Described')).excerpt).toBe('Described');
  });

  it('reads series and updates', async () => {
    expect(await read('title: A\nseries: [One]\nlast_modified_at: 2020-01-02')).toMatchObject({
      series: 'One',
      updated: { day: '2020-01-02' },
    });
  });
});

describe('the weight of a post in a search', () => {
  it.each([
    ['searchWeight: 2', 2],
    ['search_weight: 0.5', 0.5],
    ['search-weight: "1.5"', 1.5],
    ['extra: {searchWeight: 10}', 10],
    ['searchWeight:', undefined],
    ['weight: 3', undefined],
  ])('%s', async (line, weight) => {
    const { outcomes } = await readPlain(`---\ntitle: A\n${line}\n---\nbody\n`);
    expect(outcomes.get('post.md')).toMatchObject({ kind: 'post', notices: [] });
    expect((await read(`title: A\n${line}`)).searchWeight).toBe(weight);
  });

  it.each(['0', '-1', '10.5', '1e400', 'heavy', 'true', '[2]', '{a: 2}', '.inf'])(
    'is told, and is none, where it is %s',
    async (value) => {
      const { outcomes } = await readPlain(`---\ntitle: A\nsearchWeight: ${value}\n---\nbody\n`);
      const outcome = outcomes.get('post.md');
      if (outcome?.kind !== 'post') throw new Error('it was skipped');
      expect(outcome.post.searchWeight).toBeUndefined();
      expect(outcome.notices).toEqual([
        {
          file: expect.stringContaining('post.md'),
          line: 3,
          message: 'has a searchWeight that is no number above 0 and up to 10',
          hint: expect.stringContaining('Write a number'),
        },
      ]);
    },
  );
});

describe('tags and categories, by the rule of each generator', () => {
  const rows = [
    ['jekyll', 'tags: a b\ncategory: c d\ncategories: e f', ['a', 'b'], ['e', 'f', 'c d']],
    ['jekyll', 'tag: a b\ntags: [c]', ['a b'], []],
    ['jekyll', 'tags: [a b, c]\ncategory: 2013', ['a b', 'c'], ['2013']],
    ['hugo', 'tags: [a, b]\ncategories: [c]', ['a', 'b'], ['c']],
    ['eleventy', 'tags: a, b c', ['a', 'b c'], []],
    ['hexo', 'tags: a, b\ncategories: [c, d]', ['a, b'], ['c/d']],
    ['hexo', 'tag: a\ncategories: [[c, d], [e]]', ['a'], ['c/d', 'e']],
    ['docusaurus', 'tags: [a, {label: B, permalink: /b}]', ['a', 'B'], []],
    ['plain', 'tags: a, b\ncategory: c', ['a', 'b'], ['c']],
    ['plain', 'tags: x > y\ncategories: [a > b / c, a/b/c, /d/, /]', ['x > y'], ['a/b/c', 'd']],
    ['plain', 'tags:\n  - a\n  - a\n  -\n  - 5\n  - [b]', ['a', '5', 'b'], []],
    ['plain', 'tags: null', [], []],
  ] as const;
  it.each(rows)('%s: %s', async (generator, frontMatter, tags, categories) => {
    const { outcomes } = await openSite(
      { '2019-05-20-a.md': `---\ntitle: A\ndate: 2019-05-20\n${frontMatter}\n---\nbody\n` },
      { generator },
    );
    expect(outcomes.get('2019-05-20-a.md')).toMatchObject({ post: { tags, categories } });
  });

  it('takes the taxonomies that a Hugo site names', async () => {
    const { post } = await openSite({
      'hugo.toml': '[taxonomies]\ntopic = "topics"\nkategorie = "categories"\n',
      'content/a.md': '---\ntitle: A\ntopics: [x]\ntags: [unused]\ncategories: [c]\n---\nbody\n',
    });
    expect(post('content/a.md')).toMatchObject({ tags: ['x'], categories: ['c'] });
  });
});

describe('languages', () => {
  it.each([
    ['en', 'en'],
    ['pt_br', 'pt-BR'],
    ['PT-br', 'pt-BR'],
    ['zh-hans-cn', 'zh-Hans-CN'],
    ['de_DE.UTF-8', 'de-DE'],
    ['es-419', 'es-419'],
    ['English', undefined],
    ['xx', undefined],
    ['', undefined],
    ['en-', undefined],
  ])('%s is %s', (written, tag) => {
    expect(toLanguageTag(written)).toBe(tag);
  });

  it('tells folders that are languages by their shape', () => {
    expect(['pt-BR', 'zh_CN', 'cs', 'zh-hant'].map(toLocale)).toEqual(['pt-BR', 'zh-CN', 'cs', 'zh-Hant']);
    expect(['no-enum', 'posts', 'xx', 'cs-', 'deu'].map(toLocale)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('come from the post, its folder or suffix, the site, the words, in this order', async () => {
    const files = {
      'a.md': '---\nlang: pt_br\n---\nwords',
      'cs/b.md': 'words',
      'de/b.md': 'words',
      'c.md': 'words',
      'c.fr.md': 'words',
      'ml/paper.md': 'words',
    };
    const languagesOf = async (options: Parameters<typeof openSite>[1]) => {
      const { outcomes } = await openSite(files, { generator: 'plain', ...options });
      return [...outcomes.values()].map((outcome) => (outcome.kind === 'post' ? outcome.post.language : ''));
    };
    expect(await languagesOf({})).toEqual(['pt-BR', 'fr', 'und', 'cs', 'de', 'und']);
    expect(await languagesOf({ detectLanguage: async () => 'ja' })).toEqual([
      'pt-BR',
      'fr',
      'ja',
      'cs',
      'de',
      'ja',
    ]);
    expect(await languagesOf({ detectLanguage: async () => 'ja', language: 'en' })).toEqual([
      'pt-BR',
      'fr',
      'en',
      'cs',
      'de',
      'en',
    ]);
  });

  it('link translations of one post', async () => {
    const { post } = await openSite(
      {
        '_posts/en/2019-05-20-a.md': 'words',
        '_posts/cs/2019-05-20-a-cs.md': 'words',
        '_posts/cs/2019-05-21-b.md': '---\ntranslationKey: own\n---\nwords',
      },
      { generator: 'jekyll' },
    );
    expect(post('_posts/en/2019-05-20-a.md').translationKey).toBe('_posts/2019-05-20-a');
    expect(post('_posts/cs/2019-05-20-a-cs.md').translationKey).toBe('_posts/2019-05-20-a');
    expect(post('_posts/cs/2019-05-21-b.md').translationKey).toBe('own');
    expect(post('_posts/cs/2019-05-20-a-cs.md').language).toBe('cs');
  });
});

describe('what every passage of a post repeats', () => {
  it('is as many names as there is room for, each of them whole', async () => {
    const { outcomes } = await readPlain(
      `---\ntitle: A\ntags: [a, ${'b'.repeat(9_000)}, c]\nauthors: [${'d'.repeat(1_990)}1, ${'e'.repeat(1_990)}, ${'f'.repeat(1_990)}, ${'g'.repeat(1_990)}, ${'h'.repeat(1_990)}]\n---\nbody\n`,
    );
    const outcome = outcomes.get('post.md');
    if (outcome?.kind !== 'post') throw new Error('it was skipped');
    expect(outcome.post.tags).toEqual(['a', 'c']);
    expect(outcome.post.authors.map((name) => name[0])).toEqual(['d', 'e', 'f', 'g']);
    expect(outcome.notices).toHaveLength(2);
  });

  it('is no address that nobody could follow', async () => {
    const { outcomes } = await readPlain(`---\ntitle: A\npermalink: /${'a'.repeat(20_000)}/\n---\nbody\n`);
    expect(outcomes.get('post.md')).toMatchObject({ kind: 'skip', skip: { reason: 'invalid-post' } });
  });
});
