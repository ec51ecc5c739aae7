import { describe, expect, it } from 'vitest';
import { toColumns } from '../../src/documents/columns.js';
import { sortDocuments } from '../../src/documents/document-order.js';
import { OrdinalSet } from '../../src/documents/ordinal-set.js';
import { createPost, toDate } from '../contract/posts.js';
import { createMemoryStore } from './memory-store.js';

describe('toColumns', () => {
  it('counts a value once a document, under its commonest spelling', () => {
    const lists = [['rust', 'Rust'], ['Rust'], ['CAFÉ', 'Cafe\u0301'], []];
    const { tags } = toColumns(lists.map((names, at) => createPost({ id: `${at}`, tags: names })));
    expect(tags.values).toEqual(['CAFÉ', 'Rust']);
    expect(tags.ordinals.map((ordinals) => [...ordinals])).toEqual([[2], [0, 1]]);
  });

  it('has days as numbers, and what never expires at the end of time', () => {
    const { days, expires } = toColumns([
      createPost({ id: 'a' }),
      createPost({ id: 'b', date: toDate('2020-02-09'), expires: 5 }),
    ]);
    expect([...days]).toEqual([0, 20200209]);
    expect([...expires]).toEqual([Infinity, 5]);
  });
});

describe('sortDocuments', () => {
  it('puts the undated first, then the oldest; by time within a day, then by id', () => {
    const noon = toDate('2020-01-01');
    const posts = [
      createPost({ id: 'e', date: toDate('2020-01-02') }),
      createPost({ id: 'd', date: noon }),
      createPost({ id: 'c', date: { ...noon, timestamp: noon.timestamp + 1 } }),
      createPost({ id: 'b', date: noon }),
      createPost({ id: 'Z' }),
      createPost({ id: 'a' }),
    ];
    expect(sortDocuments(posts).map(({ id }) => id)).toEqual(['Z', 'a', 'b', 'd', 'c', 'e']);
  });
});

describe('createMemoryStore', () => {
  it('has the passages of a post in order, and none of what it does not have', async () => {
    const text = 'word '.repeat(2_000);
    const store = createMemoryStore([createPost({ id: 'a', text })]);
    const [count = 0] = await store.passageCounts([0]);
    const places = Array.from({ length: count }, (_, passage) => ({ ordinal: 0, passage }));
    expect((await store.passages(places)).map((passage) => passage.text).join('')).toBe(text);
    await expect(store.passages([{ ordinal: 0, passage: count }])).rejects.toThrow(RangeError);
    expect([await store.ordinalOf('a'), await store.ordinalOf('b')]).toEqual([0, undefined]);
  });
});

describe('OrdinalSet', () => {
  it('adds, deletes and intersects', () => {
    const set = OrdinalSet.of(70, [0, 31, 32, 69]);
    set.delete(31);
    set.intersect(OrdinalSet.full(70));
    expect([...set.toOrdinals()]).toEqual([0, 32, 69]);
    set.intersect(OrdinalSet.of(70, [32, 33]));
    expect([...set.toOrdinals()]).toEqual([32]);
    expect(set.countOf(Uint32Array.of(0, 32, 33))).toBe(1);
    expect(OrdinalSet.full(33).toOrdinals()).toHaveLength(33);
  });
});
