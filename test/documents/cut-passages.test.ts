import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cutPassages, passageSize } from '../../src/documents/cut-passages.js';
import type { Heading } from '../../src/domain/post.js';

const heading = (text: string, whole: string, anchor: string): Heading => {
  const start = whole.indexOf(text);
  return { level: 2, text, anchor, start, end: start + text.length };
};

/** Half of a surrogate pair. */
const hasHalf = (text: string): boolean => /\p{Surrogate}/u.test(text);

describe('cutPassages', () => {
  test('a short post is one passage, an empty one too', () => {
    expect(cutPassages({ text: 'short', headings: [] })).toEqual([{ text: 'short', headings: [] }]);
    expect(cutPassages({ text: '', headings: [] })).toEqual([{ text: '', headings: [] }]);
  });

  test('cuts after a line, and says which heading is above', () => {
    const text = `First\n${'a '.repeat(1_500)}\n${'b '.repeat(1_500)}\nSecond\n${'c '.repeat(100)}`;
    const headings = [heading('First', text, 'first'), heading('Second', text, 'second')];
    const [one, two, ...rest] = cutPassages({ text, headings });
    expect(rest).toEqual([]);
    expect(one?.text.endsWith('a \n')).toBe(true);
    expect(one?.headings).toEqual([headings[0]]);
    expect(two?.above).toEqual({ text: 'First', anchor: 'first' });
    const [second] = two?.headings ?? [];
    expect(two?.text.slice(second?.start, second?.end)).toBe('Second');
  });

  test('a heading as long as a post is not repeated in every passage', () => {
    const text = '😀'.repeat(60_000);
    const heading = { start: 0, end: text.length, level: 1, text, anchor: 'a' };
    const passages = cutPassages({ text, headings: [heading] });
    const repeated = passages.map(({ above, headings }) => [
      above?.text ?? '',
      ...headings.map((one) => one.text),
    ]);
    expect(Math.max(...repeated.flat().map(({ length }) => length))).toBe(1_000);
    expect(repeated.flat().some(hasHalf)).toBe(false);
  });

  test('an anchor as long as a post is not repeated in every passage', () => {
    const text = `First\nSecond\n${'a '.repeat(20_000)}`;
    const headings = [heading('First', text, 'first'), heading('Second', text, 'x'.repeat(20_000))];
    const above = cutPassages({ text, headings })
      .slice(1)
      .map((passage) => passage.above?.anchor);
    expect(new Set(above)).toEqual(new Set(['first']));
  });

  test('passages together are the text, none is too long, none starts inside a character', () => {
    const word = fc.oneof(
      fc.constantFrom(' ', '\n', '😀'),
      fc.string({ minLength: 1, maxLength: 30, unit: 'binary' }),
    );
    const texts = fc
      .array(fc.tuple(word, fc.integer({ min: 1, max: 900 })), { maxLength: 12 })
      .map((parts) => parts.map(([part, times]) => part.repeat(times)).join(''));
    fc.assert(
      fc.property(texts, (text) => {
        const passages = cutPassages({ text, headings: [] });
        expect(passages.map((passage) => passage.text).join('')).toBe(text);
        for (const passage of passages) {
          expect(passage.text.length).toBeLessThanOrEqual(passageSize);
          expect(hasHalf(passage.text) && !hasHalf(text)).toBe(false);
        }
      }),
      { numRuns: 60 },
    );
  });
});
