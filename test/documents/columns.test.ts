import { describe, expect, it } from 'vitest';
import { toDayNumber } from '../../src/documents/columns.js';
import { createPost, toDate } from '../contract/posts.js';
import { columnsOf } from './columns-of-posts.js';

describe('toColumns', () => {
  it('counts a value once a document, under its commonest spelling', () => {
    const lists = [['rust', 'Rust'], ['Rust'], ['CAFÉ', 'Cafe\u0301'], []];
    const { tags } = columnsOf(lists.map((names, at) => createPost({ id: `${at}`, tags: names })));
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
    expect(columnsOf(posts).tags.values).toEqual([value]);
  });

  it('has a column for what a post has one of, as for what it has many of', () => {
    const { series, authors } = columnsOf([
      createPost({ id: 'a', series: 'Two parts', authors: ['Ada', 'Bo'] }),
      createPost({ id: 'b' }),
      createPost({ id: 'c', series: 'two parts', authors: ['Bo'] }),
    ]);
    expect(series).toEqual({
      values: ['Two parts'],
      keys: ['two parts'],
      ordinals: [Uint32Array.of(0, 2)],
    });
    expect(authors).toEqual({
      values: ['Ada', 'Bo'],
      keys: ['ada', 'bo'],
      ordinals: [Uint32Array.of(0), Uint32Array.of(0, 2)],
    });
  });

  it('counts names that differ by what stands between their words as one, and no others', () => {
    const lists = [
      ['Open-Source'],
      ['open source', 'C'],
      ['Open-Source', 'c++'],
      ['open_ source', 'opensource'],
    ];
    const { tags } = columnsOf(lists.map((names, at) => createPost({ id: `${at}`, tags: names })));
    expect(tags.values).toEqual(['C', 'Open-Source', 'c++', 'opensource']);
    expect(tags.keys).toEqual(['c', 'open source', 'c++', 'opensource']);
    expect(tags.ordinals.map((ordinals) => [...ordinals])).toEqual([[1], [0, 1, 2, 3], [2], [3]]);
  });

  it('has the categories that a category lies in, and of a tag nothing else', () => {
    const { categories, tags } = columnsOf([
      createPost({ id: 'a', categories: ['Lang/Rust/Async', 'lang'], tags: ['ci/cd'] }),
      createPost({ id: 'b', categories: ['Lang/Rust', 'Lang/Go'] }),
      createPost({ id: 'c', categories: ['1/2/3/4/5/6/7/8/9'] }),
    ]);
    expect(tags.values).toEqual(['ci/cd']);
    const ofLanguages = categories.values.flatMap((value, at) =>
      value.startsWith('L') ? [[value, ...(categories.ordinals[at] ?? [])]] : [],
    );
    expect(ofLanguages).toEqual([
      ['Lang', 0, 1],
      ['Lang/Go', 1],
      ['Lang/Rust', 0, 1],
      ['Lang/Rust/Async', 0],
    ]);
    expect(categories.values.filter((value) => value.startsWith('1'))).toEqual([
      '1',
      '1/2',
      '1/2/3',
      '1/2/3/4',
      '1/2/3/4/5',
      '1/2/3/4/5/6',
      '1/2/3/4/5/6/7',
      '1/2/3/4/5/6/7/8/9',
    ]);
  });

  it('has titles as their letters are folded, and words of the text alone', () => {
    const { titles, words } = columnsOf([
      createPost({ id: 'a', title: '“Äpfel” & Straße: 2', text: 'one two three' }),
      createPost({ id: 'b', title: '?!', text: '', tags: ['x'] }),
    ]);
    expect(titles).toEqual(['apfel strasse 2', '']);
    expect([...words]).toEqual([3, 0]);
  });

  it('has the weights that count, by ordinal', () => {
    const weights = [undefined, 2, 1, 0.5];
    const posts = weights.map((searchWeight, at) =>
      createPost({ id: `${at}`, ...(searchWeight !== undefined && { searchWeight }) }),
    );
    expect(columnsOf(posts).weights).toEqual(
      new Map([
        [1, 2],
        [3, 0.5],
      ]),
    );
  });

  it('has days as numbers, and what never expires at the end of time', () => {
    const { days, expires } = columnsOf([
      createPost({ id: 'a' }),
      createPost({ id: 'b', date: toDate('2020-02-09'), expires: 5 }),
    ]);
    expect([...days]).toEqual([0, 20200209]);
    expect([...expires]).toEqual([Infinity, 5]);
    expect(toDayNumber('0987-06-05')).toBe(9870605);
  });
});
