/**
 * Whether a file is what a build wrote, by what its name and its own checksum say: known before it is read any further,
 * so that a source can ask again.
 * @module
 */

import { crc32 } from '../domain/crc32.js';
import { isSealed } from './checked-json.js';
import { manifestPath } from './layout.js';
import { sha256 } from './sha256.js';

const isJsonObject = (bytes: Uint8Array): boolean => {
  try {
    return typeof JSON.parse(new TextDecoder().decode(bytes)) === 'object';
  } catch {
    return false;
  }
};

/** The root of a compiled index ends with the checksum of what is before, least significant byte first. */
const endsWithChecksum = (bytes: Uint8Array): boolean => {
  if (bytes.length < 4) return false;
  const at = bytes.length - 4;
  return (
    crc32(bytes.subarray(0, at)) === new DataView(bytes.buffer, bytes.byteOffset + at).getUint32(0, true)
  );
};

const hasOwnChecksum = (path: string, bytes: Uint8Array): boolean => {
  const checksum = /-([0-9a-f]{8})\.txt$/.exec(path)?.[1];
  if (checksum !== undefined) return crc32(bytes) === Number.parseInt(checksum, 16);
  return path.endsWith('.txt') ? endsWithChecksum(bytes) : isSealed(bytes);
};

/** Pages served over plain HTTP have no Web Crypto; a file of another build is then found by what does not fit. */
const isHashAvailable = (): boolean => 'subtle' in crypto;

/** @param path of any file of the index but the export for plain MiniSearch */
export const isIntact = async (path: string, bytes: Uint8Array): Promise<boolean> => {
  if (path === manifestPath) return isJsonObject(bytes);
  if (!hasOwnChecksum(path, bytes)) return false;
  const hash = /-([0-9a-f]{16})\.(?:txt|json)$/.exec(path)?.[1];
  return hash === undefined || !isHashAvailable() || (await sha256(bytes)).startsWith(hash);
};
