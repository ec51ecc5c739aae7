import { expect, it } from 'vitest';
import { createPost } from '../contract/posts.js';
import { createMemoryStore } from './memory-store.js';

it('a store in memory has the passages of a post in order, and none of what it does not have', async () => {
  const text = 'word '.repeat(2_000);
  const store = createMemoryStore([createPost({ id: 'a', text })]);
  const [count = 0] = await store.passageCounts([0]);
  const places = Array.from({ length: count }, (_, passage) => ({ ordinal: 0, passage }));
  expect((await store.passages(places)).map((passage) => passage.text).join('')).toBe(text);
  await expect(store.passages([{ ordinal: 0, passage: count }])).rejects.toThrow(RangeError);
  expect([await store.ordinalOf('a'), await store.ordinalOf('b')]).toEqual([0, undefined]);
});
