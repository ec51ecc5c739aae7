/**
 * Whether a file is what a build wrote at this place, by what its name and its own checksum say: known before it is read
 * any further, so that it can be asked for again.
 * @module
 */

import { crc32 } from '../domain/crc32.js';
import { isExport, isRoot, toNameHash } from './layout.js';
import { bodyOf, isSealed } from './seal.js';
import { sha256 } from './sha256.js';

/** The checksum of a root as its name says it: of all that stands before the one at its end. */
export const rootChecksum = (bytes: Uint8Array): number =>
  crc32(bytes.subarray(0, Math.max(0, bytes.length - 4)));

/** Parts of a compiled index say their checksum in their name. */
const hasNamedChecksum = (path: string, bytes: Uint8Array): boolean => {
  const named = /-([0-9a-f]{8})\.txt$/.exec(path)?.[1];
  if (named === undefined) return false;
  return (isRoot(path) ? rootChecksum(bytes) : crc32(bytes)) === Number.parseInt(named, 16);
};

/** Pages served over plain HTTP have no Web Crypto; checksums that know their place have to do there. */
const isHashAvailable = (): boolean => 'subtle' in crypto;

const hasNamedHash = async (path: string, bytes: Uint8Array): Promise<boolean> => {
  const named = /-([0-9a-f]{16})(?:-[0-9a-f]{8}\.txt|\.json)$/.exec(path)?.[1];
  return named === undefined || !isHashAvailable() || toNameHash(await sha256(bytes)) === named;
};

/** @param path of any file but the manifest */
export const isIntact = async (path: string, bytes: Uint8Array): Promise<boolean> => {
  if (isExport(path)) return hasNamedHash(path, bytes);
  if (path.endsWith('.txt')) return hasNamedChecksum(path, bytes) && hasNamedHash(path, bytes);
  return isSealed(path, bytes) && hasNamedHash(path, bodyOf(bytes));
};
