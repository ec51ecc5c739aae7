/**
 * What is stored of a shard's documents, read from an index file by file as it is asked for.
 * @module
 */

import type { ColumnName, FilterColumns, ValueColumn } from '../documents/columns.js';
import type { DocumentStore, PassagePlace, StoredPassage } from '../documents/document-store.js';
import { LookbackError } from '../domain/errors.js';
import { mapValueFacets } from '../domain/facets.js';
import { blockSize, type ShardManifest } from '../domain/index-manifest.js';
import type { IndexSource } from '../domain/index-source.js';
import type { SearchOptions } from '../domain/search.js';
import {
  parseDays,
  parseIds,
  parseTitles,
  parseValueColumn,
  parseWeights,
  parseWords,
} from '../index-store/columns.js';
import { manifestPath, passagePath } from '../index-store/layout.js';
import { parsePassage } from '../index-store/passage-file.js';
import { SharedCache } from '../sharing/shared-cache.js';

/** Passages kept in memory a shard; one is some 5 kB, and posts that are found are found again. */
const passagesKept = 2_000;

/** Of a facet that no document has anything of: nothing is read for it. */
const noValues: ValueColumn = { values: [], keys: [], ordinals: [] };

const noWeights: FilterColumns['weights'] = new Map();

const toExpires = ({ catalog, documents }: ShardManifest): Float64Array => {
  const column = new Float64Array(documents).fill(Infinity);
  for (const [ordinal, seconds] of catalog.expires) column[ordinal] = seconds;
  return column;
};

export const createDocumentStore = (source: IndexSource, shard: ShardManifest): DocumentStore => {
  const { documents: documentCount, language, catalog, columns } = shard;
  const expires = toExpires(shard);
  /** By path. */
  const files = <Value extends object>(parse: (bytes: Uint8Array, path: string) => Value, room = Infinity) =>
    new SharedCache(async (path: string, signal) => parse(await source.read(path, { signal }), path), {
      room,
    });
  const passages = files<StoredPassage>(parsePassage, passagesKept);
  const values = files((bytes, path) => parseValueColumn(bytes, path, documentCount));
  const days = files((bytes, path) => parseDays(bytes, path, documentCount));
  const titles = files((bytes, path) => parseTitles(bytes, path, documentCount));
  const words = files((bytes, path) => parseWords(bytes, path, documentCount));
  const weights = files((bytes, path) => parseWeights(bytes, path, documentCount));
  const ids = files((bytes, path) => {
    const list = parseIds(bytes, path, documentCount);
    return new Map(list.map((id, ordinal) => [id, ordinal]));
  });

  const readColumn: { [Name in ColumnName]: (options: SearchOptions) => Promise<FilterColumns[Name]> } = {
    ...mapValueFacets(({ name }) => async ({ signal }: SearchOptions) => {
      const path = columns[name];
      return path === undefined ? noValues : values.get(path, signal);
    }),
    days: async ({ signal }) =>
      columns.days === undefined ? new Uint32Array(documentCount) : days.get(columns.days, signal),
    titles: async ({ signal }) =>
      columns.titles === undefined
        ? new Array<string>(documentCount).fill('')
        : titles.get(columns.titles, signal),
    words: async ({ signal }) =>
      columns.words === undefined ? new Uint32Array(documentCount) : words.get(columns.words, signal),
    expires: async () => expires,
    weights: async ({ signal }) =>
      columns.weights === undefined ? noWeights : weights.get(columns.weights, signal),
  };

  const pathOf = ({ ordinal, passage }: PassagePlace): string => {
    const block = catalog.blocks[Math.floor(ordinal / blockSize)];
    if (block === undefined) {
      throw new LookbackError('index-corrupt', `${manifestPath}: has no document ${ordinal}`, {
        file: manifestPath,
      });
    }
    return passagePath(language, block, ordinal % blockSize, passage);
  };

  return {
    documentCount,
    async columns(names, options = {}) {
      const read: Partial<FilterColumns> = {};
      await Promise.all(
        names.map(async (name) => {
          Object.assign(read, { [name]: await readColumn[name](options) });
        }),
      );
      // Every name asked for has just been assigned.
      return read as FilterColumns;
    },
    passageCounts: async (ordinals) => ordinals.map((ordinal) => catalog.passages[ordinal] ?? 1),
    passages: async (places, { signal } = {}) => passages.getAll(places.map(pathOf), signal),
    ordinalOf: async (id, { signal } = {}) => (await ids.get(shard.ids, signal)).get(id),
  };
};
