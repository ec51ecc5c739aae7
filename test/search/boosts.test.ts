import { describe, expect, it } from 'vitest';
import { contractNow } from '../contract/contract-now.js';
import { createPost, toDate } from '../contract/posts.js';
import { findIds, openRanked, toAsked } from './ranked-posts.js';

const day = 86_400_000;
const daysAgo = (days: number) => toDate(new Date(contractNow - days * day).toISOString().slice(0, 10));

/** Alike but for their age, so that the newest is the first. */
const alike = [
  createPost({ id: 'old', text: 'tea' }),
  createPost({ id: 'middle', date: daysAgo(200), text: 'tea' }),
  createPost({ id: 'new', date: daysAgo(100), text: 'tea' }),
];

describe('a weight in front matter', () => {
  const weigh = (id: string, searchWeight: number) =>
    alike.map((post) => (post.id === id ? { ...post, searchWeight } : post));

  it('multiplies the score', async () => {
    expect(await findIds(await openRanked(alike), 'tea')).toEqual(['new', 'middle', 'old']);
    const engine = await openRanked(weigh('old', 2.5));
    const { hits } = await engine.ask(toAsked('tea'));
    expect(hits.map(({ id }) => id)).toEqual(['old', 'new', 'middle']);
    expect((hits[0]?.score ?? 0) / (hits[1]?.score ?? 1)).toBeCloseTo(2.5, 12);
  });

  it('puts a post back, and decides before the first few are taken', async () => {
    const engine = await openRanked(weigh('new', 0.5));
    expect(await findIds(engine, 'tea')).toEqual(['middle', 'old', 'new']);
    expect(await findIds(engine, 'tea', { limit: 1 })).toEqual(['middle']);
    expect(await findIds(engine, 'tea', { limit: 1, offset: 2 })).toEqual(['new']);
  });

  it('does not count where another order, or no word, is asked for', async () => {
    const engine = await openRanked(weigh('old', 9));
    expect(await findIds(engine, 'tea', { sort: 'date' })).toEqual(['new', 'middle', 'old']);
    expect(await findIds(engine, '')).toEqual(['new', 'middle', 'old']);
    expect((await engine.ask(toAsked(''))).hits.map(({ score }) => score)).toEqual([0, 0, 0]);
  });
});

describe('where no word is asked for', () => {
  it('the newest is first, in whatever language', async () => {
    const engine = await openRanked([
      createPost({ id: 'a', language: 'de', date: daysAgo(2) }),
      createPost({ id: 'b', language: 'en', date: daysAgo(3) }),
      createPost({ id: 'c', language: 'fr', date: daysAgo(1) }),
    ]);
    expect(await findIds(engine, ' ')).toEqual(['c', 'a', 'b']);
  });
});

describe('recency', () => {
  /** The older says it more often. */
  const posts = [
    createPost({ id: 'older', date: daysAgo(1_000), text: 'tea tea tea tea' }),
    createPost({ id: 'newer', date: daysAgo(10), text: 'tea and cups and water' }),
  ];

  it('is off by default, and halves a score by its half-life', async () => {
    expect(await findIds(await openRanked(posts), 'tea')).toEqual(['older', 'newer']);
    const recent = await openRanked(posts, { recency: { halfLife: 100, floor: 0.01 } });
    expect(await findIds(recent, 'tea')).toEqual(['newer', 'older']);
  });

  const factorsOf = async (days: number | undefined, halfLife: number, floor: number) => {
    const post = createPost({ id: 'a', text: 'tea', ...(days !== undefined && { date: daysAgo(days) }) });
    const engine = await openRanked([post], { recency: { halfLife, floor } });
    const [hit] = (await engine.ask(toAsked('tea', { explain: true }))).hits;
    return hit?.explanation?.factors;
  };

  it.each<[what: string, days: number | undefined, factor: number | undefined]>([
    ['of today', 0, undefined],
    ['of tomorrow, as it may be where the site is', -1, undefined],
    ['as old as the half-life', 100, 0.5],
    ['twice as old', 200, 0.25],
    ['so old that the floor is reached', 2_000, 0.2],
    ['without a day', undefined, 0.2],
  ])('of a post %s', async (_, days, factor) => {
    expect(await factorsOf(days, 100, 0.2)).toEqual(
      factor === undefined ? [] : [{ what: 'recency', factor }],
    );
  });

  it('is the floor without a day, however slowly it falls', async () => {
    expect(await factorsOf(undefined, 1e9, 0.2)).toEqual([{ what: 'recency', factor: 0.2 }]);
  });

  it('is that of the day, at whatever hour', async () => {
    const [post] = [createPost({ id: 'a', text: 'tea', date: daysAgo(3) })];
    const scores = await Promise.all(
      [0, 0.5, 0.99, 1].map(async (more) => {
        const engine = await openRanked(
          [post],
          { recency: { halfLife: 1, floor: 0.01 } },
          contractNow + more * day,
        );
        return (await engine.ask(toAsked('tea'))).hits[0]?.score ?? 0;
      }),
    );
    expect(scores[1]).toBe(scores[0]);
    expect(scores[2]).toBe(scores[0]);
    expect(scores[3]).toBeCloseTo((scores[0] ?? 0) / 2, 12);
  });
});
