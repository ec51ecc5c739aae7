import { describe, expect, test } from 'vitest';
import { crc32 } from '../../src/domain/crc32.js';
import { isIntact, rootChecksum } from '../../src/index-store/is-intact.js';
import { minisearchPath, partPath, passagePath, rolePath, rootPath } from '../../src/index-store/layout.js';
import { seal, toBody } from '../../src/index-store/seal.js';
import { sha256 } from '../../src/index-store/sha256.js';

const body = toBody({ values: ['lake'], ordinals: [[0]] });
const other = toBody({ values: ['pond'], ordinals: [[0]] });
const toHex = (checksum: number): string => checksum.toString(16).padStart(8, '0');
const partOf = (bytes: Uint8Array): string => partPath('en', `terms-0-${toHex(crc32(bytes))}`);

describe('a file', () => {
  test('is what its name says, and nothing else is', async () => {
    const hash = await sha256(body);
    const column = rolePath('en', 'tags', hash);
    const root = rootPath('en', hash, rootChecksum(body));
    const passage = passagePath('en', '0'.repeat(16), 0, 0);
    const whole: readonly (readonly [string, Uint8Array])[] = [
      [column, seal(column, body)],
      [passage, seal(passage, body)],
      [root, body],
      [partOf(body), body],
      [minisearchPath('en', hash), body],
    ];
    for (const [path, bytes] of whole) {
      expect(await isIntact(path, bytes), path).toBe(true);
      const changed = Uint8Array.from(bytes, (byte, at) => (at === 12 ? byte ^ 1 : byte));
      expect(await isIntact(path, changed), path).toBe(false);
      expect(await isIntact(path, bytes.subarray(0, -1)), path).toBe(false);
    }
  });

  test('has both its hash and its checksum or seal', async () => {
    const [hash, wrong] = [await sha256(body), await sha256(other)];
    const column = rolePath('en', 'tags', wrong);
    expect(await isIntact(column, seal(column, body))).toBe(false);
    expect(await isIntact(rolePath('en', 'tags', hash), seal('en/elsewhere', body))).toBe(false);
    expect(await isIntact(rootPath('en', wrong, rootChecksum(body)), body)).toBe(false);
    expect(await isIntact(rootPath('en', hash, rootChecksum(other)), body)).toBe(false);
    expect(await isIntact(partOf(other), body)).toBe(false);
  });

  test('whose name says nothing is none of ours', async () => {
    for (const path of ['en/terms.txt', `en/root-${(await sha256(body)).slice(0, 16)}.txt`]) {
      expect(await isIntact(path, body)).toBe(false);
    }
  });
});
