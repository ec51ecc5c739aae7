import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cutPassages } from '../../src/documents/cut-passages.js';
import { weighTerms } from '../../src/search/weigh-terms.js';
import { createEngineOfPosts } from '../contract/engine-of-posts.js';
import { createPost } from '../contract/posts.js';
import { ask } from '../contract/subject.js';

const words = ['dask', 'spark', 'kettle'];
const filler = 'and then there was nothing left to say of it '.repeat(130);

/** A text whose passages are a line each, which begins with where it is and some words. */
const write = (passages: readonly (readonly string[])[]): string =>
  passages.map((own, at) => `place${at} ${own.join(' ')} ${filler}\n`).join('');

const shownOf = async (text: string, question: string): Promise<string> => {
  const engine = await createEngineOfPosts([
    createPost({ id: 'a', text }),
    createPost({ id: 'b', text: 'b' }),
  ]);
  const { hits } = await engine.ask(ask(question));
  return hits[0]?.snippets[0].segments.map((segment) => segment.text).join('') ?? '';
};

describe('the snippet of a long post', () => {
  test('is of the passage with most words of the question, of equals the earliest', async () => {
    const met = { equals: 0, later: 0, twoWords: 0 };
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(fc.constantFrom(...words), { maxLength: 4 }), { minLength: 2, maxLength: 5 }),
        fc.subarray(words, { minLength: 1 }),
        async (passages, asked) => {
          const text = write(passages);
          expect(cutPassages({ text, headings: [] }).map((one) => one.text)).toEqual(text.match(/.*\n/g));
          // A word that the post does not have is no part of the question.
          const worth = passages.map((own) => asked.filter((word) => own.includes(word)).length);
          const most = Math.max(...worth);
          if (most === 0) return;
          const expected = worth.indexOf(most);
          expect(await shownOf(text, asked.join(' '))).toContain(`place${expected} `);
          if (worth.lastIndexOf(most) > expected) met.equals += 1;
          if (expected > 0) met.later += 1;
          if (most > 1) met.twoWords += 1;
        },
      ),
      { numRuns: 150 },
    );
    expect(met.equals).toBeGreaterThan(30);
    expect(met.later).toBeGreaterThan(30);
    expect(met.twoWords).toBeGreaterThan(30);
  });

  test('is of the passage with the more telling word', async () => {
    const text = write([['dask'], ['spark']]);
    const others = Array.from({ length: 9 }, (_, at) => createPost({ id: `x${at}`, text: 'dask' }));
    const engine = await createEngineOfPosts([createPost({ id: 'a', title: 'spark', text }), ...others]);
    const { hits } = await engine.ask(ask('dask spark'));
    const shown = hits.find(({ id }) => id === 'a')?.snippets[0];
    expect(shown?.segments.map((segment) => segment.text).join('')).toContain('place1 spark');
    expect([shown?.before, shown?.after]).toEqual([true, true]);
  });
});

describe('terms that stand together', () => {
  test('count each word of the question once, by its most telling term', () => {
    const [whole, begun, both] = [
      { words: [0], weight: 3 },
      { words: [1], weight: 5 },
      { words: [0, 1], weight: 4 },
    ];
    expect(weighTerms([])).toBe(0);
    expect(weighTerms([whole, begun])).toBe(8);
    expect(weighTerms([whole, both])).toBe(8);
    expect(weighTerms([both, whole])).toBe(8);
    expect(weighTerms([whole, begun, both])).toBe(9);
    expect(weighTerms([{ words: [2], weight: 1 }])).toBe(1);
  });

  test('are worth the same in any order', () => {
    const terms = [0.1, 0.2, 0.3].map((weight, word) => ({ words: [word], weight }));
    expect(weighTerms(terms.toReversed())).toBe(weighTerms(terms));
  });
});
