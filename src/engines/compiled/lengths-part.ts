/**
 * How long every document is: what BM25 normalizes by, so any query needs it, and what tells where passages are said.
 * @module
 */
import { ByteReader } from '../../bytes/byte-reader.js';
import { ByteWriter } from '../../bytes/byte-writer.js';
import type { DocumentLengths } from '../../postings/document-lengths.js';
import { maxPassages } from './passage-list.js';

/** A column a field: neighbours are alike, which compresses better than rows would. */
export const writeLengths = ({ fields, passages }: DocumentLengths): Uint8Array => {
  const writer = new ByteWriter();
  for (const column of fields) for (const length of column) writer.varint(length);
  for (const count of passages) writer.varint(count - 1);
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
): DocumentLengths => {
  const reader = new ByteReader(bytes, part);
  if (documentCount * (fieldCount + 1) > bytes.length) {
    throw reader.corrupt('it has fewer documents than promised');
  }
  const readColumn = (read: () => number): Uint32Array => {
    const column = new Uint32Array(documentCount);
    for (let ordinal = 0; ordinal < documentCount; ordinal += 1) column[ordinal] = read();
    return column;
  };
  const fields: Uint32Array[] = [];
  for (let field = 0; field < fieldCount; field += 1) fields.push(readColumn(() => reader.varint()));
  const passages = readColumn(() => 1 + reader.varint(maxPassages - 1));
  reader.end();
  return { fields, passages };
};
