import { describe, expect, it } from 'vitest';
import type { Post } from '../../src/domain/post.js';
import { findTooSlow } from '../../src/indexer/find-too-slow.js';

const post: Post = {
  id: 'a.md',
  url: '/a/',
  title: 'A',
  language: 'en',
  tags: [],
  categories: [],
  authors: [],
  text: 'snake_case words '.repeat(500_000),
  headings: [],
  code: [],
};

describe('a long text', () => {
  it('is told of when it cannot be indexed in its time', () => {
    expect(findTooSlow(post, 0.02)).toMatchObject({ reason: 'too-slow', message: 'took longer than 0.02 s' });
    expect(findTooSlow(post, 60)).toBeUndefined();
  });

  it('is not looked at when it is short', () => {
    expect(findTooSlow({ ...post, text: post.text.slice(0, 60_000) }, 0.001)).toBeUndefined();
  });
});
