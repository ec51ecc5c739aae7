import { describe, expect, test } from 'vitest';
import { toStoredPassages } from '../../src/documents/stored-document.js';
import { parsePassage, toPassageBody } from '../../src/index-store/passage-file.js';
import { bodyOf, seal, toBody } from '../../src/index-store/seal.js';
import { createPost, toDate } from '../contract/posts.js';

const file = 'en/posts/0123456789abcdef/0-0.json';
const text = `First\n${'a '.repeat(4_000)}\nSecond`;
const rich = createPost({
  id: 'a',
  title: 'Ä',
  date: toDate('2020-01-02'),
  tags: ['t', 'u'],
  categories: ['c'],
  authors: ['d'],
  series: 's',
  image: '/i.png',
  text,
  headings: [
    { level: 1, text: 'First', anchor: 'first', start: 0, end: 5 },
    { level: 2, text: 'Second', anchor: '', start: text.length - 6, end: text.length },
  ],
});
const parse = (value: unknown) => parsePassage(seal(file, toBody(value)), file);

describe('a passage', () => {
  test.each([
    ['with all there is', rich],
    ['with nothing but what it must have', createPost({ id: 'b', text: 'x' })],
  ])('is read as it was written: %s', (_, post) => {
    const passages = toStoredPassages(post);
    expect(passages.length).toBe(post === rich ? 2 : 1);
    for (const passage of passages) {
      expect(parsePassage(seal(file, toPassageBody(passage)), file)).toEqual(passage);
    }
  });

  test('says nothing of what it does not have', () => {
    const [passage] = toStoredPassages(createPost({ id: 'b', text: 'x' }));
    if (passage === undefined) throw new Error('no passage');
    const value: unknown = JSON.parse(new TextDecoder().decode(bodyOf(seal(file, toPassageBody(passage)))));
    expect(value).toEqual({ id: 'b', url: '/b/', title: 'A post', text: 'x' });
  });

  test.each<[string, object]>([
    ['without an id', { id: undefined }],
    ['of a date that is no string', { date: 2020 }],
    ['of tags that are no list', { tags: 't' }],
    ['of series that are a list', { series: ['s'] }],
    ['under a heading without an anchor', { above: ['x'] }],
    ['with a heading that ends before it starts', { headings: [{ level: 1, start: 1, end: 0, anchor: '' }] }],
    ['with a heading past its end', { headings: [{ level: 1, start: 0, end: 5, anchor: '' }] }],
  ])('%s is refused', (_, change) => {
    const whole = { id: 'a', url: '/a/', title: 'A', text: 'text' };
    expect(parse(whole).document.id).toBe('a');
    expect(() => parse({ ...whole, ...change })).toThrow(
      expect.objectContaining({ code: 'index-corrupt', file }),
    );
  });

  test('may end with a heading', () => {
    const headings = [{ level: 1, start: 0, end: 4, anchor: 'x' }];
    expect(parse({ id: 'a', url: '/a/', title: 'A', text: 'text', headings }).headings).toEqual([
      { level: 1, text: 'text', anchor: 'x', start: 0, end: 4 },
    ]);
  });
});
