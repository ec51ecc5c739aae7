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
  indexFormatVersion,
  type ShardManifest,
} from '../domain/index-manifest.js';
import { isObject } from '../domain/is-object.js';
import type { Synonym } from '../domain/synonym.js';
import { parseCatalog } from './catalog.js';
import { CheckedObject, corrupt, parseJson } from './checked-json.js';
import { isIndexFile, manifestPath } from './layout.js';

/** A property a line, so that a change is seen; lists of numbers in one. */
const toText = (value: object): string =>
  JSON.stringify(value, undefined, 2).replace(/\[[\s\d,]*\]/g, (list) => list.replace(/\s+/g, ''));

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

const parseSynonym = (value: CheckedObject): Synonym => ({
  from: value.string('from'),
  to: value.string('to'),
});

const parseShard = (value: CheckedObject): ShardManifest => {
  const path = (name: string): string => checkPath(value.string(name));
  const minisearch = value.optionalObject('minisearch');
  const documents = value.count('documents');
  const synonyms = value.optionalObjects('synonyms');
  return {
    language: value.string('language'),
    documents,
    terms: value.count('terms'),
    root: path('root'),
    catalog: parseCatalog(value.object('catalog'), manifestPath, documents),
    columns: parseColumns(value.object('columns')),
    ids: path('ids'),
    ...(minisearch && { minisearch: parseFile(minisearch) }),
    ...(synonyms.length > 0 && { synonyms: synonyms.map(parseSynonym) }),
  };
};

/** JSON keeps the order of properties, so what was written can be written again. */
const checkSum = (json: unknown): void => {
  const { checksum, ...manifest } = isObject(json) ? json : {};
  if (checksum !== toChecksum(manifest)) throw corrupt(manifestPath, 'has changed since it was written');
};

/**
 * @param analyzer fingerprint of the reader's own analyzer.
 * @throws LookbackError `index-corrupt`, `index-format` (another version) or `index-analyzer` (another analysis).
 */
export const parseManifest = (bytes: Uint8Array, analyzer: string): IndexManifest => {
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
  const found = value.string('analyzer');
  if (found !== analyzer) {
    throw new LookbackError(
      'index-analyzer',
      `the index was made by analyzer "${found}", this version of Lookback asks with "${analyzer}"`,
      { file: manifestPath },
    );
  }
  checkSum(json);
  const nextBuildDue = value.optionalString('nextBuildDue');
  return {
    format: 'lookback-index',
    version,
    analyzer: found,
    ...(nextBuildDue !== undefined && { nextBuildDue }),
    shards: value.objects('shards').map(parseShard),
  };
};
