/**
 * A part of positions has those of several words parts, one after the other: the bits of each cannot be read without its postings.
 * @module
 */
import { ByteReader } from '../../bytes/byte-reader.js';
import { ByteWriter } from '../../bytes/byte-writer.js';

/** Of the terms of one words part, as they were written: nothing in it can be found without the postings. */
export interface PositionLists {
  /** Of the part. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** @param lists of consecutive words parts, by `writePositions` */
export const writePositionsPart = (lists: readonly Uint8Array[]): Uint8Array => {
  const writer = new ByteWriter();
  for (const { length } of lists) writer.varint(length);
  for (const bytes of lists) writer.bytes(bytes);
  return writer.toBytes();
};

/**
 * @param count of words parts, as the root promises; nothing is reserved unless there are bytes for it
 * @returns by words part
 * @throws LookbackError `index-corrupt`
 */
export const parsePositions = (bytes: Uint8Array, name: string, count: number): readonly PositionLists[] => {
  const reader = new ByteReader(bytes, name);
  const lengths: number[] = [];
  for (let left = count; left > 0; left -= 1) lengths.push(reader.varint());
  const lists = lengths.map((length) => ({ name, bytes: reader.bytes(length) }));
  reader.end();
  return lists;
};
