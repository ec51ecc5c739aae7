/**
 * Reads a file that the manifest names and believes it only if it is what was written.
 * @module
 */
import type { IndexFile } from '../domain/index-manifest.js';
import type { IndexSource } from '../domain/index-source.js';
import type { SearchOptions } from '../domain/search.js';
import { corrupt } from './checked-json.js';
import { sha256 } from './sha256.js';

/** @throws LookbackError `index-missing` or `index-corrupt` (cut short, or a byte changed). */
export const readIndexFile = async (
  source: IndexSource,
  file: IndexFile,
  options: SearchOptions = {},
): Promise<Uint8Array> => {
  const bytes = await source.read(file.path, options);
  if (bytes.length !== file.bytes)
    throw corrupt(file.path, `has ${bytes.length} bytes instead of ${file.bytes}`);
  if ((await sha256(bytes)) !== file.sha256) throw corrupt(file.path, 'has changed since it was written');
  return bytes;
};
