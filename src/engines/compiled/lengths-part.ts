/**
 * Length of every field of every document: what BM25 normalizes by, so any query needs it.
 * @module
 */
import { ByteReader } from './byte-reader.js';
import { ByteWriter } from './byte-writer.js';

/** By field id, by document ordinal. */
export type FieldLengths = readonly Uint32Array[];

/** A column a field: neighbours are alike, which compresses better than rows would. */
export const writeLengths = (lengths: FieldLengths): Uint8Array => {
  const writer = new ByteWriter();
  for (const column of lengths) for (const length of column) writer.varint(length);
  return writer.toBytes();
};

/**
 * @param documentCount as the root promises; nothing is reserved unless there are bytes for it
 * @throws LookbackError `index-corrupt`
 */
export const parseLengths = (
  bytes: Uint8Array,
  part: string,
  documentCount: number,
  fieldCount: number,
): FieldLengths => {
  const reader = new ByteReader(bytes, part);
  if (documentCount * fieldCount > bytes.length) throw reader.corrupt('it has fewer documents than promised');
  const columns: Uint32Array[] = [];
  for (let field = 0; field < fieldCount; field += 1) {
    const column = new Uint32Array(documentCount);
    for (let ordinal = 0; ordinal < documentCount; ordinal += 1) column[ordinal] = reader.varint();
    columns.push(column);
  }
  reader.end();
  return columns;
};
