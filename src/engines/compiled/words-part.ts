/**
 * A part of the words: consecutive terms, and where each stands. All that a plain word asks for is in one of them.
 * @module
 */
import { BitWriter } from '../../bytes/bit-writer.js';
import { ByteReader } from '../../bytes/byte-reader.js';
import { ByteWriter } from '../../bytes/byte-writer.js';
import { type PostingLists, readPostingLists } from './posting-lists.js';
import { readTerms, type TermsPart, termSize, writeTerms } from './terms-part.js';

export interface WordsPart extends TermsPart {
  readonly postings: PostingLists;
}

/** A part as it fills, term by term. */
export class WordsPartWriter {
  #terms: string[] = [];
  #termsSize = 0;
  readonly #sizes = new ByteWriter();
  readonly #lists = new ByteWriter();
  readonly #passages = new BitWriter();

  get terms(): readonly string[] {
    return this.#terms;
  }

  /** Of the spelling of the terms, in bytes, but for the rare escapes. */
  get termsSize(): number {
    return this.#termsSize;
  }

  /** In bytes, but for escapes and the last byte of the passages. */
  get size(): number {
    return this.#termsSize + this.#sizes.length + this.#lists.length + this.#passages.length / 8;
  }

  /**
   * @param list by `writePostings`
   * @param passages by `writeTermPassages`
   */
  add(term: string, list: ByteWriter, passages: BitWriter): void {
    this.#termsSize += termSize(this.#terms.at(-1) ?? '', term);
    this.#terms.push(term);
    this.#sizes.varint(list.length);
    this.#lists.append(list);
    this.#passages.append(passages);
  }

  /** Begins the next part. */
  take(): Uint8Array {
    const writer = new ByteWriter();
    writer.bytes(writeTerms(this.#terms));
    writer.append(this.#sizes);
    writer.append(this.#lists);
    writer.bytes(this.#passages.toBytes());
    for (const column of [this.#sizes, this.#lists, this.#passages]) column.clear();
    this.#terms = [];
    this.#termsSize = 0;
    return writer.toBytes();
  }
}

/**
 * @param count as the root promises; nothing is reserved unless there are bytes for it
 * @throws LookbackError `index-corrupt`
 */
export const parseWords = (bytes: Uint8Array, name: string, from: number, count: number): WordsPart => {
  const reader = new ByteReader(bytes, name);
  const terms = readTerms(reader, from, count);
  return { ...terms, postings: readPostingLists(reader, bytes, name, from, count) };
};
