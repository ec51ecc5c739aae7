/**
 * MiniSearch's serialized form (its `toJSON`, version 2), checked before MiniSearch believes it: it looks at nothing that it loads,
 * and fails in the middle of a search, or answers something else.
 * @module
 */
import type { AsPlainObject } from 'minisearch';
import { LookbackError } from '../../domain/errors.js';
import { fieldNames } from '../../domain/fields.js';
import { isObject, type JsonObject } from '../../domain/is-object.js';

const corrupt = (what: string, cause?: unknown): LookbackError =>
  new LookbackError('index-corrupt', `The MiniSearch index ${what}.`, { cause });

const isCount = (value: unknown): value is number =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;

/** The short ids of documents are their ordinals: an object that has each of them, and nothing else. */
const isByOrdinal = (value: unknown, documents: number): value is JsonObject =>
  isObject(value) &&
  Object.keys(value).length === documents &&
  // Keys that are numbers come in their order, whatever the file's.
  Object.keys(value).every((key, ordinal) => key === String(ordinal));

const hasOurFields = (fieldIds: unknown): boolean =>
  isObject(fieldIds) &&
  Object.keys(fieldIds).length === fieldNames.length &&
  fieldNames.every((name, field) => fieldIds[name] === field);

const areIds = (value: unknown, documents: number): boolean =>
  isByOrdinal(value, documents) &&
  Object.values(value).every((id) => typeof id === 'string') &&
  new Set(Object.values(value)).size === documents;

const areLengths = (value: unknown, documents: number): boolean =>
  isByOrdinal(value, documents) &&
  Object.values(value).every(
    (lengths) => Array.isArray(lengths) && lengths.length === fieldNames.length && lengths.every(isCount),
  );

const areMeans = (value: unknown, documents: number): boolean =>
  Array.isArray(value) &&
  value.length === (documents === 0 ? 0 : fieldNames.length) &&
  value.every((mean) => typeof mean === 'number' && mean >= 0 && mean < Infinity);

const isOrdinal = (key: string, documents: number): boolean =>
  String(Number(key)) === key && isCount(Number(key)) && Number(key) < documents;

/** Documents and how often each has the term. */
const areFrequencies = (value: unknown, documents: number): boolean =>
  isObject(value) &&
  Object.entries(value).every(
    ([ordinal, frequency]) => isOrdinal(ordinal, documents) && isCount(frequency) && frequency > 0,
  );

const checkTerms = (index: unknown, documents: number): void => {
  if (!Array.isArray(index)) throw corrupt('has no terms');
  let before = '';
  for (const entry of index as readonly unknown[]) {
    const [term, postings] = Array.isArray(entry) ? (entry as readonly unknown[]) : [];
    if (typeof term !== 'string' || !isObject(postings)) throw corrupt('has a term without postings');
    if (term <= before) throw corrupt('has terms that are not sorted');
    before = term;
    for (const [field, frequencies] of Object.entries(postings)) {
      if (!isOrdinal(field, fieldNames.length) || !areFrequencies(frequencies, documents))
        throw corrupt('has postings of what is no field or no document');
    }
  }
};

/** A function that throws unless it is. */
type Check = (value: unknown) => asserts value is AsPlainObject;

const check: Check = (value) => {
  if (!isObject(value)) throw corrupt('is no object');
  if (value.serializationVersion !== 2) throw corrupt('is of another version');
  const { documentCount: documents } = value;
  if (!isCount(documents) || !areIds(value.documentIds, documents) || value.nextId !== documents)
    throw corrupt('has other documents than it says');
  if (!hasOurFields(value.fieldIds)) throw corrupt('has other fields');
  if (!areLengths(value.fieldLength, documents) || !areMeans(value.averageFieldLength, documents))
    throw corrupt('has no lengths');
  // What is stored of a document would overwrite what is said of a result.
  if (!isByOrdinal(value.storedFields, 0) || value.dirtCount !== 0) throw corrupt('holds more than words');
  checkTerms(value.index, documents);
};

const parseJson = (json: string): unknown => {
  try {
    return JSON.parse(json);
  } catch (cause) {
    throw corrupt('is no JSON', cause);
  }
};

/**
 * Takes time in proportion to the length of the text.
 * @returns what `MiniSearch.loadJS` takes
 * @throws LookbackError `index-corrupt`
 */
export const parseSerialized = (json: string): AsPlainObject => {
  const value = parseJson(json);
  check(value);
  return value;
};
