/**
 * Names of the files of an index folder. Every name but the manifest's carries the hash of the content, so a file
 * never changes under a reader and may be cached for ever.
 * @module
 */

/** The one file that is replaced. */
export const manifestPath = 'manifest.json';

/** Hexadecimal digits of the SHA-256 that a file name carries: 64 bits, enough that two posts never share a name. */
const nameDigits = 16;

/** @param sha256 64 hexadecimal digits. */
export const shardFilePath = (language: string, role: 'minisearch' | 'table', sha256: string): string =>
  `${language}/${role}-${sha256.slice(0, nameDigits)}.json`;

export const textPath = (language: string, sha256: string): string =>
  `${language}/texts/${sha256.slice(0, nameDigits)}.json`;

/** Files that a build may delete when its manifest does not name them: ours, and nothing a user put beside them. */
export const isIndexFile = (path: string): boolean =>
  /^[A-Za-z0-9-]{2,35}\/(?:(?:minisearch|table)-|texts\/)[0-9a-f]{16}\.json$/.test(path);
