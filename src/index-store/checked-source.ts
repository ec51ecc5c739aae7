/**
 * The one place where files of an index are believed or not, wherever they come from.
 * @module
 */
import type { IndexSource } from '../domain/index-source.js';
import { isObject } from '../domain/is-object.js';
import { corrupt, parseJson } from './checked-json.js';
import { isIntact } from './is-intact.js';
import { manifestPath } from './layout.js';

type ReadOptions = Parameters<IndexSource['read']>[1];

/** What a cache or a transfer has damaged may be whole where it comes from, so it is asked for twice. */
const readWhole = async (
  source: IndexSource,
  path: string,
  isWhole: (bytes: Uint8Array) => boolean | Promise<boolean>,
  options: ReadOptions,
): Promise<Uint8Array> => {
  const bytes = await source.read(path, options);
  if (await isWhole(bytes)) return bytes;
  const fresh = await source.read(path, { ...options, fresh: true });
  if (await isWhole(fresh)) return fresh;
  throw corrupt(path, 'is not what was written there');
};

/**
 * @returns reads files that are whole and in their place; throws LookbackError `index-corrupt` for any other, or what the
 *   source throws
 */
export const createCheckedSource = (source: IndexSource): IndexSource => ({
  read: (path, options) => readWhole(source, path, (bytes) => isIntact(path, bytes), options),
});

const isManifest = (bytes: Uint8Array): boolean => {
  try {
    return isObject(parseJson(bytes, manifestPath));
  } catch {
    return false;
  }
};

/**
 * What says of all other files what they are; it is still to be parsed.
 * @throws LookbackError `index-corrupt`, or what the source throws
 */
export const readManifest = (source: IndexSource): Promise<Uint8Array> =>
  readWhole(source, manifestPath, isManifest, undefined);
