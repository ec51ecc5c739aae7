/**
 * MiniSearch's serialized form (its `toJSON`, version 2), checked as far as a reader relies on it.
 * @module
 */
import { LookbackError } from '../../domain/errors.js';
import { fieldNames } from '../../domain/fields.js';

/** Field id -> document -> frequency; all keys are numbers written as strings. */
export type SerializedPostings = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** The parts that are read. Documents have the short ids 0 to `documentCount - 1`; a short id is an ordinal. */
export interface SerializedIndex {
  readonly documentCount: number;
  readonly fieldIds: Readonly<Record<string, number>>;
  readonly fieldLength: Readonly<Record<string, readonly number[]>>;
  readonly averageFieldLength: readonly number[];
  /** Sorted by term. */
  readonly index: readonly (readonly [string, SerializedPostings])[];
}

const corrupt = (what: string): LookbackError =>
  new LookbackError('index-corrupt', `The MiniSearch index ${what}.`);

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const parseJson = (json: string): unknown => {
  try {
    return JSON.parse(json);
  } catch (cause) {
    throw new LookbackError('index-corrupt', 'The MiniSearch index is no JSON.', { cause });
  }
};

const hasOurFields = (fieldIds: unknown): boolean =>
  isObject(fieldIds) &&
  Object.keys(fieldIds).length === fieldNames.length &&
  fieldNames.every((field, id) => fieldIds[field] === id);

const checkTerms = (index: unknown): void => {
  if (!Array.isArray(index)) throw corrupt('has no terms');
  let before = '';
  for (const entry of index as readonly unknown[]) {
    if (!Array.isArray(entry) || typeof entry[0] !== 'string' || !isObject(entry[1])) {
      throw corrupt('has a term without postings');
    }
    if (entry[0] <= before) throw corrupt('has terms that are not sorted');
    before = entry[0];
  }
};

/** @throws LookbackError `index-corrupt` */
export const parseSerializedIndex = (json: string): SerializedIndex => {
  const value = parseJson(json);
  if (!isObject(value)) throw corrupt('is no object');
  const {
    serializationVersion,
    documentCount,
    documentIds,
    fieldIds,
    fieldLength,
    averageFieldLength,
    index,
  } = value;
  if (serializationVersion !== 2) throw corrupt('is of another version');
  if (!isObject(documentIds) || Object.keys(documentIds).length !== documentCount) {
    throw corrupt('has another number of documents than it says');
  }
  if (!hasOurFields(fieldIds)) throw corrupt('has other fields');
  if (!isObject(fieldLength) || !Array.isArray(averageFieldLength)) throw corrupt('has no lengths');
  checkTerms(index);
  return value as unknown as SerializedIndex;
};
