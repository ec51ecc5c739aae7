import { describe, expect, it } from 'vitest';
import type { Pin } from '../../src/domain/ranking-settings.js';
import { contractNow } from '../contract/contract-now.js';
import { createPost, toDate } from '../contract/posts.js';
import { findIds, openRanked, toAsked } from './ranked-posts.js';

const posts = [
  createPost({
    id: 'best',
    date: toDate('2020-01-01'),
    title: 'Green tea',
    text: 'green tea, tea',
    tags: ['tea'],
  }),
  createPost({ id: 'other', date: toDate('2021-01-01'), text: 'green tea and cups', tags: ['tea'] }),
  createPost({ id: 'far', date: toDate('2019-01-01'), text: 'nothing of it '.repeat(900), tags: ['far'] }),
  createPost({ id: 'gone', text: 'green tea', expires: contractNow / 1_000 - 1 }),
  createPost({ id: 'andere', language: 'de', text: 'Kanne' }),
];
const pin = (urls: readonly string[], rest: Partial<Pin> = {}): Pin => ({
  query: 'green tea',
  urls: urls.map((id) => `/${id}/`),
  ...rest,
});
const openPinned = (...pins: Pin[]) => openRanked(posts, { pins });

describe('a pin', () => {
  it('puts its posts first, in its order, and counts those that do not say the words', async () => {
    expect(await findIds(await openRanked(posts), 'green tea')).toEqual(['best', 'other']);
    const engine = await openPinned(pin(['far', 'andere', 'other']));
    const { total, hits } = await engine.ask(toAsked('green tea', { explain: true }));
    expect(hits.map(({ id }) => id)).toEqual(['far', 'andere', 'other', 'best']);
    expect(total).toBe(4);
    expect(hits.map(({ explanation }) => explanation?.pinned)).toEqual([true, true, true, false]);
    expect(hits.map(({ score }) => score > 0)).toEqual([false, false, true, true]);
    expect(hits[0]?.explanation).toEqual({ score: 0, parts: [], factors: [], pinned: true });
    expect(hits[0]?.snippets[0].segments).not.toEqual([]);
  });

  it('is first on the first page only, and found on it with one hit', async () => {
    const engine = await openPinned(pin(['far', 'andere']));
    expect(await findIds(engine, 'green tea', { limit: 1 })).toEqual(['far']);
    expect(await findIds(engine, 'green tea', { limit: 2, offset: 1 })).toEqual(['andere', 'best']);
  });

  it.each([
    ['GREEN  Tea ', true],
    [' green\ttea', true],
    ['green', false],
    ['green tea cups', false],
    ['tea green', false],
  ])('holds for %j: %s', async (text, holds) => {
    const ids = await findIds(await openPinned(pin(['far'])), text);
    expect(ids[0] === 'far').toBe(holds);
    expect(ids.includes('far')).toBe(holds);
  });

  it('of several for one text goes on where the first ends, each post once', async () => {
    const engine = await openPinned(pin(['other']), pin(['far', 'other'], { query: 'Green Tea' }));
    expect(await findIds(engine, 'green tea')).toEqual(['other', 'far', 'best']);
  });

  /** The contract's now is 2024-06-01. */
  it.each<[days: Partial<Pin>, holds: boolean]>([
    [{ from: '2024-06-01' }, true],
    [{ to: '2024-06-01' }, true],
    [{ from: '2024-05-01', to: '2024-07-01' }, true],
    [{ from: '2024-06-02' }, false],
    [{ to: '2024-05-31' }, false],
  ])('within its days: %j', async (days, holds) => {
    expect((await findIds(await openPinned(pin(['far'], days)), 'green tea')).includes('far')).toBe(holds);
  });

  it('shows nothing that has expired, and nothing that a filter leaves out', async () => {
    const engine = await openPinned(pin(['gone', 'far', 'andere']));
    expect(await findIds(engine, 'green tea')).toEqual(['far', 'andere', 'best', 'other']);
    const filters = { tags: [['tea']], languages: ['en'] };
    expect(await findIds(engine, 'green tea', { filters })).toEqual(['best', 'other']);
  });

  it('is counted in every facet, also where that facet is selected', async () => {
    const engine = await openPinned(pin(['far']));
    const counted = [
      { value: 'tea', count: 2 },
      { value: 'far', count: 1 },
    ];
    const { facets, total } = await engine.ask(toAsked('green tea', { facets: ['tags', 'years'] }));
    expect([total, facets.tags]).toEqual([3, counted]);
    expect(facets.years).toContainEqual({ value: '2019', count: 1 });
    const selected = await engine.ask(
      toAsked('green tea', { facets: ['tags'], filters: { tags: [['far']] } }),
    );
    expect([selected.total, selected.facets.tags]).toEqual([1, counted]);
  });

  it('leaves the order of time as it is', async () => {
    const engine = await openPinned(pin(['far']));
    expect(await findIds(engine, 'green tea', { sort: 'date' })).toEqual(['other', 'best', 'far']);
    expect(await findIds(engine, 'green tea', { sort: 'date-asc' })).toEqual(['far', 'best', 'other']);
  });
});
