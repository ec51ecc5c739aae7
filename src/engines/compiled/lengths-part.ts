/**
 * How long every document is: what BM25 normalizes by, so any query needs it, and what tells where passages are said.
 * @module
 */
import { ByteReader } from '../../bytes/byte-reader.js';
import { ByteWriter } from '../../bytes/byte-writer.js';
import type { DocumentLengths } from '../../postings/document-lengths.js';
import { maxPassages } from './passage-list.js';

/** Steps from each power of two to the next: lengths have four significant bits, as Lucene's have (`SmallFloat.intToByte4`). */
const steps = 8;
/** Of the greatest length below 2^32. */
const maxCode = 239;

/** Lengths below 16 are their own code. */
const lengthOf = (code: number): number =>
  code < 2 * steps ? code : (steps + (code % steps)) * 2 ** (Math.floor(code / steps) - 1);

const codeOf = (length: number): number => {
  if (length < 2 * steps) return length;
  const exponent = 28 - Math.clz32(length);
  // Rounded to the nearest, which may be the next power of two: that is the next code too.
  return Math.min(maxCode, exponent * steps + Math.round(length / 2 ** exponent));
};

/** @returns the length that is written for one: up to a sixteenth more or less. It takes a byte, and no ranking tells the difference. */
export const roundLength = (length: number): number => lengthOf(codeOf(length));

/** As they are written and read. */
export const roundLengths = ({ fields, passages }: DocumentLengths): DocumentLengths => ({
  fields: fields.map((column) => column.map(roundLength)),
  passages,
});

/** A column a field: neighbours are alike, which compresses better than rows would. */
export const writeLengths = ({ fields, passages }: DocumentLengths): Uint8Array => {
  const writer = new ByteWriter();
  for (const column of fields) for (const length of column) writer.u8(codeOf(length));
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
  const readLength = (): number => {
    const code = reader.u8();
    if (code > maxCode) throw reader.corrupt('an impossible length');
    return lengthOf(code);
  };
  const fields: Uint32Array[] = [];
  for (let field = 0; field < fieldCount; field += 1) fields.push(readColumn(readLength));
  const passages = readColumn(() => 1 + reader.varint(maxPassages - 1));
  reader.end();
  return { fields, passages };
};
