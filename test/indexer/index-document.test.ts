import { describe, expect, it } from 'vitest';
import { TooSlow } from '../../src/content/within-time.js';
import type { Post } from '../../src/domain/post.js';
import { toIndexDocument, toIndexDocumentInTime } from '../../src/indexer/index-document.js';

const post: Post = {
  id: 'a.md',
  url: '/a/',
  title: 'A',
  language: 'en',
  tags: ['one'],
  categories: [],
  authors: [],
  text: 'snake_case words '.repeat(500_000),
  headings: [],
  code: [],
};

describe('what an index keeps of a post', () => {
  it('is its metadata, its passages as bytes, and its words', () => {
    const { text: _text, headings: _headings, code: _code, ...metadata } = post;
    const document = toIndexDocument({ ...post, text: 'Some words' });
    expect(document.post).toEqual(metadata);
    expect(document.passages.map((body) => JSON.parse(Buffer.from(body).toString()))).toEqual([
      { id: 'a.md', url: '/a/', title: 'A', tags: ['one'], text: 'Some words' },
    ]);
    expect(document.record.terms).toEqual(['a', 'some', 'words', 'one']);
    expect(document.record.surfaces).toEqual(['A', 'Some', 'words', 'one']);
  });
});

describe('a long text', () => {
  it('is given up when its time is up', () => {
    expect(() => toIndexDocumentInTime(post, 0.02)).toThrow(TooSlow);
    const inTime = { ...post, text: post.text.slice(0, 70_000) };
    expect(toIndexDocumentInTime(inTime, 60).record.terms).toEqual([
      'a',
      'snake_case',
      'snake',
      'case',
      'words',
      'one',
    ]);
  });

  it('is not looked at when it is short', () => {
    const short = { ...post, text: post.text.slice(0, 60_000) };
    expect(toIndexDocumentInTime(short, 0.001).record.passageCount).toBe(11);
  });
});
