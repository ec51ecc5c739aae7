/**
 * Postings -> the serialized MiniSearch index.
 * @module
 */
import { ByteWriter } from '../../bytes/byte-writer.js';
import { fieldNames } from '../../domain/fields.js';
import type { ShardLengths } from '../../postings/document-lengths.js';
import type { TermPostings } from '../../postings/merge.js';

/** MiniSearch keeps running means, which round otherwise than a division of the sum: they are run through again. */
const meanLengths = (ids: readonly string[], lengths: readonly Uint32Array[]): readonly number[] =>
  lengths.map((ofField) =>
    ids.reduce((mean, _, ordinal) => (mean * ordinal + (ofField[ordinal] ?? 0)) / (ordinal + 1), 0),
  );

/** What stands before the terms: an object that is not closed yet. */
const toHead = (ids: readonly string[], { differentTerms }: ShardLengths): string => {
  const head = JSON.stringify({
    documentCount: ids.length,
    nextId: ids.length,
    documentIds: { ...ids },
    fieldIds: Object.fromEntries(fieldNames.map((name, field) => [name, field])),
    fieldLength: { ...ids.map((_, ordinal) => differentTerms.map((counts) => counts[ordinal] ?? 0)) },
    averageFieldLength: ids.length === 0 ? [] : meanLengths(ids, differentTerms),
    storedFields: {},
    dirtCount: 0,
  });
  return `${head.slice(0, -1)},"index":[`;
};

const encoder = new TextEncoder();
const [comma, quote, colon, zero] = [0x2c, 0x22, 0x3a, 0x30];

/**
 * Writes the bytes that `JSON.stringify(index.toJSON())` has, with the terms sorted, when a MiniSearch with the options of
 * `createMiniSearchOptions` is given `toDocument` of each post in document order. A posting becomes text as it is told:
 * memory is that of the text.
 */
export class MiniSearchWriter {
  readonly #bytes = new ByteWriter();
  #isFirst = true;

  /**
   * @param ids of the documents, by ordinal
   * @param lengths of the same documents
   */
  constructor(ids: readonly string[], lengths: ShardLengths) {
    this.#text(toHead(ids, lengths));
  }

  /** Terms come in ascending order, each once. */
  add(postings: TermPostings): void {
    this.#text(`${this.#isFirst ? '' : ','}[${JSON.stringify(postings.term)},`);
    this.#isFirst = false;
    let before = '{';
    for (let field = 0; field < fieldNames.length; field += 1) {
      if (this.#addField(postings, field, before)) before = ',';
    }
    this.#text('}]');
  }

  finish(): Uint8Array {
    this.#text('],"serializationVersion":2}');
    return this.#bytes.toBytes();
  }

  /** @returns whether the term stands in the field at all; if not, nothing is written */
  #addField({ count, ordinals, starts, fields }: TermPostings, field: number, before: string): boolean {
    let isFound = false;
    for (let document = 0; document < count; document += 1) {
      const to = starts[document + 1] ?? 0;
      let frequency = 0;
      for (let at = starts[document] ?? 0; at < to; at += 1) if (fields[at] === field) frequency += 1;
      if (frequency === 0) continue;
      if (isFound) this.#bytes.u8(comma);
      else this.#text(`${before}"${field}":{`);
      isFound = true;
      this.#bytes.u8(quote);
      this.#digits(ordinals[document] ?? 0);
      this.#bytes.u8(quote);
      this.#bytes.u8(colon);
      this.#digits(frequency);
    }
    if (isFound) this.#text('}');
    return isFound;
  }

  #text(text: string): void {
    this.#bytes.bytes(encoder.encode(text));
  }

  #digits(number: number): void {
    if (number > 9) this.#digits(Math.floor(number / 10));
    this.#bytes.u8(zero + (number % 10));
  }
}
