import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contractNow } from '../contract/contract-now.js';
import { createPost, toDate } from '../contract/posts.js';
import { openRanked, toAsked } from './ranked-posts.js';

const words = ['kettle', 'water', 'cups', 'green', 'leaves'];
const text = fc
  .array(fc.constantFrom(...words), { minLength: 1, maxLength: 8 })
  .map((list) => list.join(' '));
const posts = fc
  .array(
    fc.record({
      title: text,
      text,
      searchWeight: fc.constantFrom(0.25, 1, 3),
      age: fc.constantFrom(undefined, 0, 40, 700),
    }),
    { minLength: 1, maxLength: 8 },
  )
  .map((list) =>
    list.map(({ age, ...post }, at) =>
      createPost({
        ...post,
        id: `${at}`,
        ...(age !== undefined && {
          date: toDate(new Date(contractNow - age * 86_400_000).toISOString().slice(0, 10)),
        }),
      }),
    ),
  );

describe('an explanation', () => {
  it('adds up to the score of its hit, boosts and all', async () => {
    const met = { several: 0, factors: 0, pinned: 0 };
    await fc.assert(
      fc.asyncProperty(posts, text, fc.nat(7), async (blog, question, pinned) => {
        const urls = blog.slice(pinned, pinned + 1).map(({ url }) => url);
        const engine = await openRanked(blog, {
          pins: urls.length > 0 ? [{ query: question, urls }] : [],
          recency: { halfLife: 100, floor: 0.1 },
        });
        const { hits } = await engine.ask(toAsked(question, { explain: true }));
        for (const { score, explanation, url } of hits) {
          const { parts = [], factors = [] } = explanation ?? {};
          const sum = parts.reduce((total, part) => total + part.score, 0);
          const product = factors.reduce((total, { factor }) => total * factor, sum);
          expect(explanation?.score).toBe(score);
          expect(Math.abs(product - score)).toBeLessThanOrEqual(1e-9);
          expect(explanation?.pinned).toBe(urls.includes(url));
          if (score > 0) expect(parts.length).toBeGreaterThan(0);
          if (factors.length > 1) met.factors += 1;
          if (explanation?.pinned) met.pinned += 1;
        }
        if (hits.length > 1) met.several += 1;
      }),
    );
    expect(met.several).toBeGreaterThan(40);
    expect(met.factors).toBeGreaterThan(40);
    expect(met.pinned).toBeGreaterThan(20);
  });

  it('is there only where it is asked for, and changes nothing else', async () => {
    const engine = await openRanked([createPost({ id: 'a', text: 'kettle water', searchWeight: 2 })]);
    const plain = await engine.ask(toAsked('kettle'));
    expect(plain.hits[0]).not.toHaveProperty('explanation');
    const { hits, ...rest } = await engine.ask(toAsked('kettle', { explain: true }));
    expect({ ...rest, hits: hits.map(({ explanation: _explanation, ...hit }) => hit) }).toEqual(plain);
  });
});
