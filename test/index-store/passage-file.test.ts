import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parsePassage, toPassageBody } from '../../src/index-store/passage-file.js';
import { seal, toBody } from '../../src/index-store/seal.js';

type Passage = Parameters<typeof toPassageBody>[0];

const path = 'en/posts/0123456789abcdef/0-0.json';
const read = (body: Uint8Array): Passage => parsePassage(seal(path, body), path);
const text = (body: Uint8Array): string => new TextDecoder().decode(body);

const bare: Passage = {
  document: { id: 'a.md', url: '/a/', title: 'A', tags: [], categories: [], authors: [] },
  text: 'By the lake.',
  headings: [],
};
const full: Passage = {
  document: {
    ...bare.document,
    date: '2024-02-29',
    tags: ['x', 'y'],
    categories: ['notes'],
    authors: ['Ada'],
    image: '/a.png',
  },
  text: 'Intro Lake It is deep.',
  headings: [{ level: 2, text: 'Lake', anchor: 'lake', start: 6, end: 10 }],
  above: { text: 'Waters', anchor: 'waters' },
};

describe('a passage as a file', () => {
  test('has its properties in one order, and none that is empty', () => {
    expect(text(toPassageBody(bare))).toBe('{"id":"a.md","url":"/a/","title":"A","text":"By the lake."}');
    expect(text(toPassageBody(full))).toBe(
      '{"id":"a.md","url":"/a/","title":"A","date":"2024-02-29","tags":["x","y"],"categories":["notes"],' +
        '"authors":["Ada"],"image":"/a.png","above":["Waters","waters"],' +
        '"headings":[{"level":2,"start":6,"end":10,"anchor":"lake"}],"text":"Intro Lake It is deep."}',
    );
  });

  test('is read as it was written', () => {
    expect(read(toPassageBody(bare))).toStrictEqual(bare);
    expect(read(toPassageBody(full))).toStrictEqual(full);
  });

  test('is read as it was written, whatever is in it', () => {
    let withHeading = 0;
    const values = fc.array(fc.string({ minLength: 1 }), { maxLength: 3 });
    const words = fc.record({ text: fc.string(), at: fc.nat(20), length: fc.nat(20) });
    fc.assert(
      fc.property(
        words,
        values,
        values,
        fc.option(fc.string()),
        ({ text, at, length }, tags, authors, date) => {
          const start = Math.min(at, text.length);
          const end = Math.min(start + length, text.length);
          const heading = { level: 3, text: text.slice(start, end), anchor: 'h', start, end };
          if (end > start) withHeading += 1;
          const passage: Passage = {
            document: { ...bare.document, tags, authors, ...(date !== null && { date }) },
            text,
            headings: [heading],
          };
          expect(read(toPassageBody(passage))).toStrictEqual(passage);
        },
      ),
    );
    expect(withHeading).toBeGreaterThan(20);
  });

  test.each([
    ['a heading that ends after its text', { headings: [{ level: 2, start: 0, end: 13, anchor: 'a' }] }],
    ['a heading that ends before it begins', { headings: [{ level: 2, start: 3, end: 2, anchor: 'a' }] }],
    ['a heading without an anchor', { headings: [{ level: 2, start: 0, end: 1 }] }],
    ['a heading of no level', { headings: [{ start: 0, end: 1, anchor: 'a' }] }],
    ['one above it without an anchor', { above: ['Waters'] }],
    ['no text', { text: 1 }],
    ['no title', { title: undefined }],
    ['a date that is no text', { date: 2024 }],
    ['tags that are no texts', { tags: [1] }],
  ])('is refused with %s', (_, change) => {
    const whole = { id: 'a.md', url: '/a/', title: 'A', text: 'By the lake.' };
    expect(() => read(toBody({ ...whole, ...change }))).toThrow(
      expect.objectContaining({
        code: 'index-corrupt',
        file: path,
        message: expect.stringContaining(`${path}: `),
      }),
    );
  });

  test('says what is wrong with its headings', () => {
    const whole = { id: 'a.md', url: '/a/', title: 'A', text: 'By the lake.' };
    const outside = toBody({ ...whole, headings: [{ level: 2, start: 0, end: 13, anchor: 'a' }] });
    expect(() => read(outside)).toThrow('has a heading outside of its text');
    expect(() => read(toBody({ ...whole, above: ['Waters'] }))).toThrow('has a heading without an anchor');
  });

  test('may have a heading of its whole text', () => {
    const heading = { level: 1, text: bare.text, anchor: 'all', start: 0, end: bare.text.length };
    expect(read(toPassageBody({ ...bare, headings: [heading] })).headings).toEqual([heading]);
  });
});
