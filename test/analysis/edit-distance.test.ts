import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DistanceWalk, editDistance } from '../../src/analysis/edit-distance.js';

/** Few letters, so that words are alike. */
const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 8 });
const max = fc.integer({ min: 0, max: 2 });

describe('a walk through terms in order', () => {
  it('measures each as if it were the only one', () => {
    let near = 0;
    fc.assert(
      fc.property(word, fc.array(word, { minLength: 2, maxLength: 20 }), max, (asked, terms, most) => {
        const walk = new DistanceWalk(asked, most);
        for (const term of terms.toSorted()) {
          const distance = editDistance(asked, term, most);
          expect(walk.measure(term)).toBe(distance);
          if (distance <= most) near += 1;
        }
      }),
      { numRuns: 500 },
    );
    expect(near).toBeGreaterThan(300);
  });

  it('looks at no more of a term than decides: whatever begins so is too far as well', () => {
    let cut = 0;
    fc.assert(
      fc.property(
        word,
        fc.array(word, { minLength: 2, maxLength: 20 }),
        word,
        max,
        (asked, terms, rest, most) => {
          const walk = new DistanceWalk(asked, most);
          for (const term of terms.toSorted()) {
            const distance = walk.measure(term);
            expect(walk.depth).toBeLessThanOrEqual(term.length);
            if (distance <= most) expect(walk.depth).toBe(term.length);
            if (walk.depth === term.length) continue;
            cut += 1;
            const other = term.slice(0, walk.depth) + rest;
            expect(editDistance(asked, other, asked.length + other.length)).toBeGreaterThan(most);
          }
        },
      ),
      { numRuns: 500 },
    );
    expect(cut).toBeGreaterThan(500);
  });

  it.each([
    // The second letter is the second edit.
    ['spark', 'xyzzyzzyzzy', 1, 2],
    // No word of seven letters is one edit from one of five.
    ['spark', 'sparkling', 1, 6],
    // A swap may still come after one edit, and not after two.
    ['spark', 'spxxxxxxxx', 1, 4],
    ['spark', 'spxxxxxxxx', 2, 5],
    ['spark', 'xspark', 0, 1],
  ])('of %s looks at %s, for at most %i edits, up to letter %i', (asked, term, most, depth) => {
    const walk = new DistanceWalk(asked, most);
    expect(walk.measure(term)).toBe(most + 1);
    expect(walk.depth).toBe(depth);
  });

  it('takes what a term has in common with the one before it from there, and only that', () => {
    const walk = new DistanceWalk('spark', 1);
    const measured = ['spar', 'spare', 'spark', 'sparkx', 'sparkxx', 'spbrk', 'sprak', 'spr', 's', ''];
    expect(measured.map((term) => walk.measure(term))).toEqual([1, 1, 0, 1, 2, 1, 1, 2, 2, 2]);
  });
});
