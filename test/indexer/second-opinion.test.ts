import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { generators } from '../../src/content/generators/index.js';
import type { GeneratorName } from '../../src/domain/generator-names.js';
import { findDoubt, type OpinionRules } from '../../src/indexer/second-opinion/second-opinion.js';

const now = Date.parse('2026-01-01T12:00:00Z') / 1000;
const rules: OpinionRules = { now, metaLines: false, draftHides: true, noindexHides: true, show: [] };

const look = (text: string, change: Partial<OpinionRules & { readonly path: string }> = {}) => {
  const { path = 'post.md', ...other } = change;
  return findDoubt({ path, text }, { ...rules, ...other });
};
const yaml = (lines: string): string => `---\ntitle: A\n${lines}\n---\nbody\n`;

const hiding = [
  ...['true', 'True', 'TRUE', 'yes', 'on', '1', '"true"', "'Yes'", 'true # later', '!!bool true'].map(
    (value) => `draft: ${value}`,
  ),
  ...['DRAFT', 'is_draft', 'isDraft', 'private', 'hidden', 'unlisted', 'headless'].map(
    (key) => `${key}: true`,
  ),
  ...['"draft"', "'draft'", 'draft '].map((key) => `${key}: true`),
  ...['false', 'no', 'off', '0', "'false'"].flatMap((value) =>
    ['published', 'publish', 'permalink', 'search'].map((key) => `${key}: ${value}`),
  ),
  ...['draft', 'Private', 'pending', 'scheduled', 'future', 'trash', 'auto-draft'].flatMap((value) => [
    `status: ${value}`,
    `post_status: "${value}"`,
  ]),
  'visibility: private',
  'visibility: members',
  'access: paid',
  'password: hunter2',
  'post_password: "x"',
  'indexing: false',
  ...[
    'date',
    'publishDate',
    'publish_at',
    'published_at',
    'release_date',
    'embargo_until',
    'published',
  ].flatMap((key) =>
    ['2999-01-01', '2999/1/2', '"2999-01-01 10:00 +02:00"', '2098', '29990101', 'January 9, 2999'].map(
      (value) => `${key}: ${value}`,
    ),
  ),
  ...['expiryDate', 'expires', 'expiration_date', 'unpublish_on'].flatMap((key) =>
    ['2001-01-01', '2001-01-01T00:00:00Z'].map((value) => `${key}: ${value}`),
  ),
  'build:\n  list: never',
  '_build:\n  render: false',
  'build: {list: local}',
  'params:\n  draft: true',
  'extra:\n    private: yes',
  'extra: {draft: true}',
  'params: {a: [1, 2], draft: yes, b: c}',
  'search:\n  exclude: true',
  'noindex: true',
  'robots: noindex, nofollow',
  'robots: [noindex, follow]',
  'robots:\n- noindex\n- nofollow',
  'robots:\n  - noindex',
  'robotsNoIndex: true',
  'sitemap: false',
  'sitemap:\n  exclude: true',
  'sitemap: {disable: true}',
  'seo:\n  noindex: true',
  'base: &hide\n  draft: true\nother: x\n<<: *hide',
  'base: &hide {draft: true}\n<<: [*hide]',
  'flag: &yes true\ndraft: *yes',
  'draft: false\ndraft: true',
  'authors:\n- name: B\n  url: c\ndraft: true',
  'tags: [a,\n  b]\ndraft: true',
  'meta: {a: "}",\n  b: c}\ndraft: true',
  'description: >\n  a text\n  of lines\ndraft: true',
];

test('shares no code with the first opinion, nor with anything else', () => {
  const folder = resolve(import.meta.dirname, '../../src/indexer/second-opinion');
  const imported = readdirSync(folder).flatMap((file) =>
    [...readFileSync(join(folder, file), 'utf8').matchAll(/from '([^']+)'/g)].map(([, name]) => name),
  );
  expect(imported.length).toBeGreaterThan(0);
  expect(imported.filter((name) => !/^\.\/[a-z-]+\.js$/.test(name ?? ''))).toEqual([]);
});

describe('a clear signal is seen', () => {
  test.each(hiding)('%j', (lines) => {
    expect(look(yaml(lines))).toMatchObject({ seen: expect.any(String), line: expect.any(Number) });
    expect(look(`\uFEFF\r\n${yaml(lines).replaceAll('\n', '\r\n')}`), 'BOM, CRLF, blank line').toBeDefined();
  });

  test.each([
    ['TOML', '+++\ntitle = "A"\ndraft = true # yes\n+++\nbody', 3],
    ['TOML, quoted', '+++\n"draft" = true\n+++\n', 2],
    ['TOML, dotted', '+++\nparams.draft = true\n+++\n', 2],
    ['TOML, in a table', '+++\ntitle = "A"\n[extra]\ndraft = true\n+++\n', 4],
    ['TOML, in braces', '+++\nbuild = { list = "never" }\n+++\n', 2],
    ['TOML, after a long string', '+++\na = """\nx\n[y]\n"""\ndraft = true\n+++\n', 6],
    ['TOML, a date', '+++\ndate = 2999-01-01T00:00:00Z\n+++\n', 2],
    ['TOML, after ---toml', '---toml\ndraft = true\n---\n', 2],
    ['JSON', '{\n  "title": "A {",\n  "draft": true\n}\nbody', 3],
    ['JSON between ;;;', ';;;\n"title": "A",\n"draft": true\n;;;\nbody', 3],
    ['JSON after ---json', '---json\n{"params": {"draft": true}}\n---\n', 2],
    ['YAML in braces', '---\n{title: A, draft: true}\n---\n', 2],
    ['a script', "---js\n{\n  title: 'A',\n  draft: true,\n}\n---\n", 4],
    ['a script that exports', '---javascript\nmodule.exports = {\n  published: false\n};\n---\n', 3],
    ['YAML that ends with dots', '---\ndraft: true\n...\nbody', 2],
  ])('in %s', (_, source, line) => {
    expect(look(source)).toMatchObject({ line });
  });

  test('in lines without a fence, where the generator reads them', () => {
    const source = 'Title: A\nStatus: draft\n\nbody';
    expect(look(source, { metaLines: true })).toEqual({ seen: 'Status says draft', line: 2 });
    expect(look(source)).toBeUndefined();
    expect(look('title: A\ndraft: true\n---\nbody', { metaLines: true })).toMatchObject({ line: 2 });
  });

  test('in a path', () => {
    expect(look('text', { path: 'blog/_drafts/a.md' })).toEqual({ seen: 'it is in _drafts' });
    const byGenerator = (name: GeneratorName, path: string) =>
      look('text', { path, ...generators[name].plainFacts });
    expect(byGenerator('hexo', '_posts/_a.md')).toBeDefined();
    expect(byGenerator('hexo', '_posts/_a/b.md')).toBeDefined();
    expect(byGenerator('hexo', '_posts/a.md')).toBeUndefined();
    expect(byGenerator('astro', 'blog/_a.md')).toBeDefined();
    expect(byGenerator('jekyll', '_posts/#a.md')).toBeDefined();
    expect(byGenerator('jekyll', '_posts/a.md~')).toBeDefined();
    expect(byGenerator('jekyll', '_posts/a~b.md')).toBeUndefined();
    expect(byGenerator('plain', '_posts/_a.md')).toBeUndefined();
    expect(look('text', { path: '_posts/2999-01-01-a.md' })).toBeDefined();
    expect(look(yaml('date: 2020-01-01'), { path: '_posts/2999-01-01-a.md' })).toBeUndefined();
    expect(look('+++\npath = "2999/01/01/a"\n+++\n')).toBeDefined();
  });

  test('in a line of JSON, wherever it stands there', () => {
    const lookAt = (value: object) => findDoubt({ path: '7', text: JSON.stringify(value), record: 7 }, rules);
    expect(lookAt({ url: '/a/', markdown: 'x'.repeat(300_000), draft: true })).toMatchObject({ line: 7 });
    expect(lookAt({ url: '/a/', params: { draft: 'yes' } })).toBeDefined();
    expect(lookAt({ url: '/a/', date: '2999-01-01' })).toBeDefined();
    expect(lookAt({ url: '/a/', markdown: '---\ndraft: true\n---\n', tags: ['draft'] })).toBeUndefined();
  });

  test.each([
    ['behind the first block', '---\ntitle: A\n---\ndraft: true\n---\ntext', 4],
    ['behind an empty block', '---\n---\ntitle: A\ndraft: true\n---\ntext', 4],
    ['behind one of another language', '+++\ntitle = "A"\n+++\n---\ntitle: A\ndraft: true\n---\ntext', 6],
    ['of TOML behind YAML', '---\ntitle: A\n---\n+++\nparams.x = 1\ndraft = true\n+++\ntext', 6],
    ['behind a comment', '<!-- c -->\n---\ntitle: A\ndraft: true\n---\ntext', 4],
    ['behind a comment of lines', '<!-- c\nd -->\n---\ndraft: true\n---\ntext', 4],
    ['in a comment', '<!--\n---\ntitle: A\ndraft: true\n---\n-->\ntext', 4],
    ['of Nikola', '<!--\n.. title: A\n.. slug: a\n.. status: private\n-->\ntext', 4],
    ['in a line of a comment', '<!-- status: draft -->\n\ntext', 1],
    ['behind directives', '%YAML 1.2\n---\ndraft: true\n---\ntext', 3],
    ['between more dashes', '----\ntitle: A\nPublished: no\n----\ntext', 3],
    ['between long dashes', '———\ndraft: true\n———\ntext', 2],
    ['with a list in it', '<!-- c -->\n---\ntags:\n- a\n  b\ndraft: true\n---\ntext', 6],
  ])('in a stray block %s', (_, source, line) => {
    for (const text of [source, `\uFEFF${source}`, source.replaceAll('\n', '\r\n')])
      expect(look(text)).toMatchObject({ line });
  });

  test.each(['is\u2010draft', 'is\u2013draft', 'is\u2212draft', 'ｄｒａｆｔ', 'dra\u200bft'])(
    'in the name %s',
    (name) => {
      expect(look(yaml(`${name}: true`))).toBeDefined();
    },
  );

  test('without a word of the post', () => {
    expect(look(yaml('password: hunter2'))).toEqual({ seen: 'password is set', line: 3 });
  });
});

describe('a public post is left alone', () => {
  test.each([
    ...[
      'draft: false',
      'draft:',
      'draft: no',
      'draft: ""',
      'published: true',
      'publish: yes',
      'private: false',
    ],
    ...['hidden: 0', 'password:', 'password: ""', 'password: false', 'password: null', 'unlisted: off'],
    ...['status: published', 'status: publish', 'status: seedling', 'status: accepted', 'visibility: public'],
    ...[
      'access: public',
      'access: all',
      'sitemap: true',
      'robots: index, follow',
      'robots: all',
      'noindex: false',
    ],
    ...['permalink: /draft/', 'search: {boost: 2}', 'hide: [toc]', 'build: {list: always}', 'title: draft'],
    ...['date: 2020-01-01', 'date: 2026-01-01 18:00', 'date: 2026-01-02', 'published: 2019-01-01'],
    ...['date: 2999-01-01\npublishDate: 2019-01-01', 'expiryDate: 2999-01-01', 'expiryDate: never'],
    ...['end_date: 2001-01-01', 'updated: 2999-01-01', 'event_date: 2999-01-01', 'date: git Last Modified'],
    ...['# draft: true', 'title: x # draft: true', 'description: |\n  draft: true', 'a:\n  draft: true'],
    ...['title: "x\n  draft: true"', 'tags:\n- draft\n- private: true', 'tags: [draft, private]'],
    ...[
      'authors:\n- name: x\n  private: true',
      'authors: [{name: x, draft: true}]',
      'params:\n  a:\n    draft: true',
    ],
    ...[
      'draft: false\nparams:\n  draft: true',
      'base: &x {draft: true}',
      'base: &x {draft: true}\n<<: *x\ndraft: false',
    ],
    ...[
      'sitemap:\n  priority: 0.7',
      'robots:\n  index: true',
      'image: {url: x, hidden: true}',
      'excerpt: "draft: true"',
    ],
  ])('%j', (lines) => {
    expect(look(yaml(lines))).toBeUndefined();
  });

  test.each([
    ['in the text', '---\ntitle: A\n---\ndraft: true\n\n---\ndraft: true\n---\n'],
    ['in code at the top', '```yaml\ndraft: true\n```\n'],
    ['in a text without front matter', 'draft: true\n\ntext'],
    ['under a thematic break that nothing ends', '---\n\ndraft: true\n'],
    ['in a template', '{% raw %}{"draft": true}{% endraft %}'],
    ['in the text after JSON', '{"title": "A"}\n{"draft": true}'],
    ['in a string of JSON', '{"title": "\\"draft\\": true, {draft: true}"}'],
    ['in a string of TOML', '+++\na = """\ndraft = true\n"""\n+++\n'],
    ['in text behind front matter', '---\ntitle: A\n---\nStatus: draft\n\ntext\n\n---\n'],
    ['in a heading', 'Status: draft\n---\n\ntext\n'],
    ['in a block that hides nothing', '---\ntitle: A\n---\n---\ndraft: false\nstatus: done\n---\n'],
    ['in a comment about it', '<!-- draft: true was here, see history -->\n\ntext\n'],
    ['in a nested name of a stray block', '<!--\nmenu:\n  hidden: true\n-->\ntext\n'],
    ['in a comment below text', 'text\n\n<!--\ndraft: true\n-->\n'],
    ['in a table of TOML', '+++\n[menu.main]\nhidden = true\n[[x]]\ndraft = true\n+++\n'],
  ])('%s', (_, source) => {
    expect(look(source)).toBeUndefined();
  });

  test('where it is shown on purpose', () => {
    expect(look(yaml('draft: true'), { draftHides: false })).toBeUndefined();
    expect(look(yaml('draft: true'), { path: '_drafts/a.md', draftHides: false })).toBeDefined();
    expect(look(yaml('visibility: members'), { show: ['visibility=members'] })).toBeUndefined();
    expect(look(yaml('post_status: Private'), { show: ['post_status=private'] })).toBeUndefined();
    expect(look(yaml('visibility: paid'), { show: ['visibility=members'] })).toBeDefined();
    for (const lines of ['noindex: true', 'robots: noindex', 'sitemap: false', 'seo: {noindex: true}'])
      expect(look(yaml(lines), { noindexHides: false })).toBeUndefined();
  });
});

describe('any text at all', () => {
  const piece = fc.constantFrom(
    ...[
      '---\n',
      '+++\n',
      '{',
      '}',
      '[',
      ']',
      '"',
      "'",
      '\\',
      ':',
      '=',
      ',',
      '\n',
      ' ',
      '- ',
      '#',
      '&a ',
      '*a',
    ],
    ...['<<: *a\n', '"""', '|', '!', 'draft: ', 'true', 'params:', '  ', '\t', '\r', '\uFEFF', 'é'],
  );

  test('is looked at without failing', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), fc.boolean(), (pieces, metaLines) => {
        look(pieces.join(''), { metaLines });
        look(`---\n${pieces.join('')}\n---\n`, { metaLines });
        look(`---js\n{${pieces.join('')}}\n---\n`, { metaLines });
      }),
      { numRuns: 500 },
    );
  });

  test.each([
    '{',
    '[',
    '"',
    "'",
    '"\\',
    '{a:',
    '{"a":{',
    '- ',
    '- a:\n',
    'a: {',
    'a',
    ' ',
    '\n',
    'a: &b\n <<: *b\n',
    '!a ',
    '&a ',
    '"""',
    '"\'',
    '#',
    ':',
    'a.',
    '[a]\n',
    'a = """\n',
    'x: [1,\n',
    '\\',
    'a:1,',
    '`',
    ' #',
    '---',
    ',',
  ])('costs no more than its length: %j', (piece) => {
    const long = piece.repeat(Math.ceil(250_000 / piece.length));
    const started = performance.now();
    for (const source of [
      `---\n${long}\n---\n`,
      `+++\n${long}\n+++\n`,
      `{"${long}`,
      `---js\n{${long}\n---\n`,
      long,
    ])
      look(source, { metaLines: true });
    expect(performance.now() - started).toBeLessThan(4_000);
  });
});
