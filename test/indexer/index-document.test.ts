import { describe, expect, it } from 'vitest';
import type { Post } from '../../src/domain/post.js';
import { toIndexDocument } from '../../src/indexer/index-document.js';

const post: Post = {
  id: 'a.md',
  url: '/a/',
  title: 'A',
  language: 'en',
  tags: ['one'],
  categories: [],
  authors: [],
  text: 'Some words',
  headings: [],
  code: [],
};

describe('what an index keeps of a post', () => {
  it('is its metadata, its passages as bytes, and its words', () => {
    const { text: _text, headings: _headings, code: _code, ...metadata } = post;
    const document = toIndexDocument(post);
    expect(document.post).toEqual(metadata);
    expect(document.passages.map(({ body }) => JSON.parse(Buffer.from(body).toString()))).toEqual([
      ['Some words'],
    ]);
    expect(document.record.terms).toEqual(['a', 'some', 'words', 'one']);
  });
});
