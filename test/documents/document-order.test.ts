import { describe, expect, it } from 'vitest';
import { sortDocuments } from '../../src/documents/document-order.js';
import { createPost, toDate } from '../contract/posts.js';

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

  it('goes by the day that the site shows before the time', () => {
    const early = createPost({ id: 'a', date: { day: '2020-01-01', timestamp: 9 } });
    const late = createPost({ id: 'b', date: { day: '2020-01-02', timestamp: 1 } });
    expect(sortDocuments([late, early])).toEqual([early, late]);
  });
});
