import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Post } from '../../src/domain/post.js';
import type { SearchEngine, Suggestion, SuggestQuery } from '../../src/domain/search.js';
import { toSuggestQuery } from '../../src/query/suggest-query.js';
import { createEngineOfPosts as createMiniSearchEngine } from '../contract/engine-of-posts.js';
import { blog, createPost, toDate } from '../contract/posts.js';
import { openRanked, toAsked } from './ranked-posts.js';
import '../property-seed.js';

const plain = ({ segments }: Suggestion): string => segments.map(({ text }) => text).join('');
const marked = ({ segments }: Suggestion): readonly string[] =>
  segments.flatMap(({ text, highlighted }) => (highlighted ? [text] : []));

const suggest = async (engine: SearchEngine, text: string, rest: Partial<SuggestQuery> = {}) =>
  engine.suggest({ ...toSuggestQuery(text), ...rest });

/** A post with headings as its text. */
const withHeadings = (post: Parameters<typeof createPost>[0], headings: readonly string[]): Post => {
  const starts = headings.map((_, at) => headings.slice(0, at).join('\n').length + Math.min(at, 1));
  return createPost({
    ...post,
    text: headings.join('\n'),
    headings: headings.map((text, at) => ({
      level: 2,
      text,
      anchor: `h${at}`,
      start: starts[at] ?? 0,
      end: (starts[at] ?? 0) + text.length,
    })),
  });
};

describe.each([
  ['our engine', openRanked],
  ['MiniSearch', createMiniSearchEngine],
] as const)('suggestions of %s', (_, open) => {
  const texts = async (posts: readonly Post[], text: string, rest?: Partial<SuggestQuery>) =>
    (await suggest(await open(posts), text, rest)).map(plain);

  test('are titles, headings and tags, with all that leads to them', async () => {
    const found = await suggest(await open(blog), 'spark', { languages: ['en'] });
    expect(found).toContainEqual({
      kind: 'tag',
      segments: [{ text: 'Spark', highlighted: true }],
      text: 'tag:Spark',
    });
    expect(found).toContainEqual({
      kind: 'title',
      segments: [
        { text: 'Tuning ', highlighted: false },
        { text: 'Spark', highlighted: true },
      ],
      text: 'Tuning Spark',
      url: '/2019-05-01-spark/',
      language: 'en',
    });
    expect(found).toContainEqual({
      kind: 'heading',
      segments: [
        { text: 'Why ', highlighted: false },
        { text: 'Spark', highlighted: true },
        { text: ' is slow', highlighted: false },
      ],
      text: 'Why Spark is slow',
      url: '/2019-05-01-spark/#why-spark-is-slow',
      language: 'en',
    });
  });

  test('hold what the last word begins, even where it is a word itself', async () => {
    const posts = ['Java in the kitchen', 'JavaScript', 'Coffee'].map((title, at) =>
      createPost({ id: `${at}`, title, tags: ['javanese', 'java-script'] }),
    );
    expect(await texts(posts, 'java')).toEqual(
      expect.arrayContaining(['Java in the kitchen', 'JavaScript', 'javanese', 'java-script']),
    );
    expect(await texts(posts, 'java kitchen')).toEqual(['Java in the kitchen']);
  });

  test('forgive misspellings, in tags too', async () => {
    const posts = [createPost({ id: 'a', title: 'Clusters', tags: ['kubernetes'] })];
    expect(await texts(posts, 'kubernets')).toEqual(['kubernetes']);
    expect(await texts(posts, 'clustres')).toEqual(['Clusters']);
  });

  test('hold the words in any order, and most of them where nothing holds all', async () => {
    const posts = [
      createPost({ id: 'a', title: 'Raising shuffle partitions' }),
      createPost({ id: 'b', title: 'Partitions' }),
    ];
    expect(await texts(posts, 'partitions shuffle')).toEqual(['Raising shuffle partitions']);
    expect(await texts(posts, 'shuffle lamps partitions')).toEqual(['Raising shuffle partitions']);
    expect(await texts(posts, 'lamps partitions')).toEqual([]);
  });

  test('begin with what was typed first, then tags, titles, headings; none twice', async () => {
    const posts = [
      withHeadings({ id: 'a', title: 'Lamps and cups', tags: ['old cups', 'cups'] }, [
        'The cups',
        'Cups for tea',
      ]),
      createPost({ id: 'b', title: 'Cups', tags: ['cups', 'CÜPS'] }),
    ];
    expect(await texts(posts, 'cups')).toEqual([
      'cups',
      'Cups for tea',
      'old cups',
      'Lamps and cups',
      'The cups',
    ]);
  });

  test('are tags to a third, where there is enough else, those of most posts', async () => {
    const tags = ['cloud a', 'cloud b', 'cloud c', 'cloud d'];
    const posts = Array.from({ length: 9 }, (_none, at) =>
      createPost({ id: `${at}`, title: `About cloud ${at}`, tags: at === 0 ? tags : tags.slice(2) }),
    );
    const kinds = (await suggest(await open(posts), 'cloud', { limit: 6 })).map(({ kind }) => kind);
    expect(kinds.toSorted()).toEqual(['tag', 'tag', 'title', 'title', 'title', 'title']);
    expect((await texts(posts, 'cloud', { limit: 6 })).slice(0, 2)).toEqual(['cloud c', 'cloud d']);
    const [first] = posts;
    expect(await texts(first ? [first] : [], 'cloud', { limit: 6 })).toHaveLength(5);
  });

  test('are not changed by a first letter behind other words', async () => {
    const posts = [
      createPost({ id: 'a', title: 'Announcing lamps' }),
      createPost({ id: 'b', title: 'C', text: 'Announcing' }),
    ];
    expect(await texts(posts, 'announcing c')).toEqual(['Announcing lamps']);
    expect(await texts(posts, 'c')).toEqual(['C']);
  });

  test('are of the languages asked, in every script', async () => {
    expect(await texts(blog, 'データ', { languages: ['ja'] })).toEqual(['データ', 'データベースの使い方']);
    expect(await texts(blog, 'データ', { languages: ['de'] })).toEqual([]);
    expect(await texts(blog, 'strasse')).toEqual(['Speicher und Straßen']);
  });

  test.each(['', '  ', '?!', '-spark', 'tag:cloud', 'spark tag:cloud', 'title:spark', 'spark OR dask'])(
    'are none for %j',
    async (text) => {
      expect(await texts(blog, text)).toEqual([]);
    },
  );

  test('are as many as asked for at the most, and none for nothing', async () => {
    expect(await texts(blog, 'spark', { limit: 2 })).toHaveLength(2);
    expect(await texts(blog, 'spark', { limit: 0 })).toEqual([]);
  });

  test('know nothing of what has expired', async () => {
    expect(await texts(blog, 'conference')).toEqual(['conference']);
    const gone = blog.filter(({ id }) => id !== '2024-05-01-later.md');
    expect(await texts(gone, 'conference')).toEqual([]);
  });

  test('end when nobody waits for them any more', async () => {
    const engine = await open(blog);
    const signal = AbortSignal.abort(new Error('left'));
    await expect(engine.suggest(toSuggestQuery('spark'), { signal })).rejects.toThrow('left');
  });
});

describe('the address of a heading', () => {
  test('has its anchor, where it has one', async () => {
    const [post] = [withHeadings({ id: 'a', title: 'Tea', url: '/tea/#top' }, ['Größe "x"', 'Kettles'])];
    const headings = post.headings.map((heading, at) => ({ ...heading, anchor: ['größe', ''][at] ?? '' }));
    const engine = await openRanked([{ ...post, headings }]);
    expect((await suggest(engine, 'größe')).map(({ url }) => url)).toEqual(['/tea/#gr%C3%B6%C3%9Fe']);
    expect((await suggest(engine, 'kettles')).map(({ url }) => url)).toEqual(['/tea/#top']);
  });
});

test('what a suggestion asks is on one line, in quotes where it would be more than words', async () => {
  const engine = await openRanked([
    withHeadings({ id: 'a', title: 'Kettles  and\tlamps' }, ['Kettles: "tea" (or -coffee)']),
  ]);
  expect((await suggest(engine, 'kettles')).map(({ text }) => text).toSorted()).toEqual([
    '"Kettles: tea (or -coffee)"',
    'Kettles and lamps',
  ]);
});

describe('what leads nowhere', () => {
  test('is not suggested: a tag that no question can name, a title that is a text', async () => {
    const posts = [createPost({ id: 'a', title: 'word '.repeat(60).trim(), tags: ['a 24" word', 'word'] })];
    expect((await suggest(await openRanked(posts), 'word')).map(plain)).toEqual(['word']);
  });
});

/** Words, and what would be operators, or the ends of words, if it were not a title. */
const words = ['spark', 'sparks', 'café', 'node.js', 'C++', "don't", 'データ', 'to', 'PodSecurity', '1.70.0'];
const signs = [
  '"spark"',
  '-dask',
  '(cloud)',
  'tag:',
  'title:',
  'OR',
  '|',
  'micro*',
  '«a»',
  '24"',
  '—',
  '&',
  'x:y',
];
const written = fc
  .array(fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...words) }, fc.constantFrom(...signs)), {
    minLength: 1,
    maxLength: 6,
  })
  .map((parts) => parts.join(' '));
const draft = fc.record({
  title: written,
  tags: fc.array(written, { maxLength: 2 }),
  headings: fc.array(written, { maxLength: 3 }),
  isExpired: fc.boolean(),
});

/** Typed so far: the beginning of something written, or of its words. */
const typing = fc.record({ of: fc.nat(), length: fc.integer({ min: 1, max: 24 }), from: fc.nat({ max: 2 }) });

test('a suggestion leads to what it suggests, and is of posts that are shown', async () => {
  let led = 0;
  let quoted = 0;
  let withGone = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(draft, { minLength: 1, maxLength: 6 }),
      fc.array(typing, { minLength: 6, maxLength: 6 }),
      async (drafts, typings) => {
        const posts = drafts.map(({ title, tags, headings, isExpired }, at) =>
          withHeadings(
            {
              id: `${at}.md`,
              title,
              tags,
              date: toDate('2020-01-01'),
              ...(isExpired && { expires: Date.UTC(2021, 0, 1) / 1_000 }),
            },
            headings,
          ),
        );
        const engine = await openRanked(posts);
        const all = posts.flatMap(({ title, tags, headings }) => [
          title,
          ...tags,
          ...headings.map((h) => h.text),
        ]);
        const shown = posts.filter(({ expires }) => expires === undefined);
        for (const { of, length, from } of typings) {
          const source = (all[of % all.length] ?? '').split(' ').slice(from).join(' ');
          const suggestions = await suggest(engine, source.slice(0, length), { limit: 20 });
          for (const suggestion of suggestions) {
            const { hits } = await engine.ask(toAsked(suggestion.text, { limit: 100 }));
            const holders = shown.filter(({ url, title, tags, headings }) =>
              suggestion.kind === 'tag'
                ? tags.some((tag) => tag.toLowerCase() === plain(suggestion).toLowerCase())
                : suggestion.url?.split('#')[0] === url &&
                  [title, ...headings.map(({ text }) => text)].includes(plain(suggestion)),
            );
            expect(holders.length, `${source}: ${plain(suggestion)}`).toBeGreaterThan(0);
            const found = hits.map(({ url }) => url);
            expect(found, suggestion.text).toEqual(expect.arrayContaining(holders.map(({ url }) => url)));
            expect(marked(suggestion).length).toBeGreaterThan(0);
            led += 1;
            if (suggestion.text.startsWith('"')) quoted += 1;
            if (shown.length < posts.length) withGone += 1;
          }
        }
      },
    ),
  );
  expect(led).toBeGreaterThan(500);
  expect(quoted).toBeGreaterThan(100);
  expect(withGone).toBeGreaterThan(200);
});
