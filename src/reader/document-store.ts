/**
 * What is stored of a shard's documents, read from an index file by file as it is asked for.
 * @module
 */
import { LookbackError } from '../domain/errors.js';
import type { ShardManifest } from '../domain/index-manifest.js';
import type { IndexSource } from '../domain/index-source.js';
import type { SearchOptions } from '../domain/search.js';
import { blockSize, type Catalog, parseCatalog } from '../index-store/catalog.js';
import { parseDays, parseIds, parseValueColumn } from '../index-store/columns.js';
import { passagePath } from '../index-store/layout.js';
import { parsePassage } from '../index-store/passage-file.js';
import type { ColumnName, DocumentStore, FilterColumns, Place, StoredPassage } from '../results/shard.js';
import { SharedReads } from './shared-reads.js';

/** Passages kept in memory a shard; one is some 5 kB, and posts that are found are found again. */
const passagesKept = 2_000;

const toExpires = ({ expires }: Catalog, documentCount: number): Float64Array => {
  const column = new Float64Array(documentCount).fill(Infinity);
  for (const [ordinal, seconds] of expires) column[ordinal] = seconds;
  return column;
};

export const createDocumentStore = (source: IndexSource, shard: ShardManifest): DocumentStore => {
  const { documents: documentCount, language } = shard;
  const passages = new SharedReads<StoredPassage>(source, parsePassage, passagesKept);
  const catalogs = new SharedReads(source, (bytes, file) => {
    const catalog = parseCatalog(bytes, file, documentCount);
    return { catalog, expires: toExpires(catalog, documentCount) };
  });
  const values = new SharedReads(source, (bytes, file) => parseValueColumn(bytes, file, documentCount));
  const days = new SharedReads(source, (bytes, file) => parseDays(bytes, file, documentCount));
  const ids = new SharedReads(source, (bytes, file) => {
    const list = parseIds(bytes, file, documentCount);
    return new Map(list.map((id, ordinal) => [id, ordinal]));
  });

  const readColumn: { [Name in ColumnName]: (options: SearchOptions) => Promise<FilterColumns[Name]> } = {
    tags: (options) => values.read(shard.tags, options),
    categories: (options) => values.read(shard.categories, options),
    days: (options) => days.read(shard.days, options),
    expires: async (options) => (await catalogs.read(shard.catalog, options)).expires,
  };

  const pathOf = ({ blocks }: Catalog, { ordinal, passage }: Place): string => {
    const block = blocks[Math.floor(ordinal / blockSize)];
    if (block === undefined) {
      throw new LookbackError('index-corrupt', `${shard.catalog}: has no document ${ordinal}`, {
        file: shard.catalog,
      });
    }
    return passagePath(language, block, ordinal % blockSize, passage);
  };

  return {
    documentCount,
    async columns(names, options = {}) {
      const columns: Partial<FilterColumns> = {};
      await Promise.all(
        names.map(async (name) => {
          Object.assign(columns, { [name]: await readColumn[name](options) });
        }),
      );
      // Every name asked for has just been assigned.
      return columns as FilterColumns;
    },
    async passageCounts(ordinals, options = {}) {
      const { catalog } = await catalogs.read(shard.catalog, options);
      return ordinals.map((ordinal) => catalog.passages[ordinal] ?? 1);
    },
    async passages(places, options = {}) {
      const { catalog } = await catalogs.read(shard.catalog, options);
      return Promise.all(places.map((place) => passages.read(pathOf(catalog, place), options)));
    },
    ordinalOf: async (id, options = {}) => (await ids.read(shard.ids, options)).get(id),
  };
};
