/**
 * The root of a compiled index, which lies in the manifest or in a file.
 * @module
 */
import type { IndexRoot } from '../domain/index-manifest.js';
import type { IndexSource } from '../domain/index-source.js';
import type { SearchOptions } from '../domain/search.js';
import { corrupt } from './checked-json.js';
import { manifestPath } from './layout.js';

/** The file that says the root. */
export const placeOfRoot = (root: IndexRoot): string => ('path' in root ? root.path : manifestPath);

/** @throws LookbackError `index-corrupt`, or what the source throws */
export const readRoot = async (
  source: IndexSource,
  root: IndexRoot,
  options: SearchOptions,
): Promise<Uint8Array> => {
  if ('path' in root) return source.read(root.path, options);
  try {
    return Uint8Array.from(atob(root.base64), (character) => character.charCodeAt(0));
  } catch {
    throw corrupt(manifestPath, 'has a root that is no base64');
  }
};
