import { access } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import type { Post } from '../../src/domain/post.js';
import { manifestPath } from '../../src/index-store/layout.js';
import { buildIndex } from '../../src/indexer/build-index.js';
import { type CreatedIndex, createIndex } from '../../src/indexer/create-index.js';
import { createPage } from '../../src/indexer/create-page.js';
import { createApartReader } from '../../src/indexer/leak-check/apart-reader.js';
import { checkLeaks, findLeaks, type LeakCheck } from '../../src/indexer/leak-check/leak-check.js';
import { readOwnWords } from '../../src/indexer/leak-check/own-words.js';
import { readWrittenWords } from '../../src/indexer/leak-check/written-words.js';
import { openPosts } from '../../src/indexer/open-posts.js';
import { toOpinionRules } from '../../src/indexer/read-post.js';
import { readPosts } from '../../src/indexer/read-posts.js';
import { createBlog, readFiles } from './blog-folder.js';

const publicPost =
  '---\ntitle: Gardens\nlang: en\ntags: [plants]\n---\nWords about gardens and a minisearch.\n';
const draft = (words: string): string => `---\ntitle: Zanzibar\ndraft: true\nlang: en\n---\n${words}\n`;

const now = new Date('2026-01-01');

const filesOf = (index: CreatedIndex): LeakCheck['files'] => [
  ...index.files,
  { path: manifestPath, bytes: index.manifest },
];

/** The posts that are indexed, whole. */
const readAll = async ({
  content,
  indexed,
}: Pick<LeakCheck, 'content' | 'indexed'>): Promise<readonly Post[]> => {
  const outcomes = await Promise.all(indexed.map(({ source }) => content.read(source)));
  return outcomes.flatMap((outcome) => (outcome.kind === 'post' ? [outcome.post] : []));
};

/** @param change what goes wrong between the posts that were read and the index that is made of them */
const leaksOf = async (
  files: Readonly<Record<string, string>>,
  change: (posts: readonly Post[]) => readonly Post[] = (posts) => posts,
): Promise<LeakCheck> => {
  const blog = await createBlog(files);
  const config = await blog.config();
  const own = await readOwnWords({ title: config.title }, ['en']);
  const content = await openPosts(config, now);
  const { indexed, skipped } = await readPosts(content, toOpinionRules(config, content, now));
  const index = await createIndex(change(await readAll({ content, indexed })));
  const written = [...filesOf(index), ...(await createPage({ title: config.title }, 'en'))];
  return { files: written, own, indexed, skipped, content, apart: createApartReader({ config, now }) };
};

const termsOf = async (check: LeakCheck): Promise<readonly string[]> => {
  try {
    return (await findLeaks(check)).map(({ term }) => term);
  } finally {
    await check.apart.close();
  }
};

const found = async (...blog: Parameters<typeof leaksOf>): Promise<readonly string[]> =>
  termsOf(await leaksOf(...blog));

describe('a planted leak is found', () => {
  const files = { 'a.md': publicPost, 'b.md': draft('A mongoose waits in gardens. 秘密計画') };
  const planted: readonly (readonly [string, Partial<Post>, readonly string[]])[] = [
    ['in a text', { text: 'gardens mongoose' }, ['mongoose']],
    ['in a title', { title: 'The Mongoose' }, ['mongoose']],
    ['in a tag', { tags: ['plants', 'mongoose'] }, ['mongoose']],
    ['in a URL', { url: '/mongoose/' }, ['mongoose']],
    ['in a category', { categories: ['mongoose'] }, ['mongoose']],
    ['in an id', { id: 'mongoose.md' }, ['mongoose']],
    ['after a JSON escape', { text: 'x\nmongoose\\mongoose' }, ['mongoose']],
    ['without spaces between words', { text: '秘密計画' }, ['密計', '秘密', '計画']],
  ];
  test.each(planted)('%s', async (_, change, terms) => {
    expect(await found(files, (posts) => posts.map((post) => ({ ...post, ...change })))).toEqual(terms);
  });

  test('as a whole post beside the public ones', async () => {
    const leaked = await leaksOf(files);
    const [post] = await readAll(leaked);
    if (post === undefined) throw new Error('the public post is indexed');
    const index = await createIndex([post, { ...post, id: 'z', url: '/z/', text: 'a mongoose waits' }]);
    expect(await termsOf({ ...leaked, files: filesOf(index) })).toEqual(['mongoose', 'waits']);
  });

  test('in a dictionary whose bytes do not show it', async () => {
    const leaked = await leaksOf(files);
    const change = (posts: readonly Post[]) => posts.map((post) => ({ ...post, text: 'monday mongoose' }));
    const index = await createIndex(change(await readAll(leaked)), undefined, {
      minisearch: false,
    });
    const dictionary = filesOf(index).filter(({ path }) =>
      /^(?:manifest\.json$|en\/(?:terms|words)-)/.test(path),
    );
    expect(Buffer.concat(dictionary.map(({ bytes }) => bytes)).includes('mongoose')).toBe(false);
    expect(await termsOf({ ...leaked, files: dictionary })).toEqual(['mongoose']);
  });

  test.each(['hunter2', 'k8s', 'c4', '2fa', 'ox', '4711471', '鍵'])(
    'a short word or one with digits: %s',
    async (word) => {
      const blog = { 'a.md': publicPost, 'b.md': draft(`The ${word} waits. 鍵鍵`) };
      const leak = word === '鍵' ? '鍵鍵' : word;
      expect(await found(blog, (posts) => posts.map((post) => ({ ...post, tags: [leak] })))).toEqual([leak]);
      expect(await found(blog, (posts) => posts.map((post) => ({ ...post, text: `x ${leak}` })))).toEqual([
        leak,
      ]);
      expect(await found(blog)).toEqual([]);
    },
  );

  test.each([
    'index.html',
    'lookback.js',
    'assets/lookback-0123456789abcdef.js',
    'assets/lookback-0123456789abcdef.css',
    'manifest.json',
    'en/tags-0123456789abcdef.json',
    'en/posts/0123456789abcdef/0.json',
    'en/something.new',
  ])('in a file that would be written: %s', async (path) => {
    const leaked = await leaksOf(files);
    const planted = [...leaked.files.filter((file) => file.path !== path)];
    const before = leaked.files.find((file) => file.path === path)?.bytes ?? new Uint8Array();
    planted.push({ path, bytes: Buffer.concat([before, Buffer.from('"mongoose"')]) });
    expect(await termsOf({ ...leaked, files: planted })).toEqual(['mongoose']);
  });

  test('and named by file and post, with one word of it', async () => {
    const leaked = await leaksOf(files, (posts) =>
      posts.map((post) => ({ ...post, title: 'Mongoose waits' })),
    );
    await expect(checkLeaks(leaked)).rejects.toMatchObject({
      code: 'leak-found',
      file: expect.stringMatching(/posts\/b\.md$/),
      message: expect.stringMatching(
        /^the word “mongoose” .* \(draft\) would stand in (?:en\/.*|manifest\.json), and 1 more$/,
      ),
    });
    await expect(checkLeaks(leaked)).rejects.not.toMatchObject({ message: expect.stringContaining('waits') });
    await leaked.apart.close();
  });
});

describe('what is public is no leak', () => {
  test('words that only the key of a title has', async () => {
    const title = publicPost.replace('Gardens', "Dos and don'tables");
    expect(await found({ 'page-one.md': title, 'b.md': draft('tables of words') })).toEqual([]);
  });

  test('letters that the bytes of a root happen to be are no words', async () => {
    const index = await createIndex(await readAll(await leaksOf({ '_posts/2020-01-01-a.md': publicPost })));
    const written = [...readWrittenWords(filesOf(index))].filter(({ path }) => path === manifestPath);
    const roots = index.shards.flatMap(({ root }) => ('base64' in root ? [root.base64] : []));
    expect(roots).toHaveLength(1);
    const said = written.map((words) => ('text' in words ? words.text : words.terms.join('\n'))).join('\n');
    for (const root of roots) expect(said).not.toContain(root.slice(0, 16));
  });

  test.each([
    ['words of both', publicPost, 'Words about GARDENS.'],
    ['words inside markup', 'Un<b>believ</b>able caf&eacute;, `node`.js', 'unbelievable café'],
    ['words of anchors', '## Node.js & C++\n\ntext', 'nodejs'],
    ['words of file names', 'text', 'posts page'],
    [
      'words of the format',
      'text',
      'lookback minisearch manifest catalog documents heading anchor version und',
    ],
    ['numbers, hashes and short words', 'text', 'abc 12345678 deadbeef0 cafe1'],
    ['words of the page', 'text', 'search results function const button input color margin aria fetch'],
  ])('%s', async (_, shown, hidden) => {
    expect(await found({ 'page-one.md': shown, 'b.md': draft(hidden) })).toEqual([]);
  });

  test('words of other files that are no posts, and of posts that lost their URL', async () => {
    const files = {
      'a.md': publicPost,
      'c.md': publicPost.replace('gardens', 'gardens mongoose').replace('lang', 'permalink: /a\nlang'),
      'b.md': draft('hidden'),
    };
    expect(await found(files, (posts) => posts.map((post) => ({ ...post, text: 'mongoose' })))).toEqual([]);
  });
});

test('a build with a leak writes nothing, and the index that was there answers on', async () => {
  const blog = await createBlog({ 'a.md': publicPost });
  await buildIndex(await blog.config());
  const before = await readFiles(blog.index);
  await blog.write('b.md', draft('A mongoose.'));
  await blog.write('c.md', publicPost.replace('gardens', 'gardens, a mongoose'));
  // The author withdraws the word while the build runs: what was read is not what may be seen any more.
  const withdraw = async (): Promise<void> => blog.write('c.md', publicPost);
  const pending: Promise<void>[] = [];
  const build = buildIndex(await blog.config(), {
    ledger: { file: `${blog.folder}/ledger.ndjson`, relativeTo: blog.folder },
    onProgress: (done, total) => void (done === total && pending.push(withdraw())),
  });
  await expect(build).rejects.toMatchObject({ code: 'leak-found' });
  await Promise.all(pending);
  expect(await readFiles(blog.index)).toEqual(before);
  await expect(access(`${blog.folder}/ledger.ndjson`)).rejects.toThrow();
});
