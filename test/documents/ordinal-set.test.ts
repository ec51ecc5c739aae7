import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { OrdinalSet } from '../../src/documents/ordinal-set.js';

describe('OrdinalSet', () => {
  it('is the set that it says, across words of bits', () => {
    const sizes = fc.integer({ min: 0, max: 100 });
    const cases = sizes.chain((size) => {
      const some = fc.uniqueArray(fc.nat(Math.max(0, size - 1)), { maxLength: size });
      return fc.record({ size: fc.constant(size), one: some, other: some });
    });
    let over = 0;
    fc.assert(
      fc.property(cases, ({ size, one, other }) => {
        const sorted = (ordinals: Iterable<number>) => [...new Set(ordinals)].sort((a, b) => a - b);
        const united = OrdinalSet.of(size, one);
        united.unite(OrdinalSet.of(size, other));
        expect([...united.toOrdinals()]).toEqual(sorted([...one, ...other]));
        const both = OrdinalSet.of(size, one);
        both.intersect(OrdinalSet.of(size, other));
        expect([...both.toOrdinals()]).toEqual(sorted(one.filter((ordinal) => other.includes(ordinal))));
        const rest = OrdinalSet.full(size);
        for (const ordinal of one) rest.delete(ordinal);
        expect([...rest.toOrdinals()]).toEqual([...Array(size).keys()].filter((each) => !one.includes(each)));
        expect(rest.countOf(Uint32Array.from(other))).toBe(
          other.filter((each) => !one.includes(each)).length,
        );
        if (Math.max(0, ...one) > 31 && Math.max(0, ...other) > 31) over += 1;
      }),
    );
    expect(over).toBeGreaterThan(20);
  });
});
