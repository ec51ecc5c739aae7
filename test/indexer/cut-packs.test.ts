import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chooseFileCost, cutPacks, type DocumentSize, toBlocks } from '../../src/indexer/cut-packs.js';

/** What packs cost, as the formula says it. */
const costOf = (documents: readonly DocumentSize[], packs: readonly number[], fileCost: number): number => {
  const items = documents.flatMap(({ head, passages }, document) =>
    passages.map((bytes) => ({ document, head, bytes, hits: 1 / passages.length })),
  );
  let from = 0;
  let cost = packs.length * fileCost;
  for (const count of packs) {
    const inside = items.slice(from, from + count);
    const heads = new Map(inside.map(({ document, head }) => [document, head]));
    const bytes =
      inside.reduce((sum, item) => sum + item.bytes, 0) +
      [...heads.values()].reduce((sum, head) => sum + head, 0);
    cost += bytes * inside.reduce((sum, { hits }) => sum + hits, 0);
    from += count;
  }
  return cost;
};

/** Every way to cut so many passages. */
const allCuts = (passages: number): readonly (readonly number[])[] => {
  if (passages === 0) return [[]];
  return Array.from({ length: passages }, (_, at) => at + 1).flatMap((first) =>
    allCuts(passages - first).map((rest) => [first, ...rest]),
  );
};

const document = fc.record({
  head: fc.nat(300),
  passages: fc.array(fc.integer({ min: 1, max: 6_000 }), { minLength: 1, maxLength: 4 }),
});

describe('packs', () => {
  test('are those of the least cost', () => {
    const met = { joined: 0, documents: 0, cut: 0 };
    fc.assert(
      fc.property(
        fc.array(document, { maxLength: 4 }),
        fc.integer({ min: 0, max: 12_000 }),
        (documents, fileCost) => {
          const count = documents.reduce((sum, { passages }) => sum + passages.length, 0);
          fc.pre(count <= 9);
          const packs = cutPacks(documents, fileCost);
          expect(packs.reduce((sum, passages) => sum + passages, 0)).toBe(count);
          const least = Math.min(...allCuts(count).map((cuts) => costOf(documents, cuts, fileCost)));
          expect(costOf(documents, packs, fileCost)).toBeCloseTo(least, 3);
          if (packs.some((passages) => passages > 1)) met.joined += 1;
          if (packs.length < documents.length) met.documents += 1;
          if (packs.length > 1) met.cut += 1;
        },
      ),
      { numRuns: 150 },
    );
    for (const [name, times] of Object.entries(met)) expect(times, name).toBeGreaterThan(10);
  });

  test('have a passage each where a file costs nothing, and never more than 64', () => {
    const novel = { head: 10, passages: Array.from({ length: 150 }, () => 100) };
    expect(cutPacks([novel], 0)).toHaveLength(150);
    const least = cutPacks([novel], 1e12);
    expect(least).toHaveLength(3);
    expect(Math.max(...least)).toBeLessThanOrEqual(64);
    expect(cutPacks([], 5)).toEqual([]);
  });

  test('are as many as there may be, or few less, or as few as there can be', () => {
    const documents = Array.from({ length: 300 }, (_, at) => ({
      head: 100,
      passages: Array.from(
        { length: 1 + (at % 7 === 0 ? 4 : 0) },
        (_passage, n) => 500 + ((at * 977 + n * 131) % 5_000),
      ),
    }));
    const blocks = toBlocks(documents);
    expect(blocks.map(({ length }) => length)).toEqual([64, 64, 64, 64, 44]);
    const filesFor = (maxFiles: number): number => {
      const fileCost = chooseFileCost(blocks, maxFiles);
      return blocks.reduce((sum, block) => sum + cutPacks(block, fileCost).length, 0);
    };
    for (const most of [100, 200, 300, 400]) {
      expect(filesFor(most)).toBeLessThanOrEqual(most);
      expect(filesFor(most)).toBeGreaterThan(most * 0.75);
    }
    expect(filesFor(10_000)).toBe(300 + 4 * 43);
    // No block has more than 256 passages, and no pack more than 64.
    expect(filesFor(1)).toBe(blocks.reduce((sum, block) => sum + cutPacks(block, 1e13).length, 0));
  });
});
