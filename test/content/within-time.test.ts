import { describe, expect, it } from 'vitest';
import { TooSlow, withinTime } from '../../src/content/within-time.js';

describe('work with a limit of time', () => {
  it('gives its result, and throws what it throws', () => {
    expect(withinTime(1, () => ['a'])).toEqual(['a']);
    expect(withinTime(1, () => undefined)).toBeUndefined();
    const problem = new RangeError('too deep');
    expect(() =>
      withinTime(1, () => {
        throw problem;
      }),
    ).toThrow(problem);
  });

  it.each<readonly [string, () => unknown]>([
    [
      'a loop',
      () => {
        for (;;);
      },
    ],
    ['a regular expression', () => /^(?:a+)+$/.test(`${'a'.repeat(50)}b`)],
    [
      'code that catches all',
      () => {
        for (;;)
          try {
            for (;;);
          } catch {
            /* and goes on */
          }
      },
    ],
  ])('ends %s', (_, work) => {
    expect(() => withinTime(0.05, work)).toThrow(TooSlow);
    expect(withinTime(1, () => 'the next')).toBe('the next');
  });

  it('may hold another limit', () => {
    expect(() =>
      withinTime(5, () =>
        withinTime(0.02, () => {
          for (;;);
        }),
      ),
    ).toThrow(TooSlow);
    expect(withinTime(5, () => withinTime(1, () => 1) + 1)).toBe(2);
  });
});
