/**
 * What is stored of a shard's documents, read from an index file by file as it is asked for.
 * @module
 */

import {
  type ColumnName,
  type FilterColumns,
  noTranslations,
  type ValueColumn,
} from '../documents/columns.js';
import type { DocumentStore, StoredPassage } from '../documents/document-store.js';
import { mapValueFacets } from '../domain/facets.js';
import type { ShardManifest } from '../domain/index-manifest.js';
import type { IndexSource } from '../domain/index-source.js';
import type { SearchOptions } from '../domain/search.js';
import { findPack } from '../index-store/catalog.js';
import { corrupt } from '../index-store/checked-json.js';
import { parsePack } from '../index-store/pack-file.js';
import { loadScript } from '../sharing/load-script.js';
import { SharedCache } from '../sharing/shared-cache.js';

/** Bytes, as written, of the packs that a shard keeps: some thousand posts, and those that are found are found again. */
const keptPackBytes = 32 * 1024 * 1024;

/** The passages of a pack, and how many bytes it has. */
interface ReadPack {
  readonly passages: readonly StoredPassage[];
  readonly bytes: number;
}

/** Of a facet that no document has anything of: nothing is read for it. */
const noValues: ValueColumn = { values: [], keys: [], ordinals: [] };

const noWeights: FilterColumns['weights'] = new Map();
const noLinks: FilterColumns['links'] = new Map();

/** A question of words alone reads no column. */
const loadColumns = () => loadScript('filters', () => import('../index-store/columns.js'));
type Columns = Awaited<ReturnType<typeof loadColumns>>;

const toExpires = ({ catalog, documents }: ShardManifest): Float64Array => {
  const column = new Float64Array(documents).fill(Infinity);
  for (const [ordinal, seconds] of catalog.expires) column[ordinal] = seconds;
  return column;
};

export const createDocumentStore = (source: IndexSource, shard: ShardManifest): DocumentStore => {
  const { documents: documentCount, language, catalog, columns } = shard;
  const expires = toExpires(shard);
  const packs = new SharedCache<string, ReadPack>(
    async (path, signal) => {
      const bytes = await source.read(path, { signal });
      return { passages: parsePack(bytes, path), bytes: bytes.length };
    },
    { room: keptPackBytes, sizeOf: (_, { bytes }) => bytes },
  );
  /** By path. */
  const files = <Value extends object>(
    parse: (columns: Columns, bytes: Uint8Array, path: string) => Value,
  ): SharedCache<string, Value> =>
    new SharedCache(async (path, signal) => {
      const [bytes, parser] = await Promise.all([source.read(path, { signal }), loadColumns()]);
      return parse(parser, bytes, path);
    });
  const values = files(({ parseValueColumn }, bytes, path) => parseValueColumn(bytes, path, documentCount));
  const days = files(({ parseDays }, bytes, path) => parseDays(bytes, path, documentCount));
  const titles = files(({ parseTitles }, bytes, path) => parseTitles(bytes, path, documentCount));
  const words = files(({ parseWords }, bytes, path) => parseWords(bytes, path, documentCount));
  const weights = files(({ parseWeights }, bytes, path) => parseWeights(bytes, path, documentCount));
  const translations = files(({ parseTranslations }, bytes, path) =>
    parseTranslations(bytes, path, documentCount),
  );
  const links = files(({ parseLinks }, bytes, path) => parseLinks(bytes, path, documentCount));
  const ids = files(({ parseIds }, bytes, path) => {
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
    translations: async ({ signal }) =>
      columns.translations === undefined ? noTranslations : translations.get(columns.translations, signal),
    links: async ({ signal }) => (columns.links === undefined ? noLinks : links.get(columns.links, signal)),
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
    async passages(places, { signal } = {}) {
      const stored = places.map((place) => findPack(language, catalog, place));
      const read = await packs.getAll(
        stored.map(({ path }) => path),
        signal,
      );
      return stored.map(({ path, at }, number) => {
        const passage = read[number]?.passages[at];
        if (passage === undefined) throw corrupt(path, 'does not have all of its passages');
        return passage;
      });
    },
    ordinalOf: async (id, { signal } = {}) => (await ids.get(shard.ids, signal)).get(id),
  };
};
