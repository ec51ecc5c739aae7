import { describe, expect, it } from 'vitest';
import { toColumns, toDayNumber } from '../../src/documents/columns.js';
import { createPost, toDate } from '../contract/posts.js';

describe('toColumns', () => {
  it('counts a value once a document, under its commonest spelling', () => {
    const lists = [['rust', 'Rust'], ['Rust'], ['CAFÉ', 'Cafe\u0301'], []];
    const { tags } = toColumns(lists.map((names, at) => createPost({ id: `${at}`, tags: names })));
    expect(tags.values).toEqual(['CAFÉ', 'Rust']);
    expect(tags.ordinals.map((ordinals) => [...ordinals])).toEqual([[2], [0, 1]]);
  });

  it.each([
    [['b', 'B', 'b'], 'b'],
    [['B', 'b', 'b'], 'b'],
    [['b', 'B'], 'B'],
    [['B', 'b'], 'B'],
    [['b', 'B', 'B', 'b', 'b'], 'b'],
  ])('of the spellings %j takes %s', (spellings, value) => {
    const posts = spellings.map((tag, at) => createPost({ id: `${at}`, tags: [tag] }));
    expect(toColumns(posts).tags.values).toEqual([value]);
  });

  it('has a column for what a post has one of, as for what it has many of', () => {
    const { series, authors } = toColumns([
      createPost({ id: 'a', series: 'Two parts', authors: ['Ada', 'Bo'] }),
      createPost({ id: 'b' }),
      createPost({ id: 'c', series: 'two parts', authors: ['Bo'] }),
    ]);
    expect(series).toEqual({ values: ['Two parts'], ordinals: [Uint32Array.of(0, 2)] });
    expect(authors).toEqual({ values: ['Ada', 'Bo'], ordinals: [Uint32Array.of(0), Uint32Array.of(0, 2)] });
  });

  it('has the weights that count, by ordinal', () => {
    const weights = [undefined, 2, 1, 0.5];
    const posts = weights.map((searchWeight, at) =>
      createPost({ id: `${at}`, ...(searchWeight !== undefined && { searchWeight }) }),
    );
    expect(toColumns(posts).weights).toEqual(
      new Map([
        [1, 2],
        [3, 0.5],
      ]),
    );
  });

  it('has days as numbers, and what never expires at the end of time', () => {
    const { days, expires } = toColumns([
      createPost({ id: 'a' }),
      createPost({ id: 'b', date: toDate('2020-02-09'), expires: 5 }),
    ]);
    expect([...days]).toEqual([0, 20200209]);
    expect([...expires]).toEqual([Infinity, 5]);
    expect(toDayNumber('0987-06-05')).toBe(9870605);
  });
});
