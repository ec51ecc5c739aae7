import { describe, expect, test } from 'vitest';
import type { IndexSource } from '../../src/domain/index-source.js';
import { createCheckedSource, readManifest } from '../../src/index-store/checked-source.js';
import { packPath } from '../../src/index-store/layout.js';
import { seal, toBody } from '../../src/index-store/seal.js';

const path = packPath('en', '0'.repeat(16), 0);
const whole = seal(path, toBody({ text: 'lake' }));
const elsewhere = seal(packPath('en', '0'.repeat(16), 1), toBody({ text: 'river' }));

/** A cache that has `cached`, before a server that has `served`; and how it was asked. */
const createCache = (cached: Uint8Array, served: Uint8Array) => {
  const asked: (boolean | undefined)[] = [];
  const source: IndexSource = {
    async read(_, { fresh } = {}) {
      asked.push(fresh);
      return fresh ? served : cached;
    },
  };
  return { source, asked };
};

describe('any source', () => {
  test('is asked once for what is whole and in its place', async () => {
    const { source, asked } = createCache(whole, whole);
    expect(await createCheckedSource(source).read(path)).toBe(whole);
    expect(asked).toEqual([undefined]);
  });

  test.each([
    ['damaged', whole.subarray(0, -1)],
    ['of another place', elsewhere],
    ['empty', new Uint8Array()],
  ])('is asked again, past every cache, for what is %s', async (_, bytes) => {
    const { source, asked } = createCache(bytes, whole);
    expect(await createCheckedSource(source).read(path)).toBe(whole);
    expect(asked).toEqual([undefined, true]);
    const bad = createCache(bytes, bytes);
    await expect(createCheckedSource(bad.source).read(path)).rejects.toMatchObject({
      code: 'index-corrupt',
      file: path,
    });
  });

  test('is asked again for a manifest that was cut short', async () => {
    const { source } = createCache(toBody({}).subarray(1), toBody({}));
    expect(await readManifest(source)).toEqual(toBody({}));
  });
});
