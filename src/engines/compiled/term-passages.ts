/**
 * Which passages of the documents hold a term. The documents are known from the term's postings, so only passages are
 * written, and only of documents that have more than one.
 * @module
 */

import { BitReader } from '../../bytes/bit-reader.js';
import type { BitWriter } from '../../bytes/bit-writer.js';
import type { OrdinalSet } from '../../documents/ordinal-set.js';
import type { TermPostings } from '../../postings/merge.js';
import { noPassage } from '../../postings/occurrences.js';
import { readPassageList, writePassageList } from './passage-list.js';
import { type PostingLists, PostingsReader } from './posting-lists.js';

/** By field id: whether its words stand in the text of the post, and so in passages. */
export type TextFields = readonly { readonly isText: boolean }[];

/**
 * Writes the passages of one term: for each document that has it in its text, ascending. Of one passage nothing is to be said.
 * @param passageCounts by ordinal
 * @throws RangeError for a word of the text without a passage, another one with one, or one of no field: its reader could not know
 */
export const writeTermPassages = (
  writer: BitWriter,
  { count, ordinals, starts, fields, passages }: TermPostings,
  textFields: TextFields,
  passageCounts: Uint32Array,
): void => {
  const holding: number[] = [];
  for (let document = 0; document < count; document += 1) {
    let occurrences = 0;
    for (let at = starts[document] ?? 0; at < (starts[document + 1] ?? 0); at += 1) {
      const passage = passages[at] ?? noPassage;
      const isText = passage !== noPassage;
      if (isText !== textFields[fields[at] ?? 0]?.isText) {
        throw new RangeError('Words of the text have a passage, and no others.');
      }
      if (!isText) continue;
      if (passage !== holding.at(-1)) holding.push(passage);
      occurrences += 1;
    }
    const passageCount = passageCounts[ordinals[document] ?? 0] ?? 1;
    if (occurrences > 0) writePassageList(writer, holding, passageCount, occurrences);
    holding.length = 0;
  }
};

/** Told of a passage of a document. */
type Visit = (ordinal: number, passage: number) => void;

const ignore = (): void => {};

/** Reads the passages of terms, with memory that is reused from term to term. */
export class PassageReader {
  readonly #passageCounts: Uint32Array;
  readonly #fields: TextFields;
  readonly #postings: PostingsReader;
  /** By ordinal: how often the term at hand occurs in the text; 0 between terms. */
  readonly #occurrences: Float64Array;
  /** The documents of the term at hand that something is written of, ascending, and how many they are. */
  readonly #documents: Uint32Array;
  #found = 0;
  /** Where in the bits of a part each of its terms begins; found when the part is first asked. */
  readonly #starts = new WeakMap<PostingLists, Uint32Array>();

  constructor(passageCounts: Uint32Array, fields: TextFields) {
    this.#passageCounts = passageCounts;
    this.#fields = fields;
    this.#postings = new PostingsReader(passageCounts.length, fields.length);
    this.#occurrences = new Float64Array(passageCounts.length);
    this.#documents = new Uint32Array(passageCounts.length);
  }

  /**
   * @param term ordinal among all terms, within the part
   * @param wanted documents whose passages are told
   * @throws LookbackError `index-corrupt`
   */
  read(part: PostingLists, term: number, wanted: OrdinalSet, visit: Visit): void {
    try {
      const starts = this.#starts.get(part) ?? this.#findStarts(part);
      const start = starts[term - part.from] ?? 0;
      if (start === starts[term - part.from + 1]) return;
      this.#collectDocuments(part, term);
      let last = this.#found - 1;
      while (last >= 0 && !wanted.has(this.#documents[last] ?? 0)) last -= 1;
      const reader = new BitReader(part.bytes, part.name, start);
      for (let at = 0; at <= last; at += 1) {
        const ordinal = this.#documents[at] ?? 0;
        this.#readList(reader, ordinal, wanted.has(ordinal) ? (passage) => visit(ordinal, passage) : ignore);
      }
    } finally {
      this.#forget();
    }
  }

  /** Bits say where they end only to who reads them, and reading a part once costs less than every term telling. */
  #findStarts(part: PostingLists): Uint32Array {
    const count = part.starts.length - 1;
    const starts = new Uint32Array(count + 1);
    const reader = new BitReader(part.bytes, part.name, (part.starts[count] ?? 0) * 8);
    for (let index = 0; index < count; index += 1) {
      starts[index] = reader.at;
      this.#collectDocuments(part, part.from + index);
      for (let at = 0; at < this.#found; at += 1) this.#readList(reader, this.#documents[at] ?? 0, ignore);
      this.#forget();
    }
    starts[count] = reader.at;
    reader.end();
    this.#starts.set(part, starts);
    return starts;
  }

  #readList(reader: BitReader, ordinal: number, visit: (passage: number) => void): void {
    readPassageList(reader, this.#passageCounts[ordinal] ?? 1, this.#occurrences[ordinal] ?? 0, visit);
  }

  #collectDocuments(part: PostingLists, term: number): void {
    const postings = this.#postings;
    const occurrences = this.#occurrences;
    const passageCounts = this.#passageCounts;
    postings.open(part, term);
    let isAscending = true;
    while (postings.next()) {
      if (this.#fields[postings.field]?.isText !== true) continue;
      for (let at = 0; at < postings.count; at += 1) {
        const ordinal = postings.ordinals[at] ?? 0;
        if ((passageCounts[ordinal] ?? 1) === 1) continue;
        const before = occurrences[ordinal] ?? 0;
        if (before === 0) {
          if (this.#found > 0 && ordinal < (this.#documents[this.#found - 1] ?? 0)) isAscending = false;
          this.#documents[this.#found] = ordinal;
          this.#found += 1;
        }
        occurrences[ordinal] = before + (postings.frequencies[at] ?? 0);
      }
    }
    if (!isAscending) this.#documents.subarray(0, this.#found).sort();
  }

  #forget(): void {
    for (let at = 0; at < this.#found; at += 1) this.#occurrences[this.#documents[at] ?? 0] = 0;
    this.#found = 0;
  }
}
