/**
 * Filter columns as files: each is read only by a query that filters, counts or sorts by it.
 * @module
 */
import type { FilterColumns, ValueColumn } from '../documents/columns.js';
import { type ColumnFile, columnFiles } from '../domain/index-manifest.js';
import { toNameKey } from '../domain/name-key.js';
import { CheckedObject, corrupt } from './checked-json.js';
import { parseBody, toBody } from './seal.js';

/** More than any blog has posts: whoever looks at groups has a place for each. */
const maxGroups = 2 ** 24;

/** Ascending numbers as differences, which are small and repeat: they compress. */
const toGaps = (numbers: Iterable<number>): readonly number[] => {
  let previous = 0;
  return Array.from(numbers, (number) => {
    const gap = number - previous;
    previous = number;
    return gap;
  });
};

const fromGaps = (gaps: readonly number[]): Uint32Array => {
  let sum = 0;
  return Uint32Array.from(gaps, (gap) => {
    sum += gap;
    return sum;
  });
};

/** @throws LookbackError `index-corrupt` for an ordinal of no document */
const toOrdinals = (gaps: readonly number[], file: string, documentCount: number): Uint32Array => {
  const ordinals = fromGaps(gaps);
  if ((ordinals.at(-1) ?? 0) >= Math.max(documentCount, 1))
    throw corrupt(file, 'has a document that is not there');
  return ordinals;
};

/** A column as what is under the seal of its file. */
interface ColumnBody {
  readonly name: ColumnFile;
  readonly body: Uint8Array;
}

/** Each column that any document has something in. */
export const toColumnBodies = (columns: FilterColumns): readonly ColumnBody[] =>
  columnFiles.flatMap((name): readonly ColumnBody[] => {
    if (name === 'days') {
      const { days } = columns;
      return days.some((day) => day > 0) ? [{ name, body: toBody({ days: toGaps(days) }) }] : [];
    }
    if (name === 'titles' || name === 'words') {
      const entries: readonly (string | number)[] = [...columns[name]];
      return entries.some(Boolean) ? [{ name, body: toBody({ [name]: entries }) }] : [];
    }
    if (name === 'weights') {
      const { weights } = columns;
      const body = { ordinals: toGaps(weights.keys()), weights: [...weights.values()] };
      return weights.size > 0 ? [{ name, body: toBody(body) }] : [];
    }
    if (name === 'translations') {
      const { translations } = columns;
      const ordinals = [...translations.keys()].filter((ordinal) => translations[ordinal] !== 0);
      const body = { ordinals: toGaps(ordinals), groups: ordinals.map((ordinal) => translations[ordinal]) };
      return ordinals.length > 0 ? [{ name, body: toBody(body) }] : [];
    }
    if (name === 'links') {
      const { links } = columns;
      const body = { ordinals: toGaps(links.keys()), targets: Array.from(links.values(), toGaps) };
      return links.size > 0 ? [{ name, body: toBody(body) }] : [];
    }
    const { values, ordinals } = columns[name];
    return values.length > 0 ? [{ name, body: toBody({ values, ordinals: ordinals.map(toGaps) }) }] : [];
  });

/** @throws LookbackError `index-corrupt` */
export const parseValueColumn = (bytes: Uint8Array, file: string, documentCount: number): ValueColumn => {
  const value = new CheckedObject(parseBody(bytes, file), file);
  const values = value.strings('values');
  const ordinals = value.countLists('ordinals').map((gaps) => toOrdinals(gaps, file, documentCount));
  if (ordinals.length !== values.length) throw corrupt(file, 'has not a list a value');
  return { values, keys: values.map(toNameKey), ordinals };
};

/** @throws LookbackError `index-corrupt` */
export const parseLinks = (
  bytes: Uint8Array,
  file: string,
  documentCount: number,
): FilterColumns['links'] => {
  const value = new CheckedObject(parseBody(bytes, file), file);
  const ordinals = toOrdinals(value.counts('ordinals'), file, documentCount);
  const targets = value.countLists('targets').map((gaps) => toOrdinals(gaps, file, documentCount));
  if (targets.length !== ordinals.length) throw corrupt(file, 'has not a list a document');
  return new Map(targets.map((list, at) => [ordinals[at] ?? 0, list]));
};

/** @throws LookbackError `index-corrupt` */
export const parseDays = (bytes: Uint8Array, file: string, documentCount: number): Uint32Array => {
  const days = fromGaps(new CheckedObject(parseBody(bytes, file), file).counts('days'));
  if (days.length !== documentCount) throw corrupt(file, `does not have days of ${documentCount} documents`);
  return days;
};

/** @throws LookbackError `index-corrupt` */
export const parseTitles = (bytes: Uint8Array, file: string, documentCount: number): readonly string[] => {
  const titles = new CheckedObject(parseBody(bytes, file), file).strings('titles');
  if (titles.length !== documentCount)
    throw corrupt(file, `does not have titles of ${documentCount} documents`);
  return titles;
};

/** @throws LookbackError `index-corrupt` */
export const parseWords = (bytes: Uint8Array, file: string, documentCount: number): Uint32Array => {
  const words = Uint32Array.from(new CheckedObject(parseBody(bytes, file), file).counts('words'));
  if (words.length !== documentCount)
    throw corrupt(file, `does not have words of ${documentCount} documents`);
  return words;
};

/** @throws LookbackError `index-corrupt` */
export const parseWeights = (
  bytes: Uint8Array,
  file: string,
  documentCount: number,
): FilterColumns['weights'] => {
  const value = new CheckedObject(parseBody(bytes, file), file);
  const ordinals = toOrdinals(value.counts('ordinals'), file, documentCount);
  const weights = value.list('weights');
  if (weights.length !== ordinals.length) throw corrupt(file, 'has not a weight a document');
  return new Map(
    Array.from(ordinals, (ordinal, at) => {
      const weight = weights[at];
      if (typeof weight !== 'number' || !(weight > 0 && weight < Infinity))
        throw corrupt(file, 'has a weight that is none');
      return [ordinal, weight];
    }),
  );
};

/** @throws LookbackError `index-corrupt` */
export const parseTranslations = (
  bytes: Uint8Array,
  file: string,
  documentCount: number,
): FilterColumns['translations'] => {
  const value = new CheckedObject(parseBody(bytes, file), file);
  const ordinals = toOrdinals(value.counts('ordinals'), file, documentCount);
  const groups = value.counts('groups');
  if (groups.length !== ordinals.length) throw corrupt(file, 'has not a group a document');
  const column = new Uint32Array(documentCount);
  ordinals.forEach((ordinal, at) => {
    const group = groups[at] ?? 0;
    // Numbers are given one after the other, to documents of several shards.
    if (group > maxGroups) throw corrupt(file, 'has a group that is none');
    column[ordinal] = group;
  });
  return column;
};

export const toIdsBody = (ids: readonly string[]): Uint8Array => toBody({ ids });

/** @throws LookbackError `index-corrupt` */
export const parseIds = (bytes: Uint8Array, file: string, documentCount: number): readonly string[] => {
  const ids = new CheckedObject(parseBody(bytes, file), file).strings('ids');
  if (ids.length !== documentCount) throw corrupt(file, `does not have ids of ${documentCount} documents`);
  return ids;
};
