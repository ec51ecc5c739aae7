/**
 * A small blog for contract and unit tests: posts made of what a test says, the rest plain.
 * @module
 */
import type { Post } from '../../src/domain/post.js';

export const createPost = (post: Partial<Post> & { readonly id: string }): Post => ({
  url: `/${post.id.replace(/\.md$/, '')}/`,
  title: 'A post',
  language: 'en',
  tags: [],
  categories: [],
  authors: [],
  text: '',
  headings: [],
  code: [],
  ...post,
});

export const toDate = (day: string) => ({ day, timestamp: Date.parse(`${day}T12:00:00Z`) / 1_000 });

const spark =
  'Why Spark is slow\nSpark spills to disk when memory runs out.\nShuffle partitions\nRaise spark.sql.shuffle.partitions.';

export const blog: readonly Post[] = [
  createPost({
    id: '2019-05-01-spark.md',
    title: 'Tuning Spark',
    date: toDate('2019-05-01'),
    tags: ['Spark', 'performance'],
    categories: ['engineering'],
    authors: ['Ada'],
    series: 'The cluster',
    text: spark,
    headings: [
      { level: 2, text: 'Why Spark is slow', anchor: 'why-spark-is-slow', start: 0, end: 17 },
      { level: 2, text: 'Shuffle partitions', anchor: 'shuffle-partitions', start: 61, end: 79 },
    ],
    code: [{ start: 86, end: spark.length - 1 }],
  }),
  createPost({
    id: '2020-02-10-dask.md',
    title: 'From Spark to Dask',
    date: toDate('2020-02-10'),
    tags: ['dask', 'spark', 'cloud'],
    categories: ['engineering', 'notes'],
    authors: ['Ada', 'Grace'],
    series: 'the cluster',
    image: '/dask.png',
    text: 'Dask schedules tasks of plain Python. A cluster of Dask workers replaced our Spark jobs.',
  }),
  createPost({
    id: '2021-11-30-bills.md',
    title: 'Cloud bills',
    date: toDate('2021-11-30'),
    tags: ['cloud', 'money'],
    categories: ['notes'],
    series: 'Money',
    text: 'Our Kubernetes cluster idles at night. Bills fell by half. The café next door has C# and node.js meetups.',
  }),
  createPost({
    id: 'about.md',
    title: 'About',
    tags: ['Cloud'],
    text: 'Notes of a data engineer who likes Rust and snakes.',
  }),
  createPost({
    id: 'de/2020-03-01-speicher.md',
    title: 'Speicher und Straßen',
    language: 'de',
    date: toDate('2020-03-01'),
    tags: ['cloud', 'speicher'],
    categories: ['notizen'],
    authors: ['ada'],
    text: 'Spark braucht Speicher. Die Straße zum Rechenzentrum ist lang.',
  }),
  createPost({
    id: 'ja/2022-01-01-neko.md',
    title: 'データベースの使い方',
    language: 'ja',
    date: toDate('2022-01-01'),
    tags: ['データ'],
    text: '猫とデータベースの使い方について書きました。Sparkも使います。',
  }),
  createPost({
    id: '2018-01-01-gone.md',
    title: 'Spark conference',
    date: toDate('2018-01-01'),
    expires: Date.UTC(2018, 5, 1) / 1_000,
    tags: ['conference'],
    text: 'The Spark conference is in May.',
  }),
  createPost({
    id: '2024-05-01-later.md',
    title: 'Meetup',
    date: toDate('2024-05-01'),
    expires: Date.UTC(2030, 0, 1) / 1_000,
    tags: ['conference'],
    text: 'A meetup about Kubernetes operators.',
  }),
];
