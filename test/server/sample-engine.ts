import type { Post } from '../../src/domain/post.js';
import type { SearchEngine } from '../../src/domain/search.js';
import { createEngineOfPosts } from '../contract/engine-of-posts.js';

/** A post with sensible values for what the test does not care about. */
export const createPost = (post: Partial<Post> & Pick<Post, 'id' | 'title' | 'text'>): Post => ({
  url: `/${post.id.replace(/\.md$/, '')}/`,
  language: 'en',
  tags: [],
  categories: [],
  authors: [],
  headings: [],
  code: [],
  ...post,
});

const toDate = (day: string) => ({ day, timestamp: Date.parse(`${day}T12:00:00Z`) / 1000 });

export const samplePosts: readonly Post[] = [
  createPost({
    id: '2019/dask or spark.md',
    title: 'Dask or Spark',
    text: 'The first job\nDask ran the job in nine minutes and Spark in eleven, on the same cloud machines.',
    headings: [{ level: 2, text: 'The first job', anchor: 'the-first-job', start: 0, end: 13 }],
    date: toDate('2019-08-05'),
    tags: ['dask', 'spark', 'cloud'],
    categories: ['blog'],
  }),
  createPost({
    id: '2020/cloud-bill.md',
    title: 'The cloud bill in five queries',
    text: 'Most of the bill was storage that nobody read. Spark logs were a third of it.',
    date: toDate('2020-09-14'),
    tags: ['cloud', 'sql'],
    categories: ['blog'],
  }),
  createPost({
    id: '2021/rust.md',
    title: 'One parser in Rust',
    text: 'A parser for logs, rewritten in Rust over a weekend and measured for a month.',
    date: toDate('2021-03-07'),
    tags: ['rust'],
    categories: ['notes'],
  }),
  createPost({
    id: '2021/sketches.md',
    title: 'Counting without counting',
    text: 'Sketches count different devices in a stream with a few kilobytes of memory.',
    date: toDate('2021-05-10'),
    tags: ['algorithms'],
    categories: ['notes'],
  }),
  createPost({
    id: '2022/zeit.md',
    title: 'Die Stunde, die es zweimal gab',
    text: 'Im Herbst gibt es eine Stunde zweimal, und die Cloud weiß nicht, welche gemeint war.',
    language: 'de',
    date: toDate('2022-10-26'),
    tags: ['cloud'],
    categories: ['blog'],
  }),
  createPost({ id: 'about.md', title: 'About these notes', text: 'Who writes here, and why.' }),
];

/** An engine over posts held in memory, at a time when none has expired. */
export const createSampleEngine = (posts: readonly Post[] = samplePosts): Promise<SearchEngine> =>
  createEngineOfPosts(posts, { now: Date.parse('2024-01-01') });
