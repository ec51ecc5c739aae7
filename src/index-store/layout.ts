/**
 * Names of the files of an index folder. Every name carries the hash of its content, so that a file never changes under
 * a reader and may be cached for ever; except for the manifest's and the page's.
 * @module
 */
import { type ColumnFile, columnFiles } from '../domain/index-manifest.js';

/** The one file that a reader asks for anew. */
export const manifestPath = 'manifest.json';

/** What is in a file of which a shard has one. */
export type Role = ColumnFile | 'ids';

/** Hexadecimal digits of the SHA-256 that a name carries: 64 bits, enough that two contents never share a name. */
const nameDigits = 16;

/** @param sha256 64 hexadecimal digits. */
export const toNameHash = (sha256: string): string => sha256.slice(0, nameDigits);

export const rolePath = (language: string, role: Role, sha256: string): string =>
  `${language}/${role}-${toNameHash(sha256)}.json`;

/** The serialized MiniSearch index of a language, for who wants just that. */
export const minisearchPath = (language: string, sha256: string): string =>
  `${language}/minisearch-${toNameHash(sha256)}.json`;

export const isExport = (path: string): boolean => /\/minisearch-[0-9a-f]{16}\.json$/.test(path);

/**
 * A part of the compiled index. They are binary; the ending is that of text because the common file servers compress
 * text and leave unknown types as they are.
 */
export const partPath = (language: string, part: string): string => `${language}/${part}.txt`;

/** The part that leads to all others. Its checksum is for pages that cannot make a hash. */
export const rootPath = (language: string, sha256: string, checksum: number): string =>
  partPath(language, `root-${toNameHash(sha256)}-${checksum.toString(16).padStart(8, '0')}`);

export const isRoot = (path: string): boolean => /\/root-[^/]*$/.test(path);

/**
 * @param block hash of the block, 16 hexadecimal digits
 * @param pack number in its block, from 0
 */
export const packPath = (language: string, block: string, pack: number): string =>
  `${language}/posts/${block}/${pack}.json`;

const language = '[A-Za-z0-9-]{2,35}';
const indexFile = new RegExp(
  `^${language}/(?:minisearch-[0-9a-f]{16}\\.json|(?:${[...columnFiles, 'ids'].join('|')})-[0-9a-f]{16}\\.json|root-[0-9a-f]{16}-[0-9a-f]{8}\\.txt|(?:lengths|words|terms|positions)-\\d+-[0-9a-f]{8}\\.txt|posts/[0-9a-f]{16}/\\d+\\.json)$`,
);

/** What a manifest may name, and what a build may delete when its manifest does not: ours, and nothing beside it. */
export const isIndexFile = (path: string): boolean => indexFile.test(path);

// Bundlers leave out of a page what is pure and what nobody asks there.
const olderFile = /* @__PURE__ */ new RegExp(
  `^${language}/(?:minisearch\\.json|root-[0-9a-f]{16}\\.txt|postings-\\d+-[0-9a-f]{8}\\.txt|posts/[0-9a-f]{16}/\\d+-\\d+\\.json)$`,
);

/** What builds of formats 1 to 4 called otherwise. Nobody reads it, and it is deleted: it may say words of what is hidden since. */
export const isOlderFile = (path: string): boolean => olderFile.test(path);

const indexFolder = /* @__PURE__ */ new RegExp(`^(?:assets|${language}(?:/posts(?:/[0-9a-f]{16})?)?)$`);

/** A folder in which files of ours can be. */
export const isIndexFolder = (path: string): boolean => indexFolder.test(path);

/** Which posts are about the same, for who renders pages: under a name that stays. */
export const relatedPath = 'related.json';

/** What {@link relatedPath} begins with; any other file of that name is the author's. */
export const relatedBeginning = '{"format":"lookback-related"';

/** The search page that needs no server but one of files: loads its assets, which are beside it. */
export const pagePath = 'index.html';

/** The library for pages of other people, the manifest in it. */
export const libraryPath = 'lookback.js';

/** What stays under its name, for pages and people to find; it leads to files of ours by their hash, or is read by itself. */
export const entryPaths: readonly string[] = [pagePath, libraryPath, relatedPath];

export const pageStylePath = (sha256: string): string => `assets/lookback-${toNameHash(sha256)}.css`;

/** Scripts load one another by their names, which the bundler made of what is in the files. */
export const pageScriptPath = (name: string): string => `assets/${name}`;

/** Scripts of former versions had hexadecimal names, too. */
const pageAsset = /^assets\/lookback-(?:[0-9a-f]{16}\.(?:js|css)|[a-z-]+-[0-9a-z]{8}\.js)$/;

/** What a build that does not write it may delete; of {@link entryPaths} only what {@link isOwnEntry}. */
export const isPageFile = (path: string): boolean => entryPaths.includes(path) || pageAsset.test(path);

/** What the library of an index begins with. */
export const libraryStart = 'const lookbackManifest=';

/**
 * A page that loads our script by its hash, under its present name or the former one, a library or a list of related posts that begins
 * as ours; any other is the author's.
 */
export const isOwnEntry = (path: string, text: string): boolean => {
  if (path === libraryPath) return text.startsWith(libraryStart);
  if (path === relatedPath) return text.startsWith(relatedBeginning);
  return /src="assets\/lookback-(?:[0-9a-f]{16}|static-page-[0-9a-z]{8})\.js"/.test(text);
};

/**
 * Under which a build writes a file before it gets its name, or puts one that it takes away.
 * @param build eight hexadecimal digits of its own, so that no two builds write one file
 */
export const temporaryPath = (path: string, build: string): string => `${path}.${build}.lookback-tmp`;

/** The name that was to follow; of a path that is not temporary, itself. Builds once had one temporary name for all. */
export const toFinalPath = (path: string): string => path.replace(/(?:\.[0-9a-f]{8})?\.lookback-tmp$/, '');
