import { access } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import type { Post } from '../../src/domain/post.js';
import { buildIndex, openPosts } from '../../src/indexer/build-index.js';
import { createIndex } from '../../src/indexer/create-index.js';
import { checkLeaks, findLeaks } from '../../src/indexer/leak-check.js';
import { readPosts } from '../../src/indexer/read-posts.js';
import { createBlog, readFiles } from './blog-folder.js';

const publicPost =
  '---\ntitle: Gardens\nlang: en\ntags: [plants]\n---\nWords about gardens and a minisearch.\n';
const draft = (words: string): string => `---\ntitle: Zanzibar\ndraft: true\nlang: en\n---\n${words}\n`;

/** @param change what goes wrong between the posts that were read and the index that is made of them */
const leaksOf = async (
  files: Readonly<Record<string, string>>,
  change: (posts: readonly Post[]) => readonly Post[] = (posts) => posts,
) => {
  const blog = await createBlog(files);
  const content = await openPosts(await blog.config(), new Date('2026-01-01'));
  const { indexed, skipped } = await readPosts(content);
  const index = await createIndex(change(indexed.map(({ post }) => post)));
  return { index, indexed, skipped, content };
};

const found = async (...blog: Parameters<typeof leaksOf>): Promise<readonly string[]> =>
  (await findLeaks(await leaksOf(...blog))).map(({ term }) => term);

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
    const [post] = leaked.indexed.map((record) => record.post);
    if (post === undefined) throw new Error('the public post is indexed');
    const index = await createIndex([post, { ...post, id: 'z', url: '/z/', text: 'a mongoose waits' }]);
    expect((await findLeaks({ ...leaked, index })).map(({ term }) => term)).toEqual(['mongoose', 'waits']);
  });

  test('in a dictionary whose bytes do not show it', async () => {
    const leaked = await leaksOf(files);
    const index = { ...leaked.index, dictionaries: [{ language: 'en', terms: ['mongoose'] }] };
    expect(await findLeaks({ ...leaked, index })).toMatchObject([{ term: 'mongoose' }]);
  });

  test('and named by file and post, with one word of it', async () => {
    const leaked = await leaksOf(files, (posts) =>
      posts.map((post) => ({ ...post, title: 'Mongoose waits' })),
    );
    await expect(checkLeaks(leaked)).rejects.toMatchObject({
      code: 'leak-found',
      file: expect.stringMatching(/posts\/b\.md$/),
      message: expect.stringMatching(
        /^the word “mongoose” .* \(draft\) would stand in .*en\/.*, and 1 more$/,
      ),
    });
    await expect(checkLeaks(leaked)).rejects.not.toMatchObject({ message: expect.stringContaining('waits') });
  });
});

describe('what is public is no leak', () => {
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
