/**
 * The manifest as bytes, and back.
 * @module
 */
import { crc32 } from '../domain/crc32.js';
import { LookbackError } from '../domain/errors.js';
import {
  columnFiles,
  type IndexFile,
  type IndexManifest,
  type IndexRoot,
  indexFormatVersion,
  type ShardManifest,
} from '../domain/index-manifest.js';
import { isObject } from '../domain/is-object.js';
import type { Synonym } from '../domain/synonym.js';
import { parseCatalog } from './catalog.js';
import { CheckedObject, corrupt, isOrdinal, parseJson } from './checked-json.js';
import { isIndexFile, manifestPath } from './layout.js';
import { parseRankingSettings } from './ranking-settings.js';

/** A property a line, so that a change is seen; lists of numbers in one. No text has a line break in it. */
const toText = (value: object): string =>
  JSON.stringify(value, undefined, 2).replace(/\[\n[\s\d,]*\]/g, (list) => list.replace(/\s+/g, ''));

const toChecksum = (manifest: object): string =>
  crc32(new TextEncoder().encode(JSON.stringify(manifest)))
    .toString(16)
    .padStart(8, '0');

/** The bytes of `manifest.json`; the same manifest always gives the same. */
export const toManifestBytes = (manifest: IndexManifest): Uint8Array =>
  new TextEncoder().encode(`${toText({ ...manifest, checksum: toChecksum(manifest) })}\n`);

/** A path is joined to a folder or a URL: it must not lead out of the index. */
const checkPath = (path: string): string => {
  if (!isIndexFile(path)) throw corrupt(manifestPath, `"${path}" is no index file`);
  return path;
};

const parseFile = (value: CheckedObject): IndexFile => {
  const sha256 = value.string('sha256');
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw corrupt(manifestPath, `"${sha256}" is no SHA-256`);
  return { path: checkPath(value.string('path')), bytes: value.count('bytes'), sha256 };
};

const parseColumns = (value: CheckedObject): ShardManifest['columns'] =>
  Object.fromEntries(
    columnFiles.flatMap((name) => {
      const path = value.optionalString(name);
      return path === undefined ? [] : [[name, checkPath(path)] as const];
    }),
  );

const parsePinned = (list: readonly unknown[], documentCount: number): NonNullable<ShardManifest['pinned']> =>
  list.map((item) => {
    const [url, ordinal]: readonly unknown[] = Array.isArray(item) ? item : [];
    if (typeof url === 'string' && isOrdinal(ordinal, documentCount)) return [url, ordinal];
    throw corrupt(manifestPath, 'has a pin of no document');
  });
const parseSynonym = (value: CheckedObject): Synonym => ({
  from: value.string('from'),
  to: value.string('to'),
});

const parseRoot = (value: CheckedObject): IndexRoot => {
  const path = value.optionalString('path');
  return path === undefined ? { base64: value.string('base64') } : { path: checkPath(path) };
};

const parseShard = (value: CheckedObject): ShardManifest => {
  const path = (name: string): string => checkPath(value.string(name));
  const minisearch = value.optionalObject('minisearch');
  const documents = value.count('documents');
  const pinned = value.optionalList('pinned');
  const synonyms = value.optionalObjects('synonyms');
  return {
    language: value.string('language'),
    analyzer: value.string('analyzer'),
    documents,
    terms: value.count('terms'),
    root: parseRoot(value.object('root')),
    catalog: parseCatalog(value.object('catalog'), manifestPath, documents),
    columns: parseColumns(value.object('columns')),
    ids: path('ids'),
    ...(minisearch && { minisearch: parseFile(minisearch) }),
    ...(pinned && { pinned: parsePinned(pinned, documents) }),
    ...(synonyms.length > 0 && { synonyms: synonyms.map(parseSynonym) }),
  };
};

/** JSON keeps the order of properties, so what was written can be written again. */
const checkSum = (json: unknown): void => {
  const { checksum, ...manifest } = isObject(json) ? json : {};
  if (checksum !== toChecksum(manifest)) throw corrupt(manifestPath, 'has changed since it was written');
};

/** @throws LookbackError `index-corrupt` or `index-format` (another version) */
export const parseManifest = (bytes: Uint8Array): IndexManifest => {
  const json = parseJson(bytes, manifestPath);
  const value = new CheckedObject(json, manifestPath);
  if (value.string('format') !== 'lookback-index') throw corrupt(manifestPath, 'is no Lookback manifest');
  const version = value.count('version');
  if (version !== indexFormatVersion) {
    const age = version > indexFormatVersion ? 'newer' : 'older';
    throw new LookbackError(
      'index-format',
      `the index has format ${version}, which is ${age} than the one that this version of Lookback reads (${indexFormatVersion})`,
      { file: manifestPath },
    );
  }
  checkSum(json);
  const nextBuildDue = value.optionalString('nextBuildDue');
  const ranking = value.optionalObject('ranking');
  return {
    format: 'lookback-index',
    version,
    ...(nextBuildDue !== undefined && { nextBuildDue }),
    ...(ranking && { ranking: parseRankingSettings(ranking, manifestPath) }),
    shards: value.objects('shards').map(parseShard),
  };
};
