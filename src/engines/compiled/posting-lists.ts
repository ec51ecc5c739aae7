/**
 * The postings of a words part: which documents have each of its terms, in which field and how often.
 * @module
 */
import type { ByteReader } from '../../bytes/byte-reader.js';
import type { ByteWriter } from '../../bytes/byte-writer.js';
import { createCorruptError } from '../../bytes/corrupt-part.js';
import type { TermPostings } from '../../postings/merge.js';
import type { FieldFrequencies } from './field-frequencies.js';

export interface PostingLists {
  readonly name: string;
  /** Ordinal of the first term among all terms. */
  readonly from: number;
  /** `bytes[starts[i] .. starts[i + 1])` holds the postings of term `from + i`. */
  readonly starts: Uint32Array;
  /** After the postings, the passages of all terms: bits that only a `PassageReader` looks at. */
  readonly bytes: Uint8Array;
}

/** @param frequencies of the term at hand */
export const writePostings = (
  writer: ByteWriter,
  { count, ordinals }: Pick<TermPostings, 'count' | 'ordinals'>,
  frequencies: FieldFrequencies,
): void => {
  const { fieldCount, documents } = frequencies;
  for (let field = 0; field < fieldCount; field += 1) {
    const inField = documents[field] ?? 0;
    if (inField === 0) continue;
    writer.varint((inField - 1) * fieldCount + field);
    let before = -1;
    for (let document = 0; document < count; document += 1) {
      const frequency = frequencies.of(document, field);
      if (frequency === 0) continue;
      const ordinal = ordinals[document] ?? 0;
      // Most terms occur once in a field, so that costs one bit and a greater number follows.
      writer.varint((ordinal - before - 1) * 2 + (frequency > 1 ? 1 : 0));
      if (frequency > 1) writer.varint(frequency - 2);
      before = ordinal;
    }
  }
};

/**
 * Reads the lists that a part has from where the reader is to where its passages begin.
 * @param bytes of the whole part
 * @param from ordinal of the first term of the part
 * @throws LookbackError `index-corrupt`
 */
export const readPostingLists = (
  reader: ByteReader,
  bytes: Uint8Array,
  name: string,
  from: number,
  count: number,
): PostingLists => {
  if (count > reader.left) throw reader.corrupt('it has fewer lists than terms');
  const starts = new Uint32Array(count + 1);
  let total = 0;
  for (let term = 0; term < count; term += 1) {
    total += reader.varint(bytes.length);
    starts[term + 1] = total;
  }
  if (total > reader.left) throw reader.corrupt('its lists are longer than it');
  const first = reader.at;
  for (let term = 0; term <= count; term += 1) starts[term] = first + (starts[term] ?? 0);
  return { name, from, starts, bytes };
};

/** Bytes of the postings of a term, in all fields. */
export const sizeOf = ({ starts, from }: PostingLists, term: number): number =>
  (starts[term - from + 1] ?? 0) - (starts[term - from] ?? 0);

/** Bytes that the postings of so many documents take in one field at most: a number before them, and two numbers each. */
export const maxFieldBytes = (documents: number): number => 5 + 10 * documents;

/** Reads the postings of a term field by field into the same memory, so that no posting costs an object. */
export class PostingsReader {
  /** Field of the postings read last. */
  field = 0;
  /** How many documents have the term in that field. */
  count = 0;
  /** The first `count` are valid; ascending, each below the number of documents. */
  readonly ordinals: Uint32Array;
  /** Parallel to `ordinals`. */
  readonly frequencies: Float64Array;
  readonly #fieldCount: number;
  #part = '';
  #bytes: Uint8Array = new Uint8Array(0);
  #at = 0;
  #end = 0;

  constructor(documentCount: number, fieldCount: number) {
    this.ordinals = new Uint32Array(documentCount);
    this.frequencies = new Float64Array(documentCount);
    this.#fieldCount = fieldCount;
  }

  /** @param term ordinal among all terms, within the part */
  open(part: PostingLists, term: number): void {
    this.#part = part.name;
    this.#bytes = part.bytes;
    this.#at = part.starts[term - part.from] ?? 0;
    this.#end = part.starts[term - part.from + 1] ?? 0;
  }

  /**
   * @returns false if there are no more fields
   * @throws LookbackError `index-corrupt`
   */
  next(): boolean {
    if (this.#at >= this.#end) return false;
    const header = this.#varint();
    this.field = header % this.#fieldCount;
    this.count = Math.floor(header / this.#fieldCount) + 1;
    if (this.count > this.ordinals.length)
      throw createCorruptError(this.#part, 'more postings than documents');
    this.#fill();
    if (this.#at > this.#end) throw createCorruptError(this.#part, 'postings end too early');
    return true;
  }

  /** The loop that most of a query's time goes to. Reads may run past the list: the caller looks at where they ended. */
  #fill(): void {
    const { ordinals, frequencies, count } = this;
    const bytes = this.#bytes;
    let at = this.#at;
    let ordinal = -1;
    for (let index = 0; index < count; index += 1) {
      let gap = bytes[at] ?? 0;
      at += 1;
      if (gap > 127) {
        this.#at = at - 1;
        gap = this.#varint();
        at = this.#at;
      }
      ordinal += 1 + (gap >>> 1);
      ordinals[index] = ordinal;
      let frequency = 1;
      if ((gap & 1) === 1) {
        this.#at = at;
        frequency = 2 + this.#varint();
        at = this.#at;
      }
      frequencies[index] = frequency;
    }
    this.#at = at;
    if (ordinal >= ordinals.length) throw createCorruptError(this.#part, 'postings of no document');
  }

  #varint(): number {
    let byte = this.#bytes[this.#at] ?? 0;
    this.#at += 1;
    let value = byte & 127;
    for (let factor = 128; byte > 127 && factor <= 2 ** 28; factor *= 128) {
      byte = this.#bytes[this.#at] ?? 0;
      this.#at += 1;
      value += (byte & 127) * factor;
    }
    return value;
  }
}
