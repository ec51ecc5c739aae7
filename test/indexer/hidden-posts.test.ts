import { createHash } from 'node:crypto';
import { rm } from 'node:fs/promises';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { SearchQuery } from '../../src/domain/search.js';
import { createFileSource } from '../../src/index-store/file-source.js';
import { buildIndex } from '../../src/indexer/index.js';
import { openIndex } from '../../src/reader/open-index.js';
import { createBlog, readFiles } from './blog-folder.js';

const now = new Date('2026-01-01T00:00:00Z');

/** Lines of YAML front matter, each of which hides a post in one generator's spelling or another. */
const signals = [
  ...['true', 'yes', '"true"', '1', 'on', 'True', 'y', 'maybe'].map((value) => `draft: ${value}`),
  ...['false', 'no', '"false"', 'off', '0', 'never', 'hmm', ''].map((value) => `published: ${value}`),
  ...[
    '2999-01-01',
    '2999/1/2',
    '"2999-01-01 10:00:00 +0200"',
    'January 9, 2999',
    '29990101',
    '2999-01-01T00:00:00Z',
  ].flatMap((date) => ['date', 'publishDate', 'pubDate'].map((key) => `${key}: ${date}`)),
  ...['2001-01-01', '2001-01-01T00:00:00Z', 'not a date'].flatMap((date) =>
    ['expiryDate', 'expires', 'unpublish_on'].map((key) => `${key}: ${date}`),
  ),
  ...[
    'date: someday',
    'unlisted: true',
    'publish: false',
    'permalink: false',
    'eleventyExcludeFromCollections: true',
  ],
  ...[
    'build:\n  render: never',
    '_build:\n  list: never',
    'headless: true',
    'private: yes',
    'hidden: true',
    'hide: true',
  ],
  ...[
    'status: draft',
    'status: Private',
    'password: abc',
    'search: false',
    'pagefind: false',
    'searchable: no',
  ],
  ...[
    'params:\n  draft: true',
    'sitemap: x\nsearch:\n  exclude: true',
    'DRAFT: true',
    'is_draft: true',
    'visible: false',
  ],
] as const;

type Source = (words: string, signal: string) => readonly [path: string, text: string];

const body = (words: string): string => `\n## ${words}\n\nA ${words} [${words}](/${words}) \`${words}\`.\n`;
const yaml = (words: string, signal: string): string =>
  `---\ntitle: The ${words}\ntags: [${words}]\n${signal}\n---\n${body(words)}`;

/** Posts that are hidden; `words` stand in path, front matter and text. */
const hidden: Readonly<Record<string, Source>> = {
  signal: (words, signal) => [`2020-01-01-${words}.md`, yaml(words, signal)],
  html: (words, signal) => [`2020-01-01-${words}.html`, yaml(words, signal)],
  mdx: (words, signal) => [`2020-01-01-${words}.mdx`, yaml(words, signal)],
  'drafts folder': (words) => [`_drafts/2020-01-01-${words}.md`, yaml(words, 'layout: post')],
  toml: (words) => [`2020-01-01-${words}.md`, `+++\ntitle = "${words}"\ndraft = true\n+++\n${body(words)}`],
  'toml date': (words) => [
    `2020-01-01-${words}.md`,
    `+++\ntitle = "${words}"\ndate = 2999-01-01\n+++\n${body(words)}`,
  ],
  json: (words) => [`2020-01-01-${words}.md`, `{"title": "${words}", "draft": true}\n${body(words)}`],
  program: (words) => [
    `2020-01-01-${words}.md`,
    `---js\nmodule.exports = {title: "${words}"}\n---\n${body(words)}`,
  ],
  unclosed: (words) => [`2020-01-01-${words}.md`, `---\ntitle: ${words}\ndraft: false\n${body(words)}`],
  malformed: (words) => [`2020-01-01-${words}.md`, `---\ntitle: [${words}\n---\n${body(words)}`],
  twice: (words) => [`2020-01-01-${words}.md`, yaml(words, 'draft: false\ndraft: true')],
  'not UTF-8': (words) => [`2020-01-01-${words}.md`, `\ud800${yaml(words, '')}`],
};

/** Letters that stand in no word of front matter, and so far from each other that none is a misspelling of another. */
const token = fc
  .nat()
  .map((seed) => `zq${createHash('sha256').update(String(seed)).digest('hex').slice(0, 14)}`)
  .map((text) => text.replace(/\d/g, (digit) => 'ghijklmnop'.charAt(Number(digit))));

const blog = fc.record({
  generator: fc.constantFrom(
    'jekyll',
    'hugo',
    'eleventy',
    'hexo',
    'docusaurus',
    'vitepress',
    'zola',
    'plain',
  ),
  shown: fc.uniqueArray(token, { minLength: 1, maxLength: 3 }),
  hidden: fc.uniqueArray(
    fc.record({
      words: token,
      source: fc.oneof(
        { weight: 3, arbitrary: fc.constant('signal') },
        { weight: 2, arbitrary: fc.constantFrom(...Object.keys(hidden)) },
      ),
      signal: fc.constantFrom(...signals),
    }),
    { minLength: 1, maxLength: 6, selector: ({ words }) => words },
  ),
});

const query = (text: string): SearchQuery => ({
  text,
  filters: {},
  sort: 'relevance',
  limit: 1,
  offset: 0,
  facets: [],
  fuzzy: true,
  facetLimit: 100,
  facetContains: '',
  prefer: [],
  explain: false,
});

/** A lone surrogate stands for a byte that is no UTF-8. */
const toBytes = (text: string): Uint8Array =>
  Buffer.concat(
    text.split('\ud800').flatMap((part, at) => [...(at > 0 ? [Buffer.from([0xff])] : []), Buffer.from(part)]),
  );

test('no word that only hidden posts have is anywhere in the index', async () => {
  await fc.assert(
    fc.asyncProperty(blog, async ({ generator, shown, hidden: posts }) => {
      fc.pre(!posts.some(({ words }) => shown.includes(words)));
      const files = [
        ...shown.map((words) => [`2020-02-02-${words}.md`, yaml(words, 'date: 2020-02-02')] as const),
        ...posts.flatMap(({ words, source, signal }) => {
          const entry = hidden[source]?.(words, signal);
          return entry === undefined ? [] : [entry];
        }),
      ];
      const built = await createBlog(Object.fromEntries(files.map(([path, text]) => [path, toBytes(text)])));
      const report = await buildIndex(await built.config({ generator }), { now });
      expect(report.found).toBe(files.length);
      expect(report.indexed + report.skips.length).toBe(report.found);
      expect(report.indexed).toBe(shown.length);
      const engine = await openIndex(createFileSource(built.index), { now: () => now.getTime() });
      for (const words of shown) expect((await engine.ask(query(words))).total).toBe(1);
      for (const { words } of posts) expect((await engine.ask(query(words))).total, words).toBe(0);
      for (const [path, bytes] of await readFiles(built.index)) {
        const text = `${path}\n${bytes.toString('latin1')}`.toLowerCase();
        for (const { words } of posts) expect(text.includes(words), `${words} in ${path}`).toBe(false);
      }
      await rm(built.folder, { recursive: true });
    }),
    { numRuns: 40 },
  );
});

test.each(signals)('every spelling hides by itself: %j', async (signal) => {
  const built = await createBlog({
    '2020-01-01-a.md': yaml('zqhidden', signal),
    '2020-01-02-b.md': yaml('zqshown', 'date: 2020-01-02'),
  });
  const report = await buildIndex(await built.config(), { now });
  expect(report.skips).toHaveLength(1);
  expect(report.indexed).toBe(1);
});
