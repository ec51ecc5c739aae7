import { describe, expect, test } from 'vitest';
import type { SearchResult } from '../../src/domain/search.js';
import { createFileSource } from '../../src/index-store/file-source.js';
import { parseParameters } from '../../src/query/parse-parameters.js';
import { toSuggestQuery } from '../../src/query/suggest-query.js';
import { openLiveIndex } from '../../src/reader/live-index.js';
import { build, buildNew, laterPosts, now } from '../reader/small-blog.js';
import { createSampleEngine, samplePosts } from './sample-engine.js';
import { serve } from './serve.js';

const ids = (result: SearchResult): readonly string[] => result.hits.map(({ id }) => id);

describe('GET /api/search', () => {
  test('answers what the engine answers', async () => {
    const engine = await createSampleEngine();
    const { url } = await serve({ engine });
    const response = await fetch(`${url}api/search?q=spark+job`);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8');
    const { query } = parseParameters([['q', 'spark job']]);
    if (query === undefined) throw new Error('the question is all right');
    const expected = await engine.ask(query);
    expect(expected.total).toBe(2);
    const { limit, offset, links, ...result } = await response.json();
    expect(result).toEqual(JSON.parse(JSON.stringify(expected)));
    expect({ limit, offset, links }).toEqual({ limit: 10, offset: 0, links: { self: '?q=spark+job' } });
  });

  test.each([
    ['tag=cloud&tag=spark', ['2019/dask or spark.md']],
    ['tag=rust,sql&sort=date-asc', ['2020/cloud-bill.md', '2021/rust.md']],
    ['category=notes&from=2021-04-01&to=2021-12-31', ['2021/sketches.md']],
    ['lang=de', ['2022/zeit.md']],
    ['sort=date&limit=2&offset=1', ['2021/sketches.md', '2021/rust.md']],
    ['q=no-such-word', []],
  ])('%s', async (parameters, expected) => {
    const { url } = await serve();
    const result: SearchResult = await (await fetch(`${url}api/search?${parameters}`)).json();
    expect(ids(result)).toEqual(expected);
  });

  test('takes no word for another where it is asked not to, and the page neither', async () => {
    const { url } = await serve();
    const total = async (parameters: string): Promise<number> =>
      (await (await fetch(`${url}api/search?${parameters}`)).json()).total;
    expect(await total('q=sparq')).toBe(2);
    expect(await total('q=sparq&fuzzy=0')).toBe(0);
    expect(await (await fetch(`${url}?q=sparq&fuzzy=0`)).text()).toContain('No posts for “sparq”');
  });

  test('says how it understood the question, and only where it is asked why a hit is where it is', async () => {
    const { url } = await serve();
    const ask = async (parameters: string): Promise<SearchResult> =>
      (await fetch(`${url}api/search?${parameters}`)).json();
    const { understood, hits } = await ask('q=dask+"nine+minutes"');
    expect(understood).toEqual({ text: expect.stringContaining('dask'), dropped: [] });
    expect(hits[0]?.explanation).toBeUndefined();
    const [first] = (await ask('q=dask&explain=1')).hits;
    expect(first?.explanation?.score).toBe(first?.score);
  });

  test('tells everything that is wrong with the parameters at once', async () => {
    const { url } = await serve();
    const response = await fetch(`${url}api/search?limit=x&sort=best`);
    expect(response.status).toBe(400);
    const body = await response.json();
    expect(body.problems.map(({ parameter }: { parameter: string }) => parameter).sort()).toEqual([
      'limit',
      'sort',
    ]);
    const { problems, ...first } = body;
    expect(first).toEqual(problems[0]);
    expect(first).toEqual({
      code: 'parameter-invalid',
      message: expect.any(String),
      hint: expect.any(String),
      parameter: expect.any(String),
    });
  });

  test('an index that a build has replaced answers the next request', async () => {
    const folder = await buildNew();
    const engine = await openLiveIndex(createFileSource(folder), { now: () => now.getTime(), lookEvery: 0 });
    const { url } = await serve({ engine });
    const idsNow = async () => ids(await (await fetch(`${url}api/search?q=lake`)).json());
    expect(await idsNow()).toEqual(expect.arrayContaining(['2020-01-01-lake.md']));
    await build(folder, laterPosts);
    expect(await idsNow()).toEqual(Object.keys(laterPosts));
    expect(await (await fetch(`${url}healthz`)).json()).toMatchObject({ documents: 1, languages: ['en'] });
  });
});

describe('GET /api/suggest', () => {
  const suggest = async (parameters: string): Promise<Response> => {
    const { url } = await serve();
    return fetch(`${url}api/suggest?${parameters}`);
  };

  test('answers what the engine suggests', async () => {
    const engine = await createSampleEngine();
    const expected = await engine.suggest(toSuggestQuery('clo', { languages: ['en'], limit: 3 }));
    expect(expected.map(({ text }) => text)).toEqual(['tag:cloud', 'The cloud bill in five queries']);
    const response = await suggest('q=clo&lang=en&limit=3');
    expect(response.status).toBe(200);
    expect(response.headers.get('cache-control')).toBe('no-cache');
    expect(response.headers.get('etag')).not.toBeNull();
    expect(await response.json()).toEqual({ suggestions: expected });
  });

  test.each(['', 'q=', 'q=no-such-word', 'q=clo&limit=0'])('is empty for "%s"', async (parameters) => {
    expect(await (await suggest(parameters)).json()).toEqual({ suggestions: [] });
  });

  test('tells everything that is wrong with the parameters at once', async () => {
    const response = await suggest('q=a&q=b&limit=21&tag=cloud&lang=e');
    expect(response.status).toBe(400);
    const { problems } = await response.json();
    expect(problems.map(({ parameter }: { parameter: string }) => parameter).sort()).toEqual([
      'lang',
      'limit',
      'q',
      'tag',
    ]);
  });
});

test('GET /api/tags counts every tag', async () => {
  const { url } = await serve();
  const { tags } = await (await fetch(`${url}api/tags`)).json();
  expect(tags[0]).toEqual({ value: 'cloud', count: 3 });
  expect(tags).toHaveLength(6);
});

test('GET /api/archive counts years and their months, of all posts or of those that a question leaves', async () => {
  const { url } = await serve();
  const archive = async (parameters: string) =>
    (await (await fetch(`${url}api/archive${parameters}`)).json()).years;
  const sum = (counted: readonly { readonly count: number }[]): number =>
    counted.reduce((all, { count }) => all + count, 0);
  const years = await archive('');
  expect(sum(years)).toBeGreaterThan(3);
  for (const { value, count, months } of years) {
    expect(sum(months)).toBe(count);
    expect(months.every((month: { value: string }) => month.value.startsWith(`${value}-`))).toBe(true);
  }
  expect(sum(await archive('?tag=rust'))).toBeLessThan(sum(years));
  expect((await fetch(`${url}api/archive?period=x`)).status).toBe(400);
});

describe('GET /api/posts/:id', () => {
  test.each(['2019%2Fdask%20or%20spark.md', '2019/dask%20or%20spark.md', '2019/dask or spark.md'])(
    'finds the post by %s',
    async (id) => {
      const { url } = await serve();
      const response = await fetch(`${url}api/posts/${id}`);
      expect(response.status).toBe(200);
      expect(await response.json()).toMatchObject({
        id: '2019/dask or spark.md',
        title: 'Dask or Spark',
        date: '2019-08-05',
        headings: [{ level: 2, text: 'The first job', anchor: 'the-first-job' }],
      });
    },
  );

  test.each(['2019/none.md', '..%2F..%2Fetc%2Fpasswd', '__proto__', '%00'])('knows no %s', async (id) => {
    const { url } = await serve();
    const response = await fetch(`${url}api/posts/${id}`);
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ code: 'post-unknown', hint: expect.any(String) });
  });

  test('refuses an id that is not UTF-8', async () => {
    const { url } = await serve();
    const response = await fetch(`${url}api/posts/%FF`);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ code: 'parameter-invalid', parameter: 'id' });
  });
});

test('GET /healthz says what is loaded, and is never cached', async () => {
  const { url } = await serve();
  const response = await fetch(`${url}healthz`);
  expect(await response.json()).toEqual({ status: 'ok', documents: 6, languages: ['de', 'en'] });
  expect(response.headers.get('cache-control')).toBe('no-store');
});

describe('GET /api/posts/:id/related', () => {
  test('answers what the engine answers, whether slashes of the id are encoded or not', async () => {
    const engine = await createSampleEngine();
    const { url } = await serve({ engine });
    const id = '2019/dask or spark.md';
    const related = await engine.related(id, undefined);
    expect(related?.map((post) => post.id)).toEqual(['2020/cloud-bill.md']);
    for (const path of [encodeURI(id), encodeURIComponent(id)]) {
      const response = await fetch(`${url}api/posts/${path}/related`);
      expect(response.status).toBe(200);
      expect(await response.json()).toEqual({ related: JSON.parse(JSON.stringify(related)) });
    }
    const none = await fetch(`${url}api/posts/${encodeURI(id)}/related?limit=0`);
    expect(await none.json()).toEqual({ related: [] });
  });

  test.each(['none', '__proto__', '..%2F..', '%00', 'x'.repeat(5_000)])(
    'of the id %.20j there are none',
    async (id) => {
      const { url } = await serve();
      const response = await fetch(`${url}api/posts/${id}/related`);
      expect(response.status).toBe(404);
      expect(await response.json()).toMatchObject({ code: 'post-unknown' });
    },
  );

  test.each(['limit=x', 'limit=', 'limit=21', 'limit=-1', 'limit=1.5', 'q=x'])(
    '%s is refused',
    async (parameter) => {
      const { url } = await serve();
      const response = await fetch(`${url}api/posts/about.md/related?${parameter}`);
      expect(response.status).toBe(400);
      expect(await response.json()).toMatchObject({
        code: 'parameter-invalid',
        parameter: parameter.split('=')[0],
      });
    },
  );

  test('of a post whose id ends so is the post', async () => {
    const [post] = samplePosts;
    if (post === undefined) throw new Error('there are posts');
    const { url } = await serve({ engine: await createSampleEngine([{ ...post, id: 'a/related' }]) });
    expect(await (await fetch(`${url}api/posts/a/related`)).json()).toMatchObject({ id: 'a/related' });
    expect(await (await fetch(`${url}api/posts/a%2Frelated/related`)).json()).toEqual({ related: [] });
  });
});
