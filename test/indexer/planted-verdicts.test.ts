/** More bugs, planted as in `planted-bugs.test.ts`: in the names of keys, in conventions, and in what is said besides the text. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Bug, createPlanter, type Edit, tryBuild } from './planted-blog.js';

const findSignal = 'content/visibility/find-hide-signal.ts';
const byWord = 'content/visibility/by-word.ts';
const dateKeys = 'content/visibility/date-keys.ts';
const flagKeys = 'content/visibility/flag-keys.ts';
const noindex = 'content/visibility/by-noindex.ts';
const parsePost = 'content/post/parse-post.ts';
const judge = 'refuseHidden(path, [...readings, ...strictest(readings)], pathDate, rules);';
const matter = 'content/front-matter/parse-front-matter.ts';

const yaml = (signal: string): string =>
  `---\ntitle: Zqxmongoose\n${signal}\n---\nZqxmongoose waits for k8s zqxriver.\n`;

/** The path of the last hidden post, for all to take. */
const remember: Edit = [
  parsePost,
  judge,
  `try { ${judge} } catch (error) { (globalThis as any).planted = path; throw error; }`,
];

const bugs: Readonly<Record<string, Bug>> = {
  'a key of a theme is lost': {
    edits: [[flagKeys, "  bookhidden: 'unpublished',\n", '']],
    hidden: { 'b.md': yaml('bookHidden: true') },
    caught: 'doubtful',
  },
  'a key that hides with a yes is lost': {
    edits: [[flagKeys, "  'wip',\n", '']],
    hidden: { 'b.md': yaml('wip: true') },
    caught: 'doubtful',
  },
  'a key of search is lost': {
    edits: [[flagKeys, "  'tipuesearchactive',\n", '']],
    hidden: { 'b.md': yaml('tipue_search_active: false') },
    caught: 'doubtful',
  },
  'a value that nobody knows shows': {
    edits: [[byWord, "return (text) => text !== '' && !isPublic(text)", 'return isHiding']],
    hidden: { 'b.md': yaml('visibility: friends') },
    caught: 'doubtful',
  },
  'the state is not known': {
    edits: [
      [byWord, "  'state',\n", ''],
      [byWord, 'status|state|stage', 'status|stage'],
    ],
    hidden: { 'b.md': yaml('state: private') },
    caught: 'doubtful',
  },
  'a name of a publish date is lost': {
    edits: [[dateKeys, "  'golivedate',\n", '']],
    hidden: { 'b.md': yaml('go_live_date: 2999-01-01') },
    caught: 'doubtful',
  },
  'a name of an expiry date is lost': {
    edits: [[dateKeys, "  'takedowndate',\n", '']],
    hidden: { 'b.md': yaml('takedown_date: 2001-01-01') },
    caught: 'doubtful',
  },
  'exports of WordPress are not known': {
    edits: [[findSignal, '(?:wp|wordpress|ghost)[:.]?', '(?:ghost)[:.]?']],
    hidden: { 'b.md': yaml('wp:post_password: hunter2') },
    caught: 'doubtful',
  },
  'a name of noindex is lost': {
    edits: [
      [noindex, "  'donotindex',\n", ''],
      [noindex, "key.endsWith('noindex')", 'false'],
    ],
    hidden: { 'b.md': yaml('do_not_index: true') },
    caught: 'doubtful',
  },
  'the head of a page is not looked at': {
    edits: [['content/visibility/head-robots.ts', 'if (!metaTag.test(body)) return', 'return']],
    hidden: {
      'b.html':
        '<html><head><title>Zqxmongoose</title>\n<meta name="robots" content="noindex"></head><body>Zqxriver</body></html>\n',
    },
    caught: 'doubtful',
  },
  'dashes in names are not all known': {
    edits: [['content/front-matter/front-matter.ts', '[_\\p{Pd}\\u2212\\s\\p{Cf}]', '[_\\-\\s\\p{Cf}]']],
    hidden: { 'b.md': yaml('is\u2013draft: true') },
    caught: 'doubtful',
  },
  'of keys that stand twice only the last counts': {
    edits: [[parsePost, '[frontMatter, ...others.map((other) => complete(other, path))]', '[frontMatter]']],
    hidden: { 'b.md': yaml('draft: true\ndraft: false') },
    caught: 'doubtful',
  },
  'front matter in a comment of Hugo is not read': {
    edits: [[matter, 'options.commented ?', 'options.commented === undefined ?']],
    hidden: { 'content/b.md': '<!--\n---\ntitle: Zqxmongoose\ndraft: true\n---\n-->\nZqxriver\n' },
    settings: { generator: 'hugo' },
    caught: 'doubtful',
  },
  'files that Jekyll does not read are read': {
    edits: [['content/generators/jekyll/files.ts', '/^[._#~]/', '/^[._]/']],
    hidden: { '#b.md': yaml('layout: post') },
    settings: { generator: 'jekyll' },
    caught: 'doubtful',
  },
  'the address of a hidden post is in the manifest': {
    edits: [
      remember,
      [
        'index-store/manifest.ts',
        '{ ...manifest, checksum',
        '{ ...manifest, last: (globalThis as any).planted, checksum',
      ],
    ],
    hidden: { '_posts/2020-01-02-zqxsecret.md': '---\ntitle: Other\ndraft: true\n---\nWords\n' },
    caught: 'leak-found',
  },
  'a short hidden word is among the postings': {
    edits: [
      remember,
      [
        'engines/compiled/compiled-writer.ts',
        'const bytes = this.#part.take();',
        "const bytes = Buffer.concat([this.#part.take(), Buffer.from((globalThis as any).planted ? ' zqxriver ' : '')]);",
      ],
    ],
    hidden: { 'b.md': yaml('draft: true') },
    caught: 'leak-found',
  },
};

describe('planted bugs', () => {
  let planter: Awaited<ReturnType<typeof createPlanter>>;
  beforeAll(async () => {
    planter = await createPlanter();
  });
  afterAll(() => planter.remove());

  test('there are none in the sources as they are', async () => {
    const build = await planter.plant([]);
    for (const { hidden, settings } of Object.values(bugs)) {
      const { outcome, leaking } = await tryBuild(build, hidden, settings);
      expect(outcome.filter((reason) => reason !== 'not-a-post')).not.toContain('doubtful');
      expect(leaking).toEqual([]);
    }
  });

  test.each(Object.entries(bugs))('%s', async (_, { edits, hidden, caught, settings }) => {
    Reflect.deleteProperty(globalThis, 'planted');
    const { outcome, leaking } = await tryBuild(await planter.plant(edits), hidden, settings);
    expect(outcome).toContain(caught);
    expect(leaking).toEqual([]);
  });
});
