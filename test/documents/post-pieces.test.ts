import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toPostPieces } from '../../src/documents/post-pieces.js';
import { fieldNames } from '../../src/domain/fields.js';
import type { Span } from '../../src/domain/post.js';

const post = { title: 'Title', text: '', headings: [], code: [], tags: [], categories: [] };

const heading = (span: Span) => ({ ...span, level: 2, text: '', anchor: '' });

const covers =
  (at: number) =>
  ({ start, end }: Span): boolean =>
    start <= at && at < end;

/** Spans that do not overlap, in order, of a text of so many characters. */
const spansIn = (length: number): fc.Arbitrary<readonly Span[]> =>
  fc.uniqueArray(fc.integer({ min: 0, max: length }), { maxLength: 8 }).map((places) => {
    const sorted = places.sort((a, b) => a - b);
    return Array.from({ length: Math.floor(sorted.length / 2) }, (_, at) => ({
      start: sorted[2 * at] ?? 0,
      end: sorted[2 * at + 1] ?? 0,
    }));
  });

const texts = fc
  .string({ maxLength: 40 })
  .chain((text) =>
    fc.record({ text: fc.constant(text), headings: spansIn(text.length), code: spansIn(text.length) }),
  );

describe('the pieces of a post', () => {
  test('are its title, its text, and each tag and category', () => {
    const pieces = toPostPieces({ ...post, text: 'Words', tags: ['one', 'two'], categories: ['three'] });
    expect(pieces.map(({ field, text, start }) => [fieldNames[field], text, start])).toEqual([
      ['title', 'Title', undefined],
      ['body', 'Words', 0],
      ['taxonomy', 'one', undefined],
      ['taxonomy', 'two', undefined],
      ['taxonomy', 'three', undefined],
    ]);
  });

  test('have code in a heading as heading', () => {
    const text = 'About `x` here. And y';
    const pieces = toPostPieces({
      ...post,
      text,
      headings: [heading({ start: 0, end: 15 })],
      code: [
        { start: 6, end: 9 },
        { start: 20, end: 21 },
      ],
    });
    expect(pieces.slice(1).map((piece) => [fieldNames[piece.field], piece.text])).toEqual([
      ['headings', 'About `x` here.'],
      ['body', ' And '],
      ['code', 'y'],
    ]);
  });

  test('put together are the text, and each of its characters is in one field that it belongs to', () => {
    let both = 0;
    fc.assert(
      fc.property(texts, ({ text, headings, code }) => {
        const pieces = toPostPieces({ ...post, text, headings: headings.map(heading), code }).slice(1);
        expect(pieces.map((piece) => piece.text).join('')).toBe(text);
        let end = 0;
        for (const piece of pieces) {
          expect(piece.start).toBe(end);
          expect(piece.text).not.toBe('');
          for (let at = end; at < end + piece.text.length; at += 1) {
            const inHeading = headings.some(covers(at));
            const inCode = code.some(covers(at));
            const expected = [...(inHeading ? ['headings'] : []), ...(inCode ? ['code'] : [])];
            if (expected.length === 2) both += 1;
            expect(expected.length > 0 ? expected : ['body']).toContain(fieldNames[piece.field]);
          }
          end += piece.text.length;
        }
      }),
      { numRuns: 200 },
    );
    expect(both).toBeGreaterThan(100);
  });
});
