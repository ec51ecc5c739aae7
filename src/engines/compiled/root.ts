/**
 * The root: the one part that is always read. It says which other parts there are and which terms each holds.
 * @module
 */

import { ByteReader } from '../../bytes/byte-reader.js';
import { ByteWriter } from '../../bytes/byte-writer.js';
import { crc32 } from '../../domain/crc32.js';
import { LookbackError } from '../../domain/errors.js';

/** Raised whenever a reader of the previous version could misread a part. */
const compiledFormatVersion = 4;
/** `LBK` and a byte that no text has. */
const magic = [0x4c, 0x42, 0x4b, 0x01];
export const rootName = 'root';

/** A part as its bytes are checked. */
export interface PartEntry {
  readonly bytes: number;
  readonly crc32: number;
}

/** A part of consecutive terms, and all that a plain word needs. */
export interface WordsEntry extends PartEntry {
  /** Not after the first term of this part, after the last term of the part before. */
  readonly separator: string;
  /** Ordinal of its first term among all terms in order. */
  readonly from: number;
  /** How many terms. At least 1. */
  readonly count: number;
}

/** A part that belongs to consecutive words parts. */
export interface GroupEntry extends PartEntry {
  /** Number of the first of them. */
  readonly from: number;
  /** How many. At least 1. */
  readonly count: number;
}

export interface RootField {
  readonly name: string;
  /** In words: the sum of its lengths by the number of documents, 0 if there are none. */
  readonly averageLength: number;
  /** Whether its words stand in the text of the post, and so in passages. */
  readonly isText: boolean;
}

export interface Root {
  readonly documentCount: number;
  readonly termCount: number;
  /** By field id. */
  readonly fields: readonly RootField[];
  /** Field lengths; small ones travel inside the root. */
  readonly lengths: PartEntry & { readonly inline?: Uint8Array };
  readonly words: readonly WordsEntry[];
  /** The same terms once more, and nothing but them: for what looks at a wide range of them. */
  readonly terms: readonly GroupEntry[];
  readonly positions: readonly GroupEntry[];
}

/** @returns the terms of the words parts that a part belongs to: the ordinal of the first, and how many */
export const termsOfGroup = (
  words: Root['words'],
  { from, count }: GroupEntry,
): { readonly from: number; readonly count: number } => {
  const first = words[from]?.from ?? 0;
  const last = words[from + count - 1];
  return { from: first, count: last === undefined ? 0 : last.from + last.count - first };
};

/** What a part holds; the first word of its name. */
export type PartContent = 'lengths' | 'words' | 'terms' | 'positions';

/** The name carries the checksum, so a part may be cached for ever under it. */
export const partName = (content: PartContent, number: number, { crc32 }: PartEntry): string =>
  `${content}-${number}-${crc32.toString(16).padStart(8, '0')}`;

export const writeRoot = (root: Root): Uint8Array => {
  const writer = new ByteWriter();
  for (const byte of magic) writer.u8(byte);
  writer.varint(compiledFormatVersion);
  writer.varint(root.documentCount);
  writer.varint(root.fields.length);
  for (const { name, averageLength, isText } of root.fields) {
    writer.text(name);
    writer.f64(averageLength);
    writer.u8(isText ? 1 : 0);
  }
  const writeEntry = (entry: PartEntry): void => {
    writer.varint(entry.bytes);
    writer.u32(entry.crc32);
  };
  writeEntry(root.lengths);
  writer.u8(root.lengths.inline ? 1 : 0);
  if (root.lengths.inline) writer.bytes(root.lengths.inline);
  writer.varint(root.words.length);
  for (const entry of root.words) {
    writer.text(entry.separator);
    writer.varint(entry.count);
    writeEntry(entry);
  }
  for (const groups of [root.terms, root.positions]) {
    for (const entry of groups) {
      writer.varint(entry.count);
      writeEntry(entry);
    }
  }
  writer.u32(crc32(writer.toBytes()));
  return writer.toBytes();
};

const readEntry = (reader: ByteReader): PartEntry => ({ bytes: reader.varint(), crc32: reader.u32() });

/** Lists grow by what was really read, so that a promise of many parts reserves nothing. */
const readWords = (reader: ByteReader): readonly WordsEntry[] => {
  const words: WordsEntry[] = [];
  let from = 0;
  for (let left = reader.varint(); left > 0; left -= 1) {
    const separator = reader.text();
    if (words.length > 0 && separator <= (words.at(-1)?.separator ?? ''))
      throw reader.corrupt('the words are out of order');
    const count = reader.varint();
    if (count === 0) throw reader.corrupt('a part without terms');
    words.push({ separator, from, count, ...readEntry(reader) });
    from += count;
  }
  return words;
};

/** @param total how many words parts there are: their groups end with the last of them */
const readGroups = (reader: ByteReader, total: number): readonly GroupEntry[] => {
  const groups: GroupEntry[] = [];
  for (let from = 0; from < total; ) {
    const count = reader.varint(total - from);
    if (count === 0) throw reader.corrupt('a part that belongs to no words');
    groups.push({ from, count, ...readEntry(reader) });
    from += count;
  }
  return groups;
};

const readFields = (reader: ByteReader): Root['fields'] => {
  const fields: RootField[] = [];
  for (let left = reader.varint(); left > 0; left -= 1) {
    const name = reader.text();
    const averageLength = reader.f64();
    if (!(averageLength >= 0 && averageLength < Infinity)) throw reader.corrupt('an impossible mean length');
    fields.push({ name, averageLength, isText: reader.u8() === 1 });
  }
  if (fields.length === 0) throw reader.corrupt('no fields');
  return fields;
};

const readLengths = (reader: ByteReader): Root['lengths'] => {
  const entry = readEntry(reader);
  return reader.u8() === 0 ? entry : { ...entry, inline: reader.bytes(entry.bytes) };
};

/** @throws LookbackError `index-format` for another version, `index-corrupt` for what no version writes */
export const parseRoot = (bytes: Uint8Array): Root => {
  const reader = new ByteReader(bytes, rootName);
  if (magic.some((byte) => byte !== reader.u8())) throw reader.corrupt('it does not begin as a root does');
  const version = reader.varint();
  if (version !== compiledFormatVersion) {
    throw new LookbackError(
      'index-format',
      `The compiled index has format ${version}; this version of Lookback reads ${compiledFormatVersion}.`,
    );
  }
  const content = bytes.subarray(0, Math.max(0, bytes.length - 4));
  if (new ByteReader(bytes, rootName, content.length).u32() !== crc32(content)) {
    throw reader.corrupt('its checksum is another');
  }
  const documentCount = reader.varint();
  const fields = readFields(reader);
  const lengths = readLengths(reader);
  const words = readWords(reader);
  const terms = readGroups(reader, words.length);
  const positions = readGroups(reader, words.length);
  reader.u32();
  reader.end();
  const last = words.at(-1);
  const termCount = last === undefined ? 0 : last.from + last.count;
  return { documentCount, termCount, fields, lengths, words, terms, positions };
};
