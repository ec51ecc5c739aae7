/** Builds that nothing is wrong with: no draft stops them, whatever its words and however public posts are written. */
import { rm } from 'node:fs/promises';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createFileSource } from '../../src/index-store/file-source.js';
import { buildIndex } from '../../src/indexer/index.js';
import { openIndex } from '../../src/reader/open-index.js';
import { createBlog } from './blog-folder.js';

const now = new Date('2026-01-01T00:00:00Z');

/** A word in two parts, written as one by a reader's eyes. */
type Split = (a: string, b: string) => string;

const splits: Readonly<Record<string, Split>> = {
  link: (a, b) => `[${a}](/b/)${b}`,
  'link with a title': (a, b) => `[${a}](https://example.org/x "Some title")${b}`,
  'link around the end': (a, b) => `${a}[${b}](/x)`,
  reference: (a, b) => `[${a}][ref]${b}`,
  emphasis: (a, b) => `*${a}*${b}`,
  'emphasis inside': (a, b) => `${a}**${b}**`,
  strikethrough: (a, b) => `~~${a}~~${b}`,
  'inline code': (a, b) => `\`${a}\`${b}`,
  'inline HTML': (a, b) => `<b class="x y">${a}</b>${b}`,
  'span with attributes': (a, b) => `${a}<span title="Some words" data-a='b'>${b}</span>`,
  wbr: (a, b) => `${a}<wbr>${b}`,
  'soft hyphen': (a, b) => `${a}\u00ad${b}`,
  'soft hyphen, named': (a, b) => `${a}&shy;${b}`,
  'zero-width joiner': (a, b) => `${a}\u200d${b}`,
  'named entity': (a, b) => `${a}&eacute;${b}`,
  'decimal entity': (a, b) => `${a}&#101;${b}`,
  'hexadecimal entity': (a, b) => `${a}&#x65;${b}`,
  escape: (a, b) => `${a}\\_${b}`,
  comment: (a, b) => `${a}<!-- some words -->${b}`,
  footnote: (a, b) => `${a}[^1]${b}`,
  'Liquid tag': (a, b) => `${a}{% assign x = "some words" %}${b}`,
  'Liquid output': (a, b) => `${a}{{ site.title }}${b}`,
  'Liquid comment': (a, b) => `${a}{% comment %}some words{% endcomment %}${b}`,
  shortcode: (a, b) => `${a}{{< ref "some/words" >}}${b}`,
  'shortcode in Markdown': (a, b) => `${a}{{% note %}}${b}`,
  'attribute list': (a, b) => `*${a}*{: .some #words}${b}`,
  'attribute list in braces': (a, b) => `[${a}](/x){.some target=_blank}${b}`,
  'JSX element': (a, b) => `<Term name="some words">${a}</Term>${b}`,
  'JSX expression': (a, b) => `${a}{/* some words */}${b}`,
  'JSX string': (a, b) => `{'${a}'}${b}`,
  'line break': (a, b) => `${a}\n${b}`,
  heading: (a, b) => `\n\n## [${a}](/x)${b} & *more*\n\n`,
  'heading with an id': (a, b) => `\n\n## text {#${a}-${b}}\n\n`,
  'table cell': (a, b) => `\n\n| x | y |\n|---|---|\n| *${a}*${b} | z |\n\n`,
  'HTML block': (a, b) => `\n\n<div>${a}<i>${b}</i></div>\n\n`,
  'image text': (a, b) => `![*${a}*${b}](/x.png)`,
  autolink: (a, b) => `<https://example.org/${a}${b}>`,
  'bare address': (a, b) => `https://${a}.example.org/${b}?q=%C3%A9`,
  'smart punctuation': (a, b) => `"${a}"--${b}...`,
  'code block': (a, b) => `\n\n\`\`\`js title="${a}&${b}"\n${a}_${b}()\n\`\`\`\n\n`,
  'list without spaces': (a, b) => `\n\n- [x] *${a}*${b}\n1. ${a}\n\n`,
  'nested marks': (a, b) => `[**\`${a}\`**](/x "y")*${b}*`,
};

const part = fc.oneof(
  fc.stringMatching(/^[a-z]{1,6}$/),
  fc.stringMatching(/^[a-z]{1,3}[0-9]{1,2}$/),
  fc.stringMatching(/^[À-ÖØ-öø-ÿ]{1,4}$/),
  fc.stringMatching(/^[а-я]{1,5}$/),
  fc.stringMatching(/^[一-十職業羞恥感有共鳴の]{1,4}$/),
  fc.stringMatching(/^[가-힣]{1,3}$/),
  fc.constantFrom('İ', 'ﬁ', 'ß', 'ŉ', '½', 'Ⅳ', '㏂', '𝒜', "o'", 'c++', 'é', 'e\u0301', 'กำ', 'हिन्दी', 'نَص'),
);

/** Where posts lie, for generators that look at that. */
const folders: Readonly<Record<string, string>> = {
  jekyll: '_posts',
  hexo: 'source/_posts',
  docusaurus: 'blog',
};

const blog = fc.record({
  generator: fc.constantFrom(
    ...(['jekyll', 'hugo', 'eleventy', 'hexo', 'docusaurus', 'vitepress', 'zola', 'plain'] as const),
  ),
  posts: fc.array(
    fc.record({
      extension: fc.constantFrom('md', 'md', 'mdx', 'html'),
      words: fc.array(fc.tuple(part, part, fc.constantFrom(...Object.keys(splits))), {
        minLength: 1,
        maxLength: 8,
      }),
    }),
    { minLength: 10, maxLength: 30 },
  ),
});

const toHex = (text: string): string => Buffer.from(text).toString('hex');

test('no words of a draft stop the build of posts that say them in parts', async () => {
  await fc.assert(
    fc.asyncProperty(blog, async ({ generator, posts }) => {
      const folder = folders[generator] ?? 'posts';
      const files = posts.map(({ extension, words }, at): [string, string] => {
        const [first = 'a', last = 'b'] = words[0] ?? [];
        const body = words.map(([a, b, name]) => splits[name]?.(a, b)).join(' and ');
        return [
          `${folder}/2020-01-01-one-${at}-${toHex(first)}.${extension}`,
          `---\ntitle: "*${first}*${last}"\ntags: ["${first}"]\ncategories: [x-${last.length}]\n---\n${body}\n\n[ref]: /ref\n\n[^1]: note\n`,
        ];
      });
      const said = posts
        .flatMap(({ words }) => words)
        .flatMap(([a, b]) => [toHex(a), ...['', 'e', 'é', '_', '-'].map((sign) => `${a}${sign}${b}`)]);
      const built = await createBlog({
        ...Object.fromEntries(files),
        [`${folder}/2020-01-02-two.md`]: `---\ntitle: Two\ndraft: true\n---\n${said.join(' ')} one two post posts\n`,
      });
      const report = await buildIndex(await built.config({ generator }), { now });
      // Not every generator makes posts of HTML or MDX.
      const reasons = report.skips.map(({ reason }) => reason).filter((reason) => reason !== 'not-a-post');
      expect(reasons).toEqual(['draft']);
      await rm(built.folder, { recursive: true });
    }),
    { numRuns: Number(process.env.HONEST_BUILDS ?? 3), endOnFailure: true },
  );
}, 120_000);

test('every way of writing a word in two parts is explained', async () => {
  const posts = Object.values(splits).map((split, at) => {
    const [latin, han] = [`mon${'abcdefgh'.charAt(at % 8)}`, String.fromCodePoint(0x4e00 + at)];
    const tail = `g${'ijklmnop'.charAt(at / 8)}se`;
    return {
      text: `${split(latin, tail)}, ${split('感', han)}.`,
      said: ['', 'e', 'é', '_'].map((sign) => `${latin}${sign}${tail} 感${sign}${han}`).join(' '),
    };
  });
  const built = await createBlog({
    ...Object.fromEntries(
      posts.map(({ text }, at) => [
        `${at}.md`,
        `---\ntitle: A\n---\nText ${text}\n\n[ref]: /ref\n\n[^1]: note\n`,
      ]),
    ),
    'b.md': `---\ntitle: B\ndraft: true\n---\n${posts.map(({ said }) => said).join('\n')}\n`,
  });
  expect((await buildIndex(await built.config(), { now })).indexed).toBe(posts.length);
  await rm(built.folder, { recursive: true });
});

test('words that configuration, folders, file names and authors’ files say are explained', async () => {
  const hidden =
    '---\ntitle: Zeta\ndraft: true\n---\nWombat Platypus cassowary numbat quokka yvette Bilby potoroo the-cassowary-page\n';
  const built = await createBlog({
    '../_config.yml':
      'title: Wombat\nlang: en\nauthor: Platypus\nbaseurl: /quokka\ndefaults:\n- scope: {path: ""}\n  values: {author: Platypus, tags: [numbat], series: Bilby}\n',
    'potoroo/_posts/2020-01-01-the-cassowary-page.md': '---\nlayout: post\n---\nSome text.\n',
    '_posts/2020-01-02-b.md': hidden,
  });
  const report = await buildIndex(await built.config({ posts: built.folder }), { now });
  expect(report.indexed).toBe(1);
  const engine = await openIndex(createFileSource(built.index));
  const { hits } = await engine.ask({
    text: '',
    filters: {},
    sort: 'date',
    limit: 1,
    offset: 0,
    facets: [],
    fuzzy: true,
    facetLimit: 100,
    facetContains: '',
    prefer: [],
    explain: false,
  });
  expect(hits[0]).toMatchObject({
    authors: ['Platypus'],
    tags: ['numbat'],
    url: expect.stringContaining('quokka'),
  });
  await rm(built.folder, { recursive: true });

  const docs = await createBlog({
    'docusaurus.config.js': 'export default { url: "https://example.org", baseUrl: "/" };\n',
    'blog/authors.yml': 'yl:\n  name: Yvette Wombat\n',
    'blog/2020-01-01-a.md': '---\ntitle: A\nauthors: [yl]\n---\ntext\n',
    'blog/2020-01-02-b.md': hidden,
  });
  expect((await buildIndex(await docs.config(), { now })).indexed).toBe(1);
  await rm(docs.folder, { recursive: true });
});

test('posts as lines are read apart too', async () => {
  const lines = [
    { url: '/a/', title: 'A', markdown: '[mon](/x)goose and un**believ**able' },
    { url: '/b/', title: 'B', draft: true, markdown: 'mongoose unbelievable' },
  ];
  const built = await createBlog({});
  async function* input(): AsyncGenerator<Uint8Array> {
    yield Buffer.from(lines.map((line) => JSON.stringify(line)).join('\n'));
  }
  const report = await buildIndex(await built.config(), { now, input: input() });
  expect(report.indexed).toBe(1);
  await rm(built.folder, { recursive: true });
});
